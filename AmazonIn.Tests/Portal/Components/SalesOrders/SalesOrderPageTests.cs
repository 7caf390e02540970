using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;
using AmazonIn.Portal.Features.SalesOrders;
using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.SalesOrders;

public sealed class SalesOrderPageTests : OrderScreens
{



    [Fact]
    public void The_header_has_number_Amazon_id_state_total_and_clock()
    {
        var page = Open(AnOrder.Details(AnOrder.Row(shipBy: Clock.GetUtcNow().AddHours(-3), total: 123456.5m), prime: true, business: true));

        var header = page.Find(".page-header");
        Assert.Equal("SO-00012", header.QuerySelector("h1")!.TextContent);
        Assert.Contains("404-1234567-8901234", header.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Confirmed", "Prime", "Business", "3 h late"],
            header.QuerySelectorAll(".status").Select(chip => chip.TextContent.Trim()));
        Assert.Contains("₹1,23,456.50", header.QuerySelector(".order-total")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(header.QuerySelector("button[aria-label='Copy Amazon order id']"));
    }

    [Fact]
    [Trait("Row", "O3")]
    public void A_line_shows_every_amount_as_Amazon_sent_it()
    {
        var page = Open(AnOrder.Details(lines:
        [
            AnOrder.Line(giftWrap: 30.125m, other: 15m, fulfilled: 1, itemId: 4, taxes: [new TaxAmount(TaxComponent.Igst, 0m, 18.01m)]),
        ]));

        Assert.Contains("1 shipped", Cell(page, "Qty"), StringComparison.Ordinal);
        Assert.Equal("₹499.00", Cell(page, "Unit price"));
        Assert.Equal("−₹50.00", Cell(page, "Discount"));
        Assert.Equal("₹40.00", Cell(page, "Shipping"));
        Assert.Equal("₹30.125", Cell(page, "Gift wrap"));
        Assert.Equal("₹15.00", Cell(page, "Other"));
        Assert.Equal("IGST0 ₹18.01", Cell(page, "Tax"));
        Assert.Equal("/items/4", page.Find("td[data-label=Item] a").GetAttribute("href"));
    }

    [Fact]
    [Trait("Row", "O3")]
    public void Amounts_that_Amazon_did_not_send_are_said_and_never_zero()
    {
        var line = AnOrder.Line(unitPrice: null, itemAmount: null, shipping: 0m, discount: 0m, tax: null, total: null, itemId: null);
        var page = Open(AnOrder.Details(
            AnOrder.Row(total: null, needsDecision: true), [line], [OrderFlags.AmountsMissing()], paymentMethod: null));

        Assert.Equal("not sent by Amazon", Cell(page, "Unit price"));
        Assert.Equal("not sent by Amazon", Cell(page, "Tax"));
        Assert.Equal("not sent by Amazon", Cell(page, "Line total"));
        Assert.Contains("not sent by Amazon", page.Find(".order-total").TextContent, StringComparison.Ordinal);
        var sum = Panel(page, "How the total adds up");
        Assert.Contains("Cannot be checked yet", sum.TextContent, StringComparison.Ordinal);
        Assert.Contains("Amazon sent no amounts for this order", sum.TextContent, StringComparison.Ordinal);
        Assert.Contains("payment method not sent by Amazon", Panel(page, "Payment").TextContent, StringComparison.Ordinal);
        Assert.Contains("not linked to an item", Cell(page, "Item"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "O3")]
    public void The_sum_says_whether_it_equals_Amazons_total()
    {
        Assert.Contains(
            "Equal to the paisa", Panel(Open(AnOrder.Details()), "How the total adds up").TextContent, StringComparison.Ordinal);

        var differing = Panel(Open(AnOrder.Details(AnOrder.Row(total: 1005.5m))), "How the total adds up");

        Assert.Equal("Amazon's total is ₹0.51 less", differing.QuerySelector(".status.error")!.TextContent.Trim());
    }

    [Fact]
    [Trait("Row", "T1")]
    [Trait("Row", "T2")]
    public void Between_states_the_whole_tax_stands_on_IGST0_with_the_reason()
    {
        var reason = Panel(Open(AnOrder.Details()), "Place of supply and GST").TextContent;

        Assert.Contains("Tamil Nadu (33)", reason, StringComparison.Ordinal);
        Assert.Contains("Home state: Karnataka (29)", reason, StringComparison.Ordinal);
        Assert.Contains("another state than your home state, so the whole tax is IGST", reason, StringComparison.Ordinal);
        Assert.Contains("an amount without a rate, so it is tied to the zero-percent rate", reason, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "T3")]
    public void Within_a_state_the_halves_stand_on_CGST0_and_SGST0_with_the_reason()
    {
        var home = GstState.Find("29")!;
        var page = Open(AnOrder.Details(
            AnOrder.Row(state: "29"), [AnOrder.Line(taxes: TaxSplitPolicy.Split(18.01m, home, home))]));

        Assert.Equal(
            ["CGST0 ₹9.01", "SGST0 ₹9.00"],
            page.FindAll("td[data-label=Tax] .line-taxes > span").Select(tax => tax.TextContent.Trim()));
        Assert.Contains(
            "halved into CGST and SGST, an odd paisa going to CGST",
            Panel(page, "Place of supply and GST").TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "T4")]
    public void In_a_union_territory_without_legislature_UTGST0_stands_with_the_law_that_says_so()
    {
        var home = GstState.Find("04")!;
        var page = Open(AnOrder.Details(
            AnOrder.Row(state: "04"), [AnOrder.Line(taxes: TaxSplitPolicy.Split(18m, home, home))]));

        Assert.Contains("UTGST0 ₹9.00", Cell(page, "Tax"), StringComparison.Ordinal);
        Assert.Contains("CGST Act s. 2(114)", Panel(page, "Place of supply and GST").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Row", "U2")]
    [InlineData(GstTreatment.Overseas, null, "AE", "Outside India: AE", "Delivered outside India.")]
    [InlineData(GstTreatment.Consumer, "33", "IN", "Tamil Nadu (33)", "Amazon sent no valid GSTIN")]
    [InlineData(GstTreatment.RegisteredBusiness, "33", "IN", "Tamil Nadu (33)", "the buyer's GSTIN is valid")]
    public void Place_and_treatment_come_with_their_reason(
        GstTreatment treatment,
        string? state,
        string country,
        string place,
        string reason)
    {
        var panel = Panel(
            Open(AnOrder.Details(AnOrder.Row(state: state, treatment: treatment), shipToCountry: country)),
            "Place of supply and GST");

        Assert.Contains(place, Words(panel), StringComparison.Ordinal);
        Assert.Contains(reason, Words(panel), StringComparison.Ordinal);
    }

    [Fact]
    public void Flags_stand_where_they_belong_and_an_unknown_one_stands_with_the_order()
    {
        var page = Open(AnOrder.Details(
            AnOrder.Row(needsDecision: true),
            flags:
            [
                OrderFlags.StateReadAs("Pondicherry", GstState.Find("34")!),
                OrderFlags.GstinInvalid(),
                OrderFlags.TotalsDiffer(1m, 2m, "INR"),
                OrderFlags.LineTotalDiffers("KET-BLU-1L", 1m, 2m),
                OrderFlags.TextRepaired(),
                new OrderFlag("of.tomorrow", "Something that this version does not know."),
            ]));

        var place = Panel(page, "Place of supply and GST");
        Assert.Contains("State “Pondicherry” read as Puducherry.", place.TextContent, StringComparison.Ordinal);
        Assert.Contains("Needs a decision. The buyer's GSTIN", Words(place), StringComparison.Ordinal);
        Assert.Contains("The lines add up to", Panel(page, "How the total adds up").TextContent, StringComparison.Ordinal);
        Assert.Contains("On the line of SKU", Panel(page, "Lines").TextContent, StringComparison.Ordinal);
        Assert.Contains("does not know", page.Find(".banners").TextContent, StringComparison.Ordinal);
        Assert.Equal(6, page.FindAll(".notice").Count);
    }

    [Fact]
    [Trait("Row", "O2")]
    public void A_buyers_request_to_cancel_is_a_banner_until_the_order_is_void()
    {
        var flags = new[] { OrderFlags.BuyerAskedToCancel() };
        var open = Open(AnOrder.Details(AnOrder.Row(needsDecision: true, cancelRequested: true), flags: flags));
        Assert.Equal("alert", open.Find(".banners .notice.error").GetAttribute("role"));
        Assert.Contains("Do not ship it before somebody decides", open.Find(".banners").TextContent, StringComparison.Ordinal);

        var voided = Open(AnOrder.Details(AnOrder.Row(status: OrderStatus.Void, cancelRequested: true), flags: flags));

        Assert.DoesNotContain("Do not ship it", voided.Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "U3")]
    [Trait("Row", "X1")]
    public void The_customer_is_concealed_down_to_the_state()
    {
        var card = Panel(Open(AnOrder.Details()), "Customer");

        Assert.Contains("Amazon IN - Customer", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tamil Nadu, area hidden", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("/sales-orders?customer=8", card.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    [Trait("Row", "X2")]
    public void The_contact_card_says_when_it_will_be_and_when_it_was_deleted()
    {
        var due = Open(AnOrder.Details(
            AnOrder.Row(status: OrderStatus.Fulfilled), contactExpiresAt: Clock.GetUtcNow().AddDays(29)));
        Assert.Contains("22 Dec 2026", Panel(due, "Customer").TextContent, StringComparison.Ordinal);
        Assert.Contains("Will be deleted", Panel(due, "Customer").TextContent, StringComparison.OrdinalIgnoreCase);

        var gone = Panel(
            Open(AnOrder.Details(AnOrder.Row(status: OrderStatus.Fulfilled), contactExpiresAt: Clock.GetUtcNow().AddDays(-1))),
            "Customer");

        Assert.Contains("Deleted on 22 Nov 2026", Words(gone), StringComparison.Ordinal);
        Assert.DoesNotContain("area hidden", gone.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "H3")]
    public void Paid_stands_with_its_comment_and_the_payment_method()
    {
        var page = Open(AnOrder.Details());

        Assert.Equal("Paid", Panel(page, "Payment").QuerySelector(".status.success")!.TextContent.Trim());
        Assert.Contains("Cash on delivery", Panel(page, "Payment").TextContent, StringComparison.Ordinal);
        Assert.Contains("Paid", Panel(page, "Comments").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_comment_nothing_claims_that_the_order_is_paid()
    {
        Assert.Null(Panel(Open(AnOrder.Details(comments: [])), "Payment").QuerySelector(".status"));
    }

    [Theory]
    [InlineData(FulfilledBy.Amazon, false, "no shipment is confirmed to Amazon")]
    [InlineData(FulfilledBy.Merchant, true, "Amazon collects the parcel")]
    [InlineData(FulfilledBy.Merchant, false, "You pack and ship it")]
    public void Who_ships_is_explained(FulfilledBy fulfilledBy, bool easyShip, string words)
    {
        var panel = Panel(
            Open(AnOrder.Details(AnOrder.Row(fulfilledBy: fulfilledBy, easyShip: easyShip))), "Fulfilment");

        Assert.Contains(words, Words(panel), StringComparison.Ordinal);
        Assert.Contains("Bengaluru", panel.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_history_has_the_facts_there_are()
    {
        var at = Clock.GetUtcNow();
        var history = Words(Panel(
            Open(AnOrder.Details(
                AnOrder.Row(status: OrderStatus.Void), fulfilledAt: at.AddHours(-2), voidedAt: at.AddHours(-1), replaces: "404-0000000-0000001")),
            "History"));

        Assert.Contains("Ordered 23 Nov 2026, 09:35", history, StringComparison.Ordinal);
        Assert.Contains("Fulfilled 23 Nov 2026, 12:05", history, StringComparison.Ordinal);
        Assert.Contains("Voided 23 Nov 2026, 13:05", history, StringComparison.Ordinal);
        Assert.Contains("Replaces Amazon order 404-0000000-0000001", history, StringComparison.Ordinal);
    }

    [Fact]
    public void No_such_order_and_a_fault_are_told_apart()
    {
        Assert.Contains("The sales order was not found", Open(99).Markup, StringComparison.Ordinal);

        Orders.Fault = new TimeoutException("secret detail");
        var failed = Open(99);

        Assert.Contains("The sales order could not be loaded.", failed.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", failed.Markup, StringComparison.Ordinal);
    }

    private static IElement Panel(IRenderedComponent<Host> page, string title) => page.Find($"section[aria-label='{title}']");

    private static string Cell(IRenderedComponent<Host> page, string label) =>
        Words(page.Find($"td[data-label='{label}']"));

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<Host> Open(SalesOrderDetails order)
    {
        Orders.Orders.Clear();
        Orders.Orders.Add(order);
        return Open(order.Order.Id);
    }

    [Fact]
    [Trait("Row", "O4")]
    public void Where_Amazon_has_a_changed_line_otherwise_is_said_at_the_line_and_the_sum()
    {
        var line = AnOrder.Line() with { ByHand = true, AmazonQuantity = 3, AmazonTotal = 1500m };
        var page = Open(AnOrder.Details(lines: [line]) with { AmazonTotal = 1500m });

        Assert.Contains("Changed by hand. Amazon has 3 for ₹1,500.00.", page.Find(".line-difference").TextContent, StringComparison.Ordinal);
        Assert.Contains("₹493.99 more: lines were changed by hand", Panel(page, "How the total adds up").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "O4")]
    [Trait("Row", "A1")]
    public void Only_who_may_manage_orders_is_offered_to_edit_clone_and_comment()
    {
        var page = Open(AnOrder.Details());
        Assert.Equal("/sales-orders/12/edit", page.Find(".page-actions a").GetAttribute("href"));
        Assert.NotNull(page.Find("#new-comment"));
        Assert.Contains(
            "Do not write names", page.Find("#new-comment").GetAttribute("placeholder"), StringComparison.Ordinal);

        SignIn(Role.Viewer);
        page = Open(AnOrder.Details());

        Assert.Empty(page.FindAll(".page-actions a"));
        Assert.Empty(page.FindAll("#new-comment"));
    }

    [Fact]
    [Trait("Row", "O5")]
    public void A_clone_is_opened_at_once()
    {
        var order = Stored(AmazonIn.Tests.TestKit.AnAmazonOrder.Unshipped());
        Navigation.NavigateTo("/sales-orders/12");
        var page = RenderPage<SalesOrderPage>(frame => frame.AddComponentParameter(1, nameof(SalesOrderPage.Id), order.Id));

        page.Find(".page-actions button[aria-label='More actions with the order']").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".mud-menu-item")));
        page.FindAll(".mud-menu-item").First(item => item.TextContent.Trim() == "Clone").Click();

        page.WaitForAssertion(() => Assert.EndsWith("/sales-orders/101", Navigation.Uri, StringComparison.Ordinal));
        Assert.Null(Store.Orders[1].AmazonOrderId);
    }

    [Fact]
    public void A_comment_is_added_and_the_field_is_empty_again()
    {
        var order = Stored(AmazonIn.Tests.TestKit.AnAmazonOrder.Unshipped());
        Navigation.NavigateTo("/sales-orders/12");
        var page = RenderPage<SalesOrderPage>(frame => frame.AddComponentParameter(1, nameof(SalesOrderPage.Id), order.Id));

        page.Find("#new-comment").Input("Wrap it twice.");
        page.Find(".comment-form").Submit();

        page.WaitForAssertion(() => Assert.Equal("Wrap it twice.", order.Comments[^1].Text));
        page.WaitForAssertion(() => Assert.Equal(string.Empty, page.Find("#new-comment").GetAttribute("value")));
    }

    private IRenderedComponent<Host> Open(long id)
    {
        // A page that a test opened before has left by now, as in a browser.
        DisposeComponentsAsync().GetAwaiter().GetResult();
        Navigation.NavigateTo($"/sales-orders/{id}");
        return RenderPage<SalesOrderPage>(page => page.AddComponentParameter(1, nameof(SalesOrderPage.Id), id));
    }
}
