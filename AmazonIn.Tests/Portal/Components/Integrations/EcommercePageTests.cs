using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Portal.Features.Integrations;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;

namespace AmazonIn.Tests.Portal.Components.Integrations;

public sealed class EcommercePageTests : ShopContext
{
    [Fact]
    [Trait("Row", "C1")]
    public void There_is_one_card_a_marketplace_Amazon_IN_first()
    {
        var page = Open();

        Assert.Equal(
            Marketplace.All.Select(marketplace => marketplace.Name),
            page.FindAll(".market h2").Select(heading => heading.TextContent));
        Assert.Equal("Amazon IN", page.FindAll(".market h2")[0].TextContent);
        Assert.All(page.FindAll(".market .status"), chip => Assert.Equal("Not set up", chip.TextContent.Trim()));
    }

    [Theory]
    [Trait("Row", "C1")]
    [InlineData(ChannelState.Active, "Active")]
    [InlineData(ChannelState.Inactive, "Inactive")]
    [InlineData(ChannelState.NeedsAttention, "Needs attention")]
    public void A_connected_marketplace_says_its_state_with_icon_and_word(ChannelState state, string word)
    {
        var channel = Connected();
        typeof(SalesChannel).GetProperty(nameof(SalesChannel.State))!.SetValue(channel, state);

        var chip = Open().Find(".market .status");

        Assert.Equal(word, chip.TextContent.Trim());
        Assert.NotNull(chip.QuerySelector("svg"));
    }

    [Fact]
    [Trait("Row", "S2")]
    public void Show_Details_opens_the_integration_page()
    {
        var channel = Connected();

        var link = Open().Find("a[aria-label='Show Details: Amazon IN']");

        Assert.Equal("Show Details", link.TextContent.Trim());
        Assert.Equal($"/settings/integrations/ecommerce/{channel.Id}", link.GetAttribute("href"));
    }

    [Fact]
    [Trait("Row", "C1")]
    public void Several_accounts_of_one_marketplace_stand_on_its_card()
    {
        Connected();
        Connected("A2DEMOSELLERIN", "Second shop").NeedAttention("Amazon withdrew the authorisation.");

        var card = Open().Find(".market");

        Assert.Equal("Needs attention", card.QuerySelector("header .status")!.TextContent.Trim());
        Assert.Equal(2, card.QuerySelectorAll(".accounts li").Length);
        Assert.Contains("Amazon withdrew the authorisation.", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Connect another account", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "A1")]
    public void Who_may_not_connect_has_no_button_for_it()
    {
        SignIn(Role.Viewer);

        var page = Open();

        Assert.DoesNotContain("Set Up Now", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Your role cannot connect accounts.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "A5")]
    public void A_fault_says_what_happened()
    {
        Queries.Fault = new TimeoutException();

        var page = RenderPage<EcommercePage>();

        page.WaitForAssertion(() =>
            Assert.Contains("The marketplaces could not be loaded.", page.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<Host> Open()
    {
        var page = RenderPage<EcommercePage>();
        page.WaitForElement(".market");
        return page;
    }
}
