using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Layout;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AmazonIn.Tests.Portal.Components.Layout;

[Trait("Row", "A5")]
public sealed class SearchDialogTests : ShopContext
{
    [Fact]
    public async Task Typing_finds_and_Enter_opens()
    {
        Queries.Hits.Add(new SearchHit(SearchHitKind.SalesOrder, 12, "SO-00012", "404-1 · ₹499.00"));
        var page = await OpenAsync();

        page.Find("input[role=combobox]").Input("so-0");
        Clock.Advance(TimeSpan.FromMilliseconds(200));
        page.WaitForAssertion(() => Assert.Contains("SO-00012", page.Markup, StringComparison.Ordinal));
        page.Find("input[role=combobox]").KeyDown("Enter");

        Assert.EndsWith("/sales-orders/12", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arrow_keys_move_the_choice_and_tell_assistive_technology()
    {
        var page = await OpenAsync();

        page.Find("input[role=combobox]").KeyDown("ArrowDown");

        var active = page.Find("input[role=combobox]").GetAttribute("aria-activedescendant");
        Assert.Equal("true", page.Find("#" + active).GetAttribute("aria-selected"));
        Assert.Equal("search-hit-1", active);
    }

    [Fact]
    public async Task Pages_are_found_only_if_the_person_may_open_them()
    {
        SignIn(Role.Fulfilment);
        var page = await OpenAsync();

        Assert.Contains("Sales orders", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Users", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_fails_says_so_and_keeps_the_pages()
    {
        var page = await OpenAsync();
        Queries.Fault = new TimeoutException();

        page.Find("input[role=combobox]").Input("items");
        Clock.Advance(TimeSpan.FromMilliseconds(200));

        page.WaitForAssertion(() => Assert.Contains("The search did not work.", page.Markup, StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll("[role=option]"));
    }

    private async Task<IRenderedComponent<Host>> OpenAsync()
    {
        var page = Render<Host>();
        await page.InvokeAsync(() => Services.GetRequiredService<IDialogService>()
            .ShowAsync<SearchDialog>("Search", new DialogOptions { NoHeader = true }));
        page.WaitForElement("input[role=combobox]");
        return page;
    }
}
