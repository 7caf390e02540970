namespace AmazonIn.Domain.Shipping;

/// <summary>How a parcel gets to Amazon's carrier.</summary>
public enum HandoverMethod
{
    /// <summary>The carrier comes.</summary>
    Pickup,

    /// <summary>The seller brings it.</summary>
    DropOff,
}
