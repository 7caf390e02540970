using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Tests.TestKit;

/// <summary>Builds what Amazon says of an order, with defaults that reconcile.</summary>
internal static class AnAmazonOrder
{
    public static DateTimeOffset Ordered { get; } = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);

    public static MarketplaceOrder Unshipped(string id = "403-1234567-1234567") => new()
    {
        OrderId = id,
        CreatedAt = Ordered,
        UpdatedAt = Ordered.AddMinutes(30),
        Status = MarketplaceOrderStatus.Unshipped,
        StatusText = "UNSHIPPED",
        FulfilledBy = FulfilledBy.Merchant,
        ShipToState = "Maharashtra",
        ShipToCountry = "IN",
        Currency = "INR",
        GrandTotal = 590.00m,
        Lines = [Line()],
        Contact = new BuyerContact { BuyerName = "Asha Rao", BuyerEmail = "asha@marketplace.amazon.in" },
    };

    public static MarketplaceOrder Shipped(DateTimeOffset? on = null, string id = "403-1234567-1234567") =>
        Unshipped(id) with
        {
            Status = MarketplaceOrderStatus.Shipped,
            StatusText = "SHIPPED",
            UpdatedAt = (on ?? Ordered.AddDays(1)).AddHours(1),
            ShippedAt = on ?? Ordered.AddDays(1),
        };

    public static MarketplaceOrder Cancelled(DateTimeOffset? on = null, string id = "403-1234567-1234567") =>
        Unshipped(id) with
        {
            Status = MarketplaceOrderStatus.Cancelled,
            StatusText = "CANCELLED",
            UpdatedAt = on ?? Ordered.AddDays(2),
        };

    public static MarketplaceOrder Pending(string id = "403-1234567-1234567") => Unshipped(id) with
    {
        Status = MarketplaceOrderStatus.Pending,
        StatusText = "PENDING",
        Contact = null,
        ShipToState = null,
        ShipToCountry = null,
    };

    public static MarketplaceOrderLine Line(string id = "10000000000001", string sku = "KURTA-M-BLUE") => new()
    {
        OrderItemId = id,
        Sku = sku,
        Title = "Cotton kurta",
        Quantity = 1,
        UnitPrice = 500.00m,
        ItemAmount = 500.00m,
        Tax = 90.00m,
        Total = 590.00m,
    };

    public static ImportContext Context(
        string home = "29",
        OrderPreference preference = OrderPreference.ConfirmedAndFulfilled,
        DateTimeOffset? now = null) =>
        new(GstState.Find(home)!, "INR", 1, 30, preference, now ?? Ordered.AddDays(3));

    public static SalesOrder Imported(MarketplaceOrder order, ImportContext? context = null) =>
        SalesOrder.FromAmazon(1, order, OrderFingerprint.Of(order), context ?? Context());

    public static void Take(this SalesOrder sales, MarketplaceOrder order, ImportContext? context = null) =>
        sales.Take(order, OrderFingerprint.Of(order), context ?? Context());
}
