using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Domain.Ports.Parcels;

/// <summary>What the carrier reads on a parcel.</summary>
/// <param name="SenderLines">The organisation, then where the parcel leaves from.</param>
public sealed record ParcelLabel(
    ShipmentRow Shipment, IReadOnlyList<string> SenderLines, Recipient Recipient, string? PaymentMethod)
{
    public override string ToString() => $"Label of {Shipment.Number}";
}
