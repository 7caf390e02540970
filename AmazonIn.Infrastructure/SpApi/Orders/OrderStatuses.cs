using AmazonIn.Domain.Orders;
using AmazonIn.Infrastructure.SpApi.Json;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>
/// Reads fulfilment statuses. Amazon's list grows; what is new is Unknown, and its text is kept beside it.
/// </summary>
internal static class OrderStatuses
{
    private static readonly (string Text, MarketplaceOrderStatus Status)[] _known =
    [
        ("SHIPPED", MarketplaceOrderStatus.Shipped),
        ("UNSHIPPED", MarketplaceOrderStatus.Unshipped),
        ("PENDING", MarketplaceOrderStatus.Pending),
        ("CANCELLED", MarketplaceOrderStatus.Cancelled),
        ("PARTIALLY_SHIPPED", MarketplaceOrderStatus.PartiallyShipped),
        ("PENDING_AVAILABILITY", MarketplaceOrderStatus.PendingAvailability),
        ("UNFULFILLABLE", MarketplaceOrderStatus.Unfulfillable),
        // The older API's spelling, which reports and notifications still use.
        ("CANCELED", MarketplaceOrderStatus.Cancelled),
    ];

    public static MarketplaceOrderStatus Of(string? text)
    {
        foreach (var (known, status) in _known)
        {
            if (WireText.Is(text, known))
            {
                return status;
            }
        }

        return MarketplaceOrderStatus.Unknown;
    }
}
