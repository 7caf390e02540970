namespace AmazonIn.Domain.Orders;

/// <summary>Which of Amazon's orders become or change sales orders (O1, O2).</summary>
public static class OrderImportPolicy
{
    /// <param name="order">What Amazon says.</param>
    /// <param name="fingerprint">Its <see cref="OrderFingerprint"/>.</param>
    /// <param name="existing">Ours, or null.</param>
    /// <param name="preference">The organisation's choice; it only decides what is new.</param>
    public static ImportDecision Decide(
        MarketplaceOrder order,
        string fingerprint,
        SalesOrder? existing,
        OrderPreference preference)
    {
        // Neither a status nor the rest of the order: Amazon left out the part that says what it is.
        if (!order.Complete && order.Status == MarketplaceOrderStatus.Unknown && order.StatusText is null)
        {
            return existing is null ? ImportDecision.PassOver : ImportDecision.LeaveUnchanged;
        }

        if (existing is not null)
        {
            // A pending answer after a confirmed one is an older truth that arrived late.
            var older = order.UpdatedAt < existing.UpdatedAt || IsPending(order.Status);
            return older || fingerprint == existing.Fingerprint ? ImportDecision.LeaveUnchanged
                : order.Complete ? ImportDecision.Update
                : existing.DiffersInStatus(order) ? ImportDecision.UpdateStatus
                : ImportDecision.LeaveUnchanged;
        }

        return IsPending(order.Status)
            || order.Status == MarketplaceOrderStatus.Cancelled
            || (order.Status == MarketplaceOrderStatus.Shipped && preference == OrderPreference.Confirmed)
            ? ImportDecision.PassOver
            : ImportDecision.Create;
    }

    /// <summary>Not yet paid for: no sales order yet.</summary>
    public static bool IsPending(MarketplaceOrderStatus status) =>
        status is MarketplaceOrderStatus.Pending or MarketplaceOrderStatus.PendingAvailability;
}
