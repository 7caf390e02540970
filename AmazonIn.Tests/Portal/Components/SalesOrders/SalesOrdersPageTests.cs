using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Features.SalesOrders;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.SalesOrders;

public sealed class SalesOrdersPageTests : ShopContext
{
    private readonly FakeSalesOrders orders = new();

    public SalesOrdersPageTests() => Services.AddSingleton<ISalesOrderQueries>(orders);

    [Fact]
    [Trait("Row", "A5")]
    public void The_address_says_which_orders_are_asked_for_with_days_in_the_organisations_zone()
    {
        Open("/sales-orders?q=404-1&channel=1&status=PartiallyShipped&fulfilledBy=Amazon&gst=Overseas&place=33&customer=8"
            + "&decision=true&from=2026-11-01&to=2026-11-23&sort=-total");

        Assert.Equal(
            new SalesOrderFilter(
                Search: "404-1",
                ChannelId: 1,
                Status: OrderStatus.PartiallyShipped,
                FulfilledBy: FulfilledBy.Amazon,
                GstTreatment: GstTreatment.Overseas,
                PlaceOfSupply: "33",
                CustomerId: 8,
                OrderedFrom: new DateTimeOffset(2026, 10, 31, 18, 30, 0, TimeSpan.Zero),
                OrderedTo: new DateTimeOffset(2026, 11, 23, 18, 30, 0, TimeSpan.Zero),
                NeedsDecisionOnly: true),
            Assert.Single(orders.Filters));
        Assert.Equal(new SortBy<SalesOrderSort>(SalesOrderSort.Total, true), orders.Sorts[0]);
    }

    [Fact]
    [Trait("Row", "A5")]
    public void Nonsense_in_the_address_is_no_filter()
    {
        Open("/sales-orders?status=7&from=yesterday&to=9999-12-31&customer=x&sort=colour");

        Assert.Equal(new SalesOrderFilter(), Assert.Single(orders.Filters));
        Assert.Equal(new SortBy<SalesOrderSort>(SalesOrderSort.OrderedAt, true), orders.Sorts[0]);
    }

    [Fact]
    [Trait("Row", "A5")]
    public void Days_are_chosen_in_a_panel_and_end_in_the_address()
    {
        var page = Open("/sales-orders?status=Confirmed");

        page.Find(".between button").Click();
        page.FindAll(".between-panel input")[0].Change("2026-11-01");
        page.FindAll(".between-panel input")[1].Change("2026-11-23");
        page.Find(".between-panel").Submit();

        Assert.EndsWith("/sales-orders?from=2026-11-01&status=Confirmed&to=2026-11-23", Navigation.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(2, orders.Filters.Count));
        Assert.Equal(
            ["Ordered from: 1 Nov 2026", "Status: Confirmed", "Ordered until: 23 Nov 2026"],
            page.FindAll(".filter-chip > span").Select(chip => chip.TextContent));
        Assert.Empty(page.FindAll(".between-panel"));
    }

    [Fact]
    public void Escape_closes_the_panel_of_days()
    {
        var page = Open("/sales-orders");
        page.Find(".between button").Click();

        page.Find(".between").KeyDown("Escape");

        Assert.Empty(page.FindAll(".between-panel"));
    }

    [Fact]
    [Trait("Row", "U3")]
    public void A_row_shows_the_order_the_placeholder_and_the_total_as_in_India()
    {
        orders.Orders.Add(AnOrder.Details(AnOrder.Row(total: 123456.5m)));

        var page = Open("/sales-orders");

        Assert.Equal("/sales-orders/12", page.Find("a.row-link").GetAttribute("href"));
        Assert.Contains("SO-00012", Cell(page, "Order"), StringComparison.Ordinal);
        Assert.Contains("404-1234567-8901234", Cell(page, "Order"), StringComparison.Ordinal);
        Assert.Equal("23 Nov 2026, 09:35", Cell(page, "Ordered"));
        Assert.StartsWith("Amazon IN - Customer", Cell(page, "Customer"), StringComparison.Ordinal);
        Assert.EndsWith("Consumer", Cell(page, "Customer"), StringComparison.Ordinal);
        Assert.Equal("Tamil Nadu", Cell(page, "Place of supply"));
        Assert.Equal("₹1,23,456.50", Cell(page, "Total"));
        Assert.Contains("end", page.Find("td[data-label=Total]").ClassList);
    }

    [Fact]
    [Trait("Row", "O3")]
    public void A_total_that_Amazon_did_not_send_is_said_and_not_zero()
    {
        orders.Orders.Add(AnOrder.Details(AnOrder.Row(total: null)));

        Assert.Equal("not sent by Amazon", Cell(Open("/sales-orders"), "Total"));
    }

    [Fact]
    public void Foreign_amounts_keep_their_currency()
    {
        orders.Orders.Add(AnOrder.Details(AnOrder.Row(currency: "USD", total: 748.99m)));

        Assert.Equal("USD\u00A0748.99", Cell(Open("/sales-orders"), "Total"));
    }

