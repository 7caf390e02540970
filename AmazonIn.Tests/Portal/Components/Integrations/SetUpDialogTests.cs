using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Tax;
using AmazonIn.Portal.Composition;
using AmazonIn.Portal.Features.Integrations;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Integrations;

public sealed class SetUpDialogTests : ShopContext
{
    private const string Secret = "Atzr|a-real-secret";

    [Fact]
    [Trait("Row", "C2")]
    public void Set_Up_Now_asks_for_seller_id_and_token_and_says_where_to_find_them()
    {
        var page = Open();

        Assert.NotNull(page.Find("label[for=seller-id]"));
        Assert.NotNull(page.Find("label[for=token]"));
        Assert.Equal("password", page.Find("#token").GetAttribute("type"));
        Assert.Equal("off", page.Find("#token").GetAttribute("autocomplete"));
        var help = page.Find(".help");
        Assert.Contains("sellercentral.amazon.in", help.TextContent, StringComparison.Ordinal);
        Assert.Contains("Merchant Token", help.TextContent, StringComparison.Ordinal);
        Assert.Contains("Develop Apps", help.TextContent, StringComparison.Ordinal);
        Assert.True(help.QuerySelectorAll("li").Length >= 6);
    }

    [Fact]
    [Trait("Row", "C2")]
    [Trait("Row", "C6")]
    public void Connect_leads_to_the_integration_page_with_its_first_sync()
    {
        var page = Open();

        Fill(page, " a1demosellerin ", Secret);
        Connect(page);

        page.WaitForAssertion(() => Assert.EndsWith("/settings/integrations/ecommerce/1", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal(2, Journal.Runs.Count);
        Assert.Equal(Secret, Channels.Tokens[1]);
        Assert.Contains("is connected", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "C5")]
    public void Amazons_refusal_stands_at_the_token_and_nothing_is_stored()
    {
        Amazon = () => throw new MarketplaceUnauthorizedException("amazon.reauthorize", "Amazon does not accept this token.", null);
        var page = Open();

        Fill(page, "A1DEMOSELLERIN", Secret);
        Connect(page);

        page.WaitForAssertion(() => Assert.Contains("Amazon does not accept this token.", page.Markup, StringComparison.Ordinal));
        Assert.Empty(Channels.Tokens);
        Assert.DoesNotContain(Secret, Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal("A1DEMOSELLERIN", page.Find("#seller-id").GetAttribute("value"));
    }

    [Fact]
    [Trait("Row", "P2")]
    public void With_tax_rates_off_it_explains_and_links_to_the_setting()
    {
        Organisations.Organisation = new Organisation("Meera Crafts", "INR", GstState.Find("29"), "Asia/Kolkata", taxRatesEnabled: false);
        var page = Open();

        Fill(page, "A1DEMOSELLERIN", Secret);
        Connect(page);

        page.WaitForAssertion(() => Assert.Contains("Tax rates are switched off", page.Markup, StringComparison.Ordinal));
        Assert.Equal("/settings/organisation", page.Find(".set-up .notice a").GetAttribute("href"));
    }

    [Fact]
    [Trait("Row", "P1")]
    public void Another_currency_is_refused_with_a_way_to_ours()
    {
        Organisations.Organisation = new Organisation("Meera Crafts", "USD", GstState.Find("29"), "Asia/Kolkata", taxRatesEnabled: true);
        var page = Open();

        Fill(page, "A1DEMOSELLERIN", Secret);
        Connect(page);

        page.WaitForAssertion(() => Assert.Contains("base currency is USD", page.Markup, StringComparison.Ordinal));
        Assert.Equal("/settings/organisation", page.Find(".set-up .notice a").GetAttribute("href"));
        Assert.Empty(Channels.Tokens);
    }

    [Fact]
    [Trait("Row", "C3")]
    public void An_MWS_token_is_recognised_and_the_way_on_is_told()
    {
        var page = Open();

        Fill(page, "A1DEMOSELLERIN", "amzn.mws.4ea38b7b-f563-7709-4bae-87aea0000000");
        Connect(page);

        page.WaitForAssertion(() => Assert.Contains("Amazon switched MWS off", page.Find(".set-up form").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fault_of_our_own_never_shows_the_token()
    {
        Amazon = () => throw new InvalidOperationException($"boom {Secret}");
        var page = Open();

        Fill(page, "A1DEMOSELLERIN", Secret);
        Connect(page);

        page.WaitForAssertion(() => Assert.Contains("The account could not be connected.", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("boom", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "A2")]
    public void The_demo_account_is_offered_while_the_demo_runs()
    {
        Services.AddSingleton(new DemoAccount("A1DEMOSELLERIN", "Atzr|demo-in"));
        var page = Open();

        page.FindAll("button").First(button => button.TextContent.Contains("Use demo account", StringComparison.Ordinal)).Click();
        Connect(page);

        page.WaitForAssertion(() => Assert.Equal("Atzr|demo-in", Channels.Tokens[1]));
    }

    [Fact]
    [Trait("Row", "A2")]
    public void Without_the_demo_nothing_speaks_of_it()
    {
        Assert.DoesNotContain("Use demo account", Open().Markup, StringComparison.Ordinal);
    }

    private static void Fill(IRenderedComponent<Host> page, string sellerId, string token)
    {
        page.Find("#seller-id").Input(sellerId);
        page.Find("#token").Input(token);
    }

    private static void Connect(IRenderedComponent<Host> page) => page.Find("#connect-form").Submit();

    private IRenderedComponent<Host> Open()
    {
        var page = RenderPage<EcommercePage>();
        page.WaitForElement(".market");
        page.Find($"button[aria-label='Set Up Now: {Marketplace.India.Name}']").Click();
        page.WaitForElement("#seller-id");
        return page;
    }
}
