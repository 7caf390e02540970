namespace AmazonIn.Domain.Orders;

/// <summary>Amazon's fulfilment statuses (Orders API 2026-01-01), and one for those it may invent.</summary>
public enum MarketplaceOrderStatus
{
    Unknown,
    PendingAvailability,
    Pending,
    Unshipped,
    PartiallyShipped,
    Shipped,
    Cancelled,
    Unfulfillable,
}
