namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>How much time is left to ship an order.</summary>
internal enum ShipClock
{
    /// <summary>Nothing is left to ship.</summary>
    Stopped,

    /// <summary>Amazon ships it itself (FBA).</summary>
    Amazon,

    /// <summary>Amazon sent no time.</summary>
    Unknown,

    /// <summary>More than a day is left.</summary>
    Ample,

    /// <summary>A day or less is left.</summary>
    Soon,

    /// <summary>The time has passed.</summary>
    Late,
}
