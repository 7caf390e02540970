using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.UseCases.Stock;
using AmazonIn.Portal.Features.Items;
using AmazonIn.Tests.Portal.Components.Listings;
using AmazonIn.Tests.Portal.Components.Shared;
using AmazonIn.Tests.Portal.Components.Stock;
using AmazonIn.Tests.Portal.Components.Warehouses;
using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Items;

public sealed class ItemPageTests : ShopContext
{
    private readonly FakeItems items = new();

    private readonly FakeStock stock = new();

    public ItemPageTests()
    {
        Services.AddSingleton<IItemQueries>(items);
        Services.AddSingleton<IStockQueries>(stock);
        Services.AddSingleton<IStockLedger>(stock);
        Services.AddSingleton<IOutboxSignal>(stock);
        Services.AddSingleton<IWarehouseStore>(new FakeWarehouses());
        Services.AddTransient<AdjustStock>();
        new FakeListings().AddTo(Services);
    }

    [Fact]
    public void The_ledger_counts_back_from_the_present_figures()
    {
        items.Details[1] = AnItem.Details(AnItem.Row(onHand: 15, reserved: 3), movements:
        [
            AnItem.Movement(4, MovementKind.Reserved, 0, 3, "Order imported", "SO-00012"),
            AnItem.Movement(3, MovementKind.Shipped, -5, -5, "Parcel sent", "SO-00011"),
            AnItem.Movement(2, MovementKind.Reserved, 0, 5, "Order imported", "SO-00011"),
            AnItem.Movement(1, MovementKind.Opening, 20, 0, "Opening stock from Amazon IN"),
        ]);

        var page = Open(1);

        Assert.Equal(["15", "15", "20", "20"], Column(page, "makes on hand"));
        Assert.Equal(["3", "0", "5", "0"], Column(page, "makes reserved"));
        Assert.Equal("+20", Column(page, "On hand", "Why this number?")[^1]);
        Assert.Equal("−5", Column(page, "On hand", "Why this number?")[1]);
        Assert.Contains("Opening stock from Amazon IN", Column(page, "What happened")[3], StringComparison.Ordinal);
        Assert.DoesNotContain("Older lines", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ledger_that_is_cut_says_what_was_there_before()
    {
        items.Details[1] = AnItem.Details(
            AnItem.Row(onHand: 15, reserved: 0), movements: [AnItem.Movement(9, MovementKind.Adjustment, 5, 0, "Counted")]);

        Assert.Contains("before them 10 were on hand", Open(1).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_the_ledger_leads_to_its_order()
    {
        items.Details[1] = AnItem.Details(movements:
        [
            AnItem.Movement(2, MovementKind.Reserved, 0, 3, "Order imported", "SO-00012"),
            AnItem.Movement(1, MovementKind.Adjustment, 15, 0, "Counted", "SO-called note"),
        ]);

        var page = Open(1);

        Assert.Equal(["/sales-orders/12"], page.FindAll("a[href^='/sales-orders/']").Select(link => link.GetAttribute("href")));
        Assert.Contains("SO-called note", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "I4")]
    public void Stock_that_Amazon_keeps_is_explained_instead_of_counted()
    {
        items.Details[1] = AnItem.Details(
            AnItem.Row(fulfilledBy: FulfilledBy.Amazon, onHand: 0, reserved: 0), balances: []);

        var page = Open(1);

        Assert.Contains("AmazonIn never sends a quantity for it", page.Markup, StringComparison.Ordinal);
        Assert.Equal("never: FBA", Assert.Single(Column(page, "Sent by us")));
        Assert.Empty(page.FindAll(".stock-figures"));
    }

    [Fact]
    public void Each_listing_shows_Amazons_quantity_its_state_and_why_it_was_refused()
    {
        items.Details[1] = AnItem.Details(AnItem.Row(listings:
        [
            AnItem.Listing(1, amazonQuantity: 1200, sent: 1200),
            AnItem.Listing(2, sku: " KET-2", amazonQuantity: null, state: ListingState.Inactive, reason: "The listing is closed.", channel: "Second shop"),
        ]));

        var page = Open(1);

        Assert.Equal(["1,200", "not sent"], Column(page, "At Amazon"));
        Assert.Equal(["1,200", "nothing yet"], Column(page, "Sent by us"));
        Assert.Equal(["Active", "Inactive"], Column(page, "State"));
        Assert.Equal(" KET-2", page.Find("td[data-label=Channel] .sku").TextContent);
        Assert.Contains("Second shop: The listing is closed.", page.Find(".notice.error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "I2")]
    public void A_member_of_a_family_shows_its_attributes_and_leads_to_its_siblings()
    {
        items.Details[1] = AnItem.Details(
            AnItem.Row() with { ItemGroupId = 5, ItemGroupTitle = "Cotton kurta" },
            [new("color", "Indigo"), new("size_name", null)]);

        var family = Panel(Open(1), "Item group");

        Assert.Equal(["Color", "Size name"], family.QuerySelectorAll("dt").Select(name => name.TextContent));
        Assert.Equal(
            ["Indigo", "not sent by Amazon"], family.QuerySelectorAll("dd").Select(value => value.TextContent.Trim()));
        Assert.Equal("/items?group=5", family.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    [Trait("Row", "I5")]
    public void Open_orders_are_found_by_an_awkward_SKU()
    {
        items.Details[1] = AnItem.Details(AnItem.Row(sku: "A/B+C &साड़ी"), openOrderLines: 2);

        var link = Panel(Open(1), "Stock").QuerySelector("a")!;

        Assert.Equal("2 lines of open orders", link.TextContent);
        Assert.Equal("/sales-orders?q=" + Uri.EscapeDataString("A/B+C &साड़ी"), link.GetAttribute("href"));
    }

    [Fact]
    public void Who_may_not_see_orders_reads_their_number_without_a_way_there()
    {
        items.Details[1] = AnItem.Details(openOrderLines: 2);
        SignIn(Role.Auditor);

        var stock = Panel(Open(1), "Stock");

        Assert.Contains("2 lines of open orders", stock.TextContent, StringComparison.Ordinal);
        Assert.Null(stock.QuerySelector("a"));
    }

    [Fact]
    public void Nothing_moved_yet_and_no_such_item_and_a_fault_are_told_apart()
    {
        items.Details[1] = AnItem.Details(balances: []);
        var fresh = Open(1);
        Assert.Contains("No stock has been counted yet", fresh.Markup, StringComparison.Ordinal);
        Assert.Contains("Nothing has moved yet", fresh.Markup, StringComparison.Ordinal);

        Assert.Contains("The item was not found", Open(2).Markup, StringComparison.Ordinal);

        items.Fault = new IOException("secret detail");
        var failed = Open(1);
        Assert.Contains("The item could not be loaded.", failed.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", failed.Markup, StringComparison.Ordinal);
    }

    private static IElement Panel(IRenderedComponent<Host> page, string title) => page.Find($"section[aria-label='{title}']");

    private static List<string> Column(IRenderedComponent<Host> page, string label, string? panel = null) =>
    [
        .. (panel is null ? page.FindAll($"td[data-label='{label}']") : Panel(page, panel).QuerySelectorAll($"td[data-label='{label}']"))
            .Select(cell => cell.TextContent.Trim()),
    ];

    [Fact]
    [Trait("Row", "K1")]
    public void Older_lines_of_the_ledger_are_fetched_when_they_are_asked_for()
    {
        items.Details[1] = AnItem.Details(
            AnItem.Row(onHand: 15, reserved: 0), movements: [AnItem.Movement(9, MovementKind.Adjustment, 5, 0, "Counted")]);
        stock.Ledger.Add(new LedgerRow(AnItem.Movement(8, MovementKind.Opening, 10), 10, 0));
        var page = Open(1);

        page.Find(".ledger-more button").Click();

        page.WaitForAssertion(() => Assert.Equal(["15", "10"], Column(page, "makes on hand")));
        Assert.Equal(9, stock.Pages[^1].AfterId);
        Assert.Empty(page.FindAll(".ledger-more"));
    }

    [Fact]
    [Trait("Row", "K1")]
    public void Reservations_lead_to_their_order_or_say_that_it_is_pending_at_Amazon()
    {
        items.Details[1] = AnItem.Details();
        stock.Reservations.Add(new(2, "403-2222222-2222222", null, null, "Amazon IN", "Bengaluru", 2, AnItem.Noon));
        stock.Reservations.Add(new(1, "403-1111111-1111111", 12, "SO-00012", "Amazon IN", "Bengaluru", 1, AnItem.Noon));

        var rows = Open(1).FindAll("section[aria-label='Reserved for'] tbody tr");

        Assert.Contains("Pending at Amazon", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("/sales-orders/12", rows[1].QuerySelector("a")?.GetAttribute("href"));
    }

    [Fact]
    [Trait("Row", "K1")]
    public void What_is_offered_is_explained_with_what_Amazon_said_and_every_earlier_answer()
    {
        items.Details[1] = AnItem.Details();
        stock.Pushes.Add(FakeStock.Push() with
        {
            State = PushState.Refused, Reason = "The SKU is closed.", Quantity = 7, SentAt = AnItem.Noon, RequestId = "req-1",
        });
        stock.Answers.Add(new(1, AnItem.Noon, 7, PushRoute.Feed, PushState.Refused, "The SKU is closed.", "req-1"));
        var page = Open(1);

        var sent = page.Find("section[aria-label='Sent to Amazon']");
        Assert.Contains("To be offered now: 7 (12 available in all warehouses, less 5 kept back).", sent.TextContent, StringComparison.Ordinal);
        Assert.Contains("Refused by Amazon", sent.TextContent, StringComparison.Ordinal);
        page.Find("details.answers").TriggerEvent("ontoggle", EventArgs.Empty);

        page.WaitForAssertion(() => Assert.Contains(
            "Refused by Amazon · The SKU is closed.", page.Find("details.answers td[data-label=Answer]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Row", "K2")]
    public void Change_that_waits_for_a_resting_channel_says_so()
    {
        items.Details[1] = AnItem.Details();
        stock.Pushes.Add(FakeStock.Push() with { StockSync = false, Due = true, State = PushState.Waiting });

        Assert.Contains("stock sync is switched off", Open(1).Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "K1")]
    public void A_person_adjusts_the_stock_beside_the_figure()
    {
        items.Details[1] = AnItem.Details();
        stock.Items["KET-BLU-1L"] = new StockedItem(1, "KET-BLU-1L", FulfilledBy.Merchant);
        var page = Open(1);

        page.FindAll("section[aria-label=Stock] button").Single(button => button.TextContent.Contains("Adjust stock", StringComparison.Ordinal)).Click();
        page.Find("#adjust-units").Input("1,200");
        page.Find("#adjust-reason").Input("Goods received");
        page.Find("#adjust-stock").Submit();

        page.WaitForAssertion(() => Assert.Single(stock.Adjusted));
        Assert.Equal((1, 1200, "Goods received"), (stock.Adjusted[0].ItemId, stock.Adjusted[0].Quantity, stock.Adjusted[0].Reason));
        Assert.Contains("1,200 on hand, 15 before.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "A1")]
    public void Who_may_only_look_is_not_offered_to_adjust()
    {
        SignIn(Role.Viewer);
        items.Details[1] = AnItem.Details();

        Assert.DoesNotContain("Adjust stock", Open(1).Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<Host> Open(long id)
    {
        // A page that a test opened before has left by now, as in a browser.
        DisposeComponentsAsync().GetAwaiter().GetResult();
        Navigation.NavigateTo($"/items/{id}");
        return RenderPage<ItemPage>(page => page.AddComponentParameter(1, nameof(ItemPage.Id), id));
    }
}
