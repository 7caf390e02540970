using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A shipment and how far its confirmation to Amazon is. Carries no personal data.</summary>
/// <param name="Told">Whether Amazon may know the package.</param>
/// <param name="Answer">Amazon's answer or our reading of it, for a person.</param>
/// <param name="NotBefore">When the next try follows, while it is retried.</param>
/// <param name="ReadBackAt">When it is looked at again.</param>
/// <param name="SeenAt">When it was looked at last.</param>
public sealed record ShipmentRow(
    long Id,
    string Number,
    long PackageId,
    string PackageNumber,
    long SalesOrderId,
    string OrderNumber,
    string? AmazonOrderId,
    long? ChannelId,
    string? ChannelName,
    string CarrierCode,
    string? CarrierName,
    string TrackingNumber,
    DateTimeOffset ShippedAt,
    int Units,
    ConfirmationState State,
    bool Told,
    string? Answer,
    string? RequestId,
    DateTimeOffset? AnsweredAt,
    int Attempts,
    DateTimeOffset? NotBefore,
    DateTimeOffset? ReadBackAt,
    DateTimeOffset? SeenAt)
{
    /// <summary>What the carrier is called.</summary>
    public string Carrier => CarrierName ?? CarrierCode;
}