    [Fact]
    public void The_clock_tells_late_soon_ample_Amazons_and_done()
    {
        var now = Clock.GetUtcNow();
        orders.Orders.Add(AnOrder.Details(AnOrder.Row(1, shipBy: now.AddHours(-50))));
        orders.Orders.Add(AnOrder.Details(AnOrder.Row(2, shipBy: now.AddHours(-3))));
        orders.Orders.Add(AnOrder.Details(AnOrder.Row(3, shipBy: now.AddHours(5))));
        orders.Orders.Add(AnOrder.Details(AnOrder.Row(4, shipBy: now.AddDays(3))));
        orders.Orders.Add(AnOrder.Details(AnOrder.Row(5, shipBy: now.AddHours(-3), fulfilledBy: FulfilledBy.Amazon)));
        orders.Orders.Add(AnOrder.Details(AnOrder.Row(6, OrderStatus.Fulfilled, shipBy: now.AddHours(-3))));
        orders.Orders.Add(AnOrder.Details(AnOrder.Row(7, shipBy: null)));

        var page = Open("/sales-orders");

        var cells = page.FindAll("td[data-label='Ship by']");
        Assert.Equal("2 days late", cells[0].QuerySelector(".status.error")!.TextContent.Trim());
        Assert.Equal("3 h late", cells[1].QuerySelector(".status.error")!.TextContent.Trim());
        Assert.Equal("in 5 h", cells[2].QuerySelector(".status.warning")!.TextContent.Trim());
        Assert.StartsWith("in 3 days", cells[3].TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("Amazon ships", cells[4].TextContent.Trim());
        Assert.Contains("nothing to ship", cells[5].TextContent, StringComparison.Ordinal);
        Assert.Equal("not sent by Amazon", cells[6].TextContent.Trim());
        Assert.Equal("Ship by 21 Nov 2026, 12:05", cells[0].QuerySelector("time")!.GetAttribute("data-tip"));
    }

    [Fact]
    public void What_waits_for_a_person_is_marked_with_a_word_and_an_icon()
    {
        orders.Orders.Add(AnOrder.Details(AnOrder.Row(1, needsDecision: true)));
        orders.Orders.Add(AnOrder.Details(AnOrder.Row(2, needsDecision: true, cancelRequested: true)));
        orders.Orders.Add(AnOrder.Details(AnOrder.Row(3, OrderStatus.Void, needsDecision: false, cancelRequested: true)));

        var rows = Open("/sales-orders").FindAll("td[data-label=Status]");

        Assert.Equal("Needs a decision", rows[0].QuerySelector(".status.warning")!.TextContent.Trim());
        Assert.NotNull(rows[0].QuerySelector(".status.warning svg"));
        Assert.Equal("Buyer asks to cancel", rows[1].QuerySelector(".status.error")!.TextContent.Trim());
        Assert.Single(rows[2].QuerySelectorAll(".status"));
    }

    [Fact]
    public void The_Amazon_order_id_can_be_copied()
    {
        orders.Orders.Add(AnOrder.Details());
        var page = Open("/sales-orders");

        page.Find("button[aria-label='Copy Amazon order id of SO-00012']").Click();

        var call = Assert.Single(JSInterop.Invocations, call => call.Identifier == "navigator.clipboard.writeText");
        Assert.Equal("404-1234567-8901234", Assert.Single(call.Arguments));
    }

    [Fact]
    public void Several_channels_are_told_apart_and_can_be_chosen()
    {
        Connected();
        Connected("A2DEMOSELLERIN", "Second shop");
        orders.Orders.Add(AnOrder.Details());

        var page = Open("/sales-orders?channel=2");

        Assert.Contains("· Amazon IN", Cell(page, "Order"), StringComparison.Ordinal);
        Assert.Equal("Channel: Second shop", page.Find(".filter-chip > span").TextContent);
    }

    [Fact]
    public void Nothing_yet_leads_to_the_one_thing_to_do_and_a_fault_is_said()
    {
        Assert.Equal("/settings/integrations/ecommerce", Open("/sales-orders").Find(".empty-action a").GetAttribute("href"));
        SignIn(Role.Fulfilment);
        Assert.Empty(Open("/sales-orders").FindAll(".empty-action a"));

        orders.Fault = new TimeoutException("secret detail");
        var failed = Open("/sales-orders");

        Assert.Contains("The sales orders could not be loaded.", failed.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", failed.Markup, StringComparison.Ordinal);
    }

    private static string Cell(IRenderedComponent<Host> page, string label) =>
        page.Find($"td[data-label='{label}']").TextContent.Trim();

    private IRenderedComponent<Host> Open(string address)
    {
        // A page that a test opened before has left by now, as in a browser.
        DisposeComponentsAsync().GetAwaiter().GetResult();
        Navigation.NavigateTo(address);
        return RenderPage<SalesOrdersPage>();
    }
}
