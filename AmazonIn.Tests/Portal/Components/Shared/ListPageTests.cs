using AmazonIn.Domain.Common;
using AmazonIn.Portal.Components.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Shared;

[Trait("Row", "A5")]
public sealed class ListPageTests : PortalContext
{
    private readonly List<ListQuery> asked = [];
    private Func<ListQuery, PageOf<Row>> answer = _ => new([new(1, "Kettle"), new(2, "Lamp")], 120);

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void The_address_decides_page_order_search_and_filters()
    {
        Navigation.NavigateTo("/things?q=ket&state=Active&sort=-name&size=25&page=3");

        var list = RenderList();

        var query = Assert.Single(asked);
        Assert.Equal(3, query.Page);
        Assert.Equal(50, query.ToPage().Skip);
        Assert.Equal("ket", query.Search);
        Assert.Equal("Active", query.Text("state"));
        Assert.Equal(new SortBy<Order>(Order.Name, true), query.SortBy(Order.Id));
        Assert.Contains("State: Active", list.Find(".filter-chip").TextContent, StringComparison.Ordinal);
        Assert.Equal("descending", list.Find("th[aria-sort]").GetAttribute("aria-sort"));
    }

    [Fact]
    public void Going_to_another_address_loads_that_view_without_losing_the_rows_on_the_screen()
    {
        Navigation.NavigateTo("/things");
        var list = RenderList();

        Navigation.NavigateTo("/things?page=2");

        list.WaitForAssertion(() => Assert.Equal(2, asked[^1].Page));
        Assert.Equal(2, list.FindAll("tbody tr").Count);
    }

    [Fact]
    public void Leaving_for_another_page_loads_nothing()
    {
        Navigation.NavigateTo("/things");
        RenderList();

        Navigation.NavigateTo("/others?page=2");

        Assert.Single(asked);
    }

    [Fact]
    public void Pager_and_headings_are_links()
    {
        Navigation.NavigateTo("/things?q=lamp");
        var list = RenderList();

        Assert.Equal("/things?q=lamp&page=2", list.Find("a[rel=next]").GetAttribute("href"));
        Assert.Equal("/things?q=lamp&sort=name", list.Find("th a.sort").GetAttribute("href"));
        Assert.Contains("1–2 of 120", list.Find(".pager").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_at_all_and_nothing_that_fits_are_told_apart()
    {
        answer = _ => new([], 0);
        Navigation.NavigateTo("/things");
        Assert.Contains("No things yet", RenderList().Markup, StringComparison.Ordinal);

        Navigation.NavigateTo("/things?q=zzz");
        var narrowed = RenderList();

        Assert.Contains("No things match", narrowed.Markup, StringComparison.Ordinal);
        Assert.Equal("/things", narrowed.Find(".empty-action a").GetAttribute("href"));
    }

    [Fact]
    public void A_fault_says_what_why_and_what_to_do_and_the_next_try_can_succeed()
    {
        var working = answer;
        answer = _ => throw new TimeoutException("secret detail");
        Navigation.NavigateTo("/things");
        var list = RenderList();
        Assert.Contains("The things could not be loaded.", list.Markup, StringComparison.Ordinal);
        Assert.Contains("took too long", list.Markup, StringComparison.Ordinal);
        Assert.Contains("Reference", list.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", list.Markup, StringComparison.Ordinal);

        answer = working;
        list.Find(".error-panel button").Click();

        list.WaitForAssertion(() => Assert.Equal(2, list.FindAll("tbody tr").Count));
    }

    [Fact]
    public void Typing_searches_after_a_pause()
    {
        Navigation.NavigateTo("/things");
        var list = RenderList();

        list.Find("input[type=search]").Input("kettle");
        Assert.Single(asked);
        Clock.Advance(TimeSpan.FromMilliseconds(350));

        list.WaitForAssertion(() => Assert.Equal("kettle", asked[^1].Search));
        Assert.EndsWith("/things?q=kettle", Navigation.Uri, StringComparison.Ordinal);
    }

    private IRenderedComponent<ListPage<Row>> RenderList() => Render<ListPage<Row>>(parameters => parameters
        .Add(list => list.What, "things")
        .Add(list => list.SearchLabel, "Search things")
        .Add(list => list.Filters, [new FilterDefinition("state", "State", [new("Active", "Active")])])
        .Add(list => list.RowKey, row => row.Id)
        .Add(list => list.RowHref, row => $"/things/{row.Id}")
        .Add(list => list.Load, (query, _) =>
        {
            asked.Add(query);
            return Task.FromResult(answer(query));
        })
        .Add(list => list.Empty, builder => builder.AddContent(0, "No things yet"))
        .Add(list => list.Columns, builder =>
        {
            builder.OpenComponent<Column<Row>>(0);
            builder.AddComponentParameter(1, nameof(Column<Row>.Title), "Name");
            builder.AddComponentParameter(2, nameof(Column<Row>.Sort), "name");
            builder.AddComponentParameter(3, nameof(Column<Row>.ChildContent), (RenderFragment<Row>)(row => cell => cell.AddContent(0, row.Name)));
            builder.CloseComponent();
        }));

    private enum Order
    {
        Id,
        Name,
    }

    private sealed record Row(long Id, string Name);
}
