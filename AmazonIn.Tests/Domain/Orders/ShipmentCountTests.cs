using AmazonIn.Domain.Orders;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Domain.Orders;

public sealed class ShipmentCountTests
{
    private static readonly MarketplaceOrder Two = AnAmazonOrder.Unshipped() with
    {
        Lines = [AnAmazonOrder.Line() with { Quantity = 2 }],
    };

    [Fact]
    [Trait("Row", "O4")]
    public void Our_own_shipment_is_no_decision_on_the_status_so_Amazons_cancellation_still_voids()
    {
        var order = AnAmazonOrder.Imported(Two);
        order.CountShipments(new Dictionary<long, int> { [0] = 1 }, AnAmazonOrder.Ordered.AddDays(1), 30);
        Assert.Equal((OrderStatus.PartiallyShipped, false), (order.Status, order.StatusByHand));

        order.Take(Two with { Status = MarketplaceOrderStatus.Cancelled, StatusText = "CANCELLED", UpdatedAt = AnAmazonOrder.Ordered.AddDays(2) });

        Assert.Equal(OrderStatus.Void, order.Status);
    }

    [Fact]
    [Trait("Row", "O4")]
    public void An_order_reopened_against_Amazon_is_fulfilled_by_our_own_parcels_only()
    {
        var sent = AnAmazonOrder.Shipped() with { Lines = [AnAmazonOrder.Line() with { Quantity = 2, QuantityFulfilled = 2 }] };
        var order = AnAmazonOrder.Imported(sent);
        order.Unfulfil(30);

        order.CountShipments(new Dictionary<long, int> { [0] = 1 }, AnAmazonOrder.Ordered.AddDays(5), 30);

        Assert.Equal((OrderStatus.PartiallyShipped, true, 1), (order.Status, order.StatusByHand, order.Lines[0].QuantityFulfilled));
        Assert.Null(order.ContactExpiresAt);

        order.CountShipments(new Dictionary<long, int> { [0] = 2 }, AnAmazonOrder.Ordered.AddDays(6), 30);

        Assert.Equal((OrderStatus.Fulfilled, false), (order.Status, order.StatusByHand));
        Assert.Equal(AnAmazonOrder.Ordered.AddDays(36), order.ContactExpiresAt);
    }
}
