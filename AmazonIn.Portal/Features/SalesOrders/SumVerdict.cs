namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>What comes of adding an order up.</summary>
internal enum SumVerdict
{
    /// <summary>The same as Amazon's total, to the paisa.</summary>
    Equal,

    Differs,

    /// <summary>Amazon left amounts out.</summary>
    CannotTell,
}
