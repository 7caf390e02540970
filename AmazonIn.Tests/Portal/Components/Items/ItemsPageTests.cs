using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using AmazonIn.Portal.Components.Live;
using AmazonIn.Portal.Features.Items;
using AmazonIn.Tests.Portal.Components.ItemGroups;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Items;

public sealed class ItemsPageTests : ShopContext
{
    private readonly FakeItems items = new();
    private readonly FakeItemGroups groups = new();

    public ItemsPageTests()
    {
        Services.AddSingleton<IItemQueries>(items);
        Services.AddSingleton<IItemGroupQueries>(groups);
    }

    [Fact]
    [Trait("Row", "A5")]
    public void The_address_says_which_items_are_asked_for()
    {
        Connected();
        Connected("A2DEMOSELLERIN", "Second shop");

        Open("/items?q=kettle&fulfilledBy=Amazon&listing=Inactive&group=5&channel=2&outOfStock=true&sort=-price&page=2");

        Assert.Equal(
            new ItemFilter("kettle", null, FulfilledBy.Amazon, ListingState.Inactive, 5, 2, true), Assert.Single(items.Filters));
        Assert.Equal(new SortBy<ItemSort>(ItemSort.Price, true), items.Sorts[0]);
        Assert.Equal(50, items.Pages[0].Skip);
    }

    [Fact]
    [Trait("Row", "A5")]
    public void Each_active_filter_is_a_chip_that_can_be_taken_away()
    {
        Connected();
        groups.Rows.Add(FakeItemGroups.Row(5, "Cotton kurta", "color", "size"));
        items.Rows.Add(AnItem.Row());

        var page = Open("/items?group=5&outOfStock=true");

        Assert.Equal(
            ["Item group: Cotton kurta", "Out of stock"],
            page.FindAll(".filter-chip > span").Select(chip => chip.TextContent));
        Assert.Equal(
            ["/items?outOfStock=true", "/items?group=5"],
            page.FindAll(".filter-chip a").Select(link => link.GetAttribute("href")));
        Assert.Contains("differ by Color, Size", page.Find(".page-subtitle").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "A5")]
    public void Amounts_and_counts_are_written_as_in_India_with_figures_at_the_end()
    {
        Connected();
        items.Rows.Add(AnItem.Row(price: 123456.5m, onHand: 123456, reserved: 3456));

        var page = Open("/items");

        Assert.Equal("₹1,23,456.50", Cell(page, "Price"));
        Assert.Equal("1,23,456", Cell(page, "On hand"));
        Assert.Equal("3,456", Cell(page, "Reserved"));
        Assert.Equal("1,20,000", Cell(page, "Available"));
        Assert.All(
            page.FindAll("td[data-label=Price], td[data-label='On hand'], td[data-label=Available]"),
            cell => Assert.Contains("end", cell.ClassList));
    }

    [Fact]
    [Trait("Row", "I4")]
    public void Stock_that_Amazon_keeps_is_marked_and_never_looks_sold_out()
    {
        Connected();
        items.Rows.Add(AnItem.Row(
            fulfilledBy: FulfilledBy.Amazon, onHand: 0, reserved: 0, listings: [AnItem.Listing(fulfilledBy: FulfilledBy.Amazon, amazonQuantity: 40)]));

        var page = Open("/items");

        Assert.Equal("Amazon FBA", Cell(page, "Fulfilled by"));
        Assert.Equal("40 at Amazon", Cell(page, "Available"));
        Assert.DoesNotContain("Out of stock", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Sold_out_and_oversold_are_said_in_words()
    {
        Connected();
        items.Rows.Add(AnItem.Row(1, onHand: 3, reserved: 3));
        items.Rows.Add(AnItem.Row(2, onHand: 1, reserved: 3));

        var page = Open("/items");

        Assert.Equal(
            ["Out of stock", "−2, oversold"],
            page.FindAll("td[data-label=Available]").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public void A_listing_that_Amazon_refuses_shows_it_with_the_reason()
    {
        Connected();
        Connected("A2DEMOSELLERIN", "Second shop");
        items.Rows.Add(AnItem.Row(listings:
        [
            AnItem.Listing(1),
            AnItem.Listing(2, channel: "Second shop", reason: "Quantity is not allowed for this brand."),
        ]));

        var page = Open("/items");

        Assert.Contains("Amazon IN: Active", Cell(page, "Listings"), StringComparison.Ordinal);
        Assert.Contains("Second shop: Active, refused", Cell(page, "Listings"), StringComparison.Ordinal);
        Assert.Contains(
            page.FindAll("td[data-label=Listings] [title]"),
            listing => listing.GetAttribute("title")!.EndsWith("Quantity is not allowed for this brand.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_leads_to_its_item_and_a_cut_title_is_told_in_full()
    {
        Connected();
        var title = string.Join(' ', Enumerable.Repeat("हस्तनिर्मित पीतल दीया", 12));
        items.Rows.Add(AnItem.Row(9, title: title));

        var page = Open("/items");

        Assert.Equal("/items/9", page.Find("a.row-link").GetAttribute("href"));
        Assert.Equal(title, page.Find(".item-title").GetAttribute("title"));
    }

    [Fact]
    public void Without_a_channel_the_one_thing_to_do_is_to_connect_one_if_the_role_may()
    {
        var page = Open("/items");
        Assert.Equal("/settings/integrations/ecommerce", page.Find(".empty-action a").GetAttribute("href"));

        SignIn(Role.Viewer);

        Assert.Empty(Open("/items").FindAll(".empty-action a"));
    }

    [Fact]
    public void With_a_channel_an_empty_list_leads_to_its_sync()
    {
        Connected();

        Assert.Equal("/settings/integrations/ecommerce/1", Open("/items").Find(".empty-action a").GetAttribute("href"));
    }

    [Fact]
    [Trait("Row", "I1")]
    public void Items_that_a_sync_brings_appear_by_themselves_and_the_selected_view_stays()
    {
        var channel = Connected();
        Services.GetRequiredService<LiveRuns>().Start();
        var page = Open("/items?q=kettle");
        Assert.Contains("No items match", page.Markup, StringComparison.Ordinal);

        var run = Running(channel, SyncModule.Items);
        Feed.Changed(run.Id);
        Clock.Advance(LiveRuns.Gathering);
        page.WaitForAssertion(() => Assert.Equal(2, items.Filters.Count));
        items.Rows.Add(AnItem.Row());
        run.RecordPage(1, 0, 0, 10, "next", Clock.GetUtcNow());
        Clock.Advance(TimeSpan.FromSeconds(6));

        page.WaitForAssertion(() => Assert.Equal("/items/1", page.Find("a.row-link").GetAttribute("href")));
        Assert.All(items.Filters, filter => Assert.Equal("kettle", filter.Search));
    }

    [Fact]
    public void A_fault_is_said_without_internals()
    {
        items.Fault = new TimeoutException("secret detail");

        var page = Open("/items");

        Assert.Contains("The items could not be loaded.", page.Find(".error-panel").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", page.Markup, StringComparison.Ordinal);
    }

    private static string Cell(IRenderedComponent<Host> page, string label) =>
        page.Find($"td[data-label='{label}']").TextContent.Trim();

    private IRenderedComponent<Host> Open(string address)
    {
        // A page that a test opened before has left by now, as in a browser.
        DisposeComponentsAsync().GetAwaiter().GetResult();
        Navigation.NavigateTo(address);
        return RenderPage<ItemsPage>();
    }
}
