namespace AmazonIn.Domain.Shipping;

/// <summary>How far an Easy Ship parcel is, by Amazon's <c>packageStatus</c>.</summary>
public enum PickupState
{
    /// <summary>A slot is booked, the parcel still here; also every word of Amazon's that this list does not know.</summary>
    Scheduled,

    PickedUp,
    InTransit,
    OutForDelivery,
    Delivered,

    /// <summary>The buyer did not take it.</summary>
    Rejected,

    Undeliverable,
    Returned,
    Lost,
    Damaged,

    /// <summary>Amazon withdrew the label, so that the parcel is to be scheduled anew.</summary>
    Canceled,
}
