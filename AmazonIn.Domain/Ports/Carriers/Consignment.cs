using AmazonIn.Domain.Common;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.Ports.Carriers;

/// <summary>
/// A parcel as one carrier gets it: only the fields that the carrier declared, everything else null. Lives as long as
/// the hand-over; nothing stores it. Printing it shows nothing.
/// </summary>
public sealed record Consignment
{
    /// <summary>Our number of the package, which every carrier gets.</summary>
    public required string Package { get; init; }

    public string? RecipientName { get; init; }

    /// <summary>Without name and phone, which are fields of their own.</summary>
    public ContactAddress? RecipientAddress { get; init; }

    public string? RecipientPhone { get; init; }

    public ParcelSize? Size { get; init; }

    public IReadOnlyList<ConsignedItem>? Contents { get; init; }

    public Money? DeclaredValue { get; init; }

    public ConsignedOrder? Order { get; init; }

    public PickupSlot? Slot { get; init; }

    public override string ToString() => "[consignment]";
}
