namespace AmazonIn.Domain.Shipping;

/// <summary>How far a shipment's confirmation to Amazon is.</summary>
public enum ConfirmationState
{
    /// <summary>The order is none of Amazon's.</summary>
    NotNeeded,

    Waiting,

    /// <summary>No answer yet: tried again by itself.</summary>
    Retrying,

    /// <summary>Amazon took it; the read-back is still to come.</summary>
    Accepted,

    /// <summary>Read back: Amazon shows the package as we sent it.</summary>
    Confirmed,

    /// <summary>Read back: Amazon shows the package otherwise, or not at all.</summary>
    Differs,

    /// <summary>Amazon said no, with a reason: waits for a person.</summary>
    Refused,

    /// <summary>Undone here. Amazon has no call to take a confirmation back.</summary>
    Undone,
}
