using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Features.ItemGroups;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.ItemGroups;

public sealed class ItemGroupsPageTests : ShopContext
{
    private readonly FakeItemGroups groups = new();

    public ItemGroupsPageTests() => Services.AddSingleton<IItemGroupQueries>(groups);

    [Fact]
    [Trait("Row", "I2")]
    public void A_group_shows_what_its_items_differ_by_and_leads_to_them()
    {
        Connected();
        groups.Rows.Add(FakeItemGroups.Row(5, "Cotton kurta", "color", "size", "material"));

        var page = Open("/item-groups");

        Assert.Equal("Color, Size, Material", page.Find("td[data-label='Differs by']").TextContent);
        Assert.Equal("12", page.Find("td[data-label=Items]").TextContent);
        Assert.Equal("/items?group=5", page.Find("a.row-link").GetAttribute("href"));
        Assert.Contains("more than 3 attributes", page.Find(".page-subtitle").TextContent.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "A5")]
    public void The_address_says_which_groups_are_asked_for()
    {
        Connected();

        Open("/item-groups?q=kurta&channel=1&sort=-updated");

        Assert.Equal(new ItemGroupFilter("kurta", 1), Assert.Single(groups.Filters));
        Assert.Equal(new SortBy<ItemGroupSort>(ItemGroupSort.Updated, true), groups.Sorts[0]);
    }

    [Fact]
    public void A_groups_own_address_is_the_list_of_its_items()
    {
        RenderPage<ItemGroupRedirect>(page => page.AddComponentParameter(1, nameof(ItemGroupRedirect.Id), 5L));

        Assert.EndsWith("/items?group=5", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_yet_and_a_fault_are_told_apart()
    {
        Assert.Contains("No item groups yet", Open("/item-groups").Markup, StringComparison.Ordinal);

        groups.Fault = new TimeoutException();

        Assert.Contains("The item groups could not be loaded.", Open("/item-groups").Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<Host> Open(string address)
    {
        // A page that a test opened before has left by now, as in a browser.
        DisposeComponentsAsync().GetAwaiter().GetResult();
        Navigation.NavigateTo(address);
        return RenderPage<ItemGroupsPage>();
    }
}
