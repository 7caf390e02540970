using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;
using AmazonIn.Portal.Features.Settings;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Settings;

public sealed class TaxesPageTests : ShopContext
{
    public TaxesPageTests() => Services.AddSingleton<ITaxRateQueries>(new FakeTaxRates());

    [Fact]
    [Trait("Row", "P2")]
    public void The_rates_stand_by_component_the_zero_percent_ones_first()
    {
        var page = Open();

        Assert.Equal(["IGST", "CGST", "SGST", "UTGST"], page.FindAll(".components h2").Select(heading => heading.TextContent));
        Assert.Equal(
            ["IGST0", "CGST0", "SGST0", "UTGST0"],
            page.FindAll(".rates .zero").Select(rate => rate.QuerySelector("span")!.TextContent));
        Assert.Contains("0.125\u00A0%", page.Find(".components").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Row", "T1")]
    [Trait("Row", "T2")]
    [Trait("Row", "T3")]
    [InlineData("29", "CGST0 ₹9.01 + SGST0 ₹9.00")]
    [InlineData("07", "CGST0 ₹9.01 + SGST0 ₹9.00")]
    [InlineData("38", "CGST0 ₹9.01 + UTGST0 ₹9.00")]
    public void The_split_is_shown_with_the_organisations_own_state(string home, string within)
    {
        Organisations.Organisation = new Organisation("Meera Crafts", "INR", GstState.Find(home), "Asia/Kolkata", true);

        var page = Open();

        Assert.Equal([within, "IGST0 ₹18.01"], page.FindAll(".example td").Select(cell => cell.TextContent));
    }

    [Fact]
    [Trait("Row", "T4")]
    public void The_union_territories_of_UTGST_are_exactly_those_that_the_domain_knows()
    {
        var words = string.Join(' ', Open().Find(".why").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var start = words.IndexOf("s. 2(114)", StringComparison.Ordinal);
        var end = words.IndexOf("have legislatures", StringComparison.Ordinal);
        var without = words[start..words.IndexOf("Delhi, Puducherry", StringComparison.Ordinal)];
        var with = words[words.IndexOf("Delhi, Puducherry", StringComparison.Ordinal)..end];

        Assert.Equal(GstState.All.Where(state => state.Kind == StateKind.UnionTerritory), Named(without));
        Assert.Equal(GstState.All.Where(state => state.Kind == StateKind.UnionTerritoryWithLegislature), Named(with));
    }

    [Fact]
    [Trait("Row", "P2")]
    public void Rates_that_are_switched_off_say_what_that_prevents_and_lead_to_the_switch()
    {
        Organisations.Organisation = new Organisation("Meera Crafts", "INR", null, "Asia/Kolkata", taxRatesEnabled: false);

        var page = Open();

        Assert.Contains("no seller account can be connected", page.Find(".notice.warning").TextContent, StringComparison.Ordinal);
        Assert.Equal("/settings/organisation", page.Find(".notice.warning a").GetAttribute("href"));
        Assert.Empty(page.FindAll(".example"));
    }

    private static IEnumerable<GstState> Named(string words) =>
        GstState.All.Where(state => words.Contains(state.Name, StringComparison.Ordinal));

    private IRenderedComponent<Host> Open()
    {
        Navigation.NavigateTo("/settings/taxes");
        return RenderPage<TaxesPage>();
    }
}
