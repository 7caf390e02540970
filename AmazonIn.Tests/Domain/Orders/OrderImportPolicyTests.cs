using AmazonIn.Domain.Orders;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Domain.Orders;

public sealed class OrderImportPolicyTests
{
    [Theory]
    [InlineData(MarketplaceOrderStatus.Pending, OrderPreference.ConfirmedAndFulfilled, ImportDecision.PassOver)]
    [InlineData(MarketplaceOrderStatus.PendingAvailability, OrderPreference.ConfirmedAndFulfilled, ImportDecision.PassOver)]
    [InlineData(MarketplaceOrderStatus.Cancelled, OrderPreference.ConfirmedAndFulfilled, ImportDecision.PassOver)]
    [InlineData(MarketplaceOrderStatus.Unshipped, OrderPreference.Confirmed, ImportDecision.Create)]
    [InlineData(MarketplaceOrderStatus.PartiallyShipped, OrderPreference.Confirmed, ImportDecision.Create)]
    [InlineData(MarketplaceOrderStatus.Shipped, OrderPreference.Confirmed, ImportDecision.PassOver)]
    [InlineData(MarketplaceOrderStatus.Shipped, OrderPreference.ConfirmedAndFulfilled, ImportDecision.Create)]
    [InlineData(MarketplaceOrderStatus.Unknown, OrderPreference.Confirmed, ImportDecision.Create)]
    [InlineData(MarketplaceOrderStatus.Unfulfillable, OrderPreference.Confirmed, ImportDecision.Create)]
    [Trait("Row", "O2")]
    public void What_is_new_follows_the_preference(
        MarketplaceOrderStatus status,
        OrderPreference preference,
        ImportDecision expected) =>
        Assert.Equal(expected, Decide(AnAmazonOrder.Unshipped() with { Status = status }, null, preference));

    [Fact]
    [Trait("Row", "O2")]
    public void A_known_order_follows_amazon_to_its_end_whatever_the_preference()
    {
        var ours = AnAmazonOrder.Imported(AnAmazonOrder.Unshipped());

        Assert.Equal(ImportDecision.Update, Decide(AnAmazonOrder.Shipped(), ours, OrderPreference.Confirmed));
        Assert.Equal(ImportDecision.Update, Decide(AnAmazonOrder.Cancelled(), ours, OrderPreference.Confirmed));
    }

    [Fact]
    [Trait("Row", "O1")]
    public void A_replay_changes_nothing()
    {
        var ours = AnAmazonOrder.Imported(AnAmazonOrder.Unshipped());

        Assert.Equal(ImportDecision.LeaveUnchanged, Decide(AnAmazonOrder.Unshipped(), ours));
    }

    [Fact]
    [Trait("Row", "O1")]
    public void An_older_answer_that_arrives_late_changes_nothing()
    {
        var ours = AnAmazonOrder.Imported(AnAmazonOrder.Shipped());

        Assert.Equal(ImportDecision.LeaveUnchanged, Decide(AnAmazonOrder.Unshipped(), ours));
        Assert.Equal(
            ImportDecision.LeaveUnchanged,
            Decide(AnAmazonOrder.Pending() with { UpdatedAt = AnAmazonOrder.Ordered.AddDays(9) }, ours));
    }

    [Fact]
    public void Different_content_under_the_same_time_stamp_is_taken()
    {
        var ours = AnAmazonOrder.Imported(AnAmazonOrder.Unshipped());
        var changed = AnAmazonOrder.Unshipped() with { GrandTotal = 591m };

        Assert.Equal(ImportDecision.Update, Decide(changed, ours));
    }

    [Fact]
    public void A_report_changes_the_status_of_a_known_order_and_nothing_else()
    {
        var ours = AnAmazonOrder.Imported(AnAmazonOrder.Unshipped());
        var report = AnAmazonOrder.Shipped() with
        {
            Complete = false,
            Contact = null,
            GrandTotal = 1m,
            Lines = [AnAmazonOrder.Line("report-1-1")],
        };

        Assert.Equal(ImportDecision.UpdateStatus, Decide(report, ours));
        ours.TakeStatus(report, AnAmazonOrder.Context());

        Assert.Equal(OrderStatus.Fulfilled, ours.Status);
        Assert.Equal(590.00m, ours.Total);
        Assert.Equal("10000000000001", ours.Lines[0].OrderItemId);
        Assert.Equal(ImportDecision.Update, Decide(AnAmazonOrder.Shipped(), ours));
    }

    [Fact]
    public void A_new_order_from_a_report_says_so()
    {
        var order = AnAmazonOrder.Imported(AnAmazonOrder.Shipped() with { Complete = false, Contact = null });

        Assert.Equal("source.report", Assert.Single(order.Flags).Code);
        Assert.False(order.NeedsDecision);
    }

    [Fact]
    public void An_answer_without_a_status_creates_and_changes_nothing()
    {
        var blank = AnAmazonOrder.Unshipped() with
        {
            Status = MarketplaceOrderStatus.Unknown,
            StatusText = null,
            Complete = false,
        };

        Assert.Equal(ImportDecision.PassOver, Decide(blank, null));
        Assert.Equal(
            ImportDecision.LeaveUnchanged,
            Decide(blank, AnAmazonOrder.Imported(AnAmazonOrder.Unshipped())));
    }

    [Fact]
    public void A_fingerprint_holds_nothing_personal()
    {
        var order = AnAmazonOrder.Unshipped();

        Assert.Equal(OrderFingerprint.Of(order), OrderFingerprint.Of(order with { Contact = null }));
    }

    private static ImportDecision Decide(
        MarketplaceOrder order,
        SalesOrder? existing,
        OrderPreference preference = OrderPreference.ConfirmedAndFulfilled) =>
        OrderImportPolicy.Decide(order, OrderFingerprint.Of(order), existing, preference);
}
