using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>A shipment and how far its confirmation to Amazon is. Nothing personal is here (X4).</summary>
/// <param name="Answer">Amazon's answer, or what the read-back found; null where there is nothing to say.</param>
/// <param name="ReadBackAt">When Amazon's package was read back last.</param>
internal sealed record ShipmentJson(
    long Id,
    string Number,
    long PackageId,
    long SalesOrderId,
    string? AmazonOrderId,
    long? ChannelId,
    string CarrierCode,
    string? CarrierName,
    string TrackingNumber,
    DateTimeOffset ShippedAt,
    ConfirmationState State,
    string? Answer,
    string? RequestId,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? ReadBackAt)
{
    public static ShipmentJson Of(ShipmentRow shipment) => new(
        shipment.Id,
        shipment.Number,
        shipment.PackageId,
        shipment.SalesOrderId,
        shipment.AmazonOrderId,
        shipment.ChannelId,
        shipment.CarrierCode,
        shipment.CarrierName,
        shipment.TrackingNumber,
        shipment.ShippedAt,
        shipment.State,
        shipment.Answer,
        shipment.RequestId,
        shipment.AnsweredAt,
        shipment.SeenAt);
}
