using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Features.Items;
using AmazonIn.Portal.Features.Listings;
using AmazonIn.Tests.Portal.Components.Items;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Listings;

public sealed class ListingsPageTests : ShopContext
{
    private readonly FakeListings listings = new();
    private readonly FakeItems items = new();

    public ListingsPageTests()
    {
        listings.AddTo(Services);
        Services.AddSingleton<IItemQueries>(items);
    }

    [Fact]
    [Trait("Row", "I3")]
    public void Each_listing_says_which_item_it_sells_or_that_it_has_none()
    {
        listings.Add("KET-BLU-1L");
        listings.Add("NOBODYS", itemId: null);

        var page = Open();

        Assert.Equal("/items/4", page.Find("td[data-label=Item] a").GetAttribute("href"));
        Assert.Contains("Linked by SKU", page.FindAll("td[data-label=Item]")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Not linked", page.FindAll("td[data-label=Item]")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "I3")]
    public void The_address_narrows_the_list_to_what_has_no_item()
    {
        Open("/listings?link=unlinked&channel=1&q=kurta");

        var filter = listings.Filters[^1];
        Assert.Equal((ListingStanding.Unlinked, 1L, "kurta"), (filter.Standing, filter.ChannelId, filter.Search));
    }

    [Fact]
    [Trait("Row", "I3")]
    public void Unlinking_asks_first_and_says_how_many_orders_moved()
    {
        var listing = listings.Add("KET-BLU-1L");
        var page = Open();

        Choose(page, "Unlink");
        page.WaitForElement(".mud-dialog .mud-button-filled").Click();

        page.WaitForAssertion(() => Assert.Equal(ListingLink.Unlinked, listing.Link));
        page.WaitForAssertion(() => Assert.Contains(
            "KET-BLU-1L is unlinked. 2 open orders moved with it.", page.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Not linked", page.Find("td[data-label=Item]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Row", "I3")]
    public async Task A_person_picks_the_item_that_a_listing_sells()
    {
        var listing = listings.Add("NOBODYS", itemId: null);
        var kettle = AnItem.Row(id: 9, sku: "KETTLE");
        items.Rows.Add(kettle);
        var page = Open();

        Choose(page, "Link to another item…");
        page.WaitForElement(".mud-dialog .item-picker");
        var picker = page.FindComponent<ItemPicker>();
        await page.InvokeAsync(() => picker.Instance.Chosen.InvokeAsync(kettle));
        page.WaitForAssertion(() => Assert.Contains("Link to KETTLE", page.Find(".mud-dialog .mud-button-filled").TextContent, StringComparison.Ordinal));
        page.Find(".mud-dialog .mud-button-filled").Click();

        page.WaitForAssertion(() => Assert.Equal((9L, ListingLink.ByHand), (listing.ItemId, listing.Link)));
    }

    [Fact]
    [Trait("Row", "A1")]
    public void Who_may_not_change_the_inventory_sees_no_actions()
    {
        SignIn(Role.Viewer);
        listings.Add("KET-BLU-1L");

        Assert.Empty(Open().FindAll(".row-actions button"));
    }

    [Fact]
    public void Nothing_listed_and_a_fault_are_told_apart()
    {
        Assert.Contains("No listings yet", Open().Markup, StringComparison.Ordinal);

        listings.Fault = new TimeoutException("secret detail");
        var page = Open();

        Assert.Contains("The listings could not be loaded.", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", page.Markup, StringComparison.Ordinal);
    }

    private static void Choose(IRenderedComponent<Host> page, string action)
    {
        page.Find(".row-actions button").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".mud-menu-item")));
        page.FindAll(".mud-menu-item").First(item => item.TextContent.Trim() == action).Click();
    }

    private IRenderedComponent<Host> Open(string address = "/listings")
    {
        DisposeComponentsAsync().GetAwaiter().GetResult();
        Navigation.NavigateTo(address);
        return RenderPage<ListingsPage>();
    }
}
