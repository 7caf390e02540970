using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Portal.Features.Integrations;
using AmazonIn.Tests.Portal.Components.Shared;
using AngleSharp.Dom;
using Bunit;

namespace AmazonIn.Tests.Portal.Components.Integrations;

public sealed class ChannelLifeScreenTests : ShopContext
{
    [Fact]
    [Trait("Row", "D1")]
    public void Disable_Integration_counts_first_and_Ok_puts_the_channel_to_rest()
    {
        var channel = Connected();
        Running(channel, SyncModule.Orders);
        (Queries.QuantitiesWaiting, Queries.ShipmentsWaiting) = (12, 1);
        var page = Open(channel);

        Button(page, "Disable Integration").Click();
        page.WaitForElement(".life");
        Assert.Contains("1 sync under way will be stopped", page.Markup, StringComparison.Ordinal);
        Assert.Contains("12 quantities and 1 shipment on the way to Amazon will be held", page.Markup, StringComparison.Ordinal);
        Button(page, "Ok").Click();

        Assert.Equal(ChannelState.Inactive, channel.State);
        page.WaitForAssertion(() => Assert.Equal("Inactive", page.Find(".page-header .status").TextContent.Trim()));
        Assert.Contains("Held until it is enabled: 12 quantities and 1 shipment.", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("button[aria-label='Sync Manually: Items']").HasAttribute("disabled"));
        Assert.Contains("Amazon IN rests. 1 sync will stop within seconds.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "D2")]
    public void Enable_Integration_says_what_will_be_fetched_and_sent_and_asks_for_it()
    {
        var channel = Connected();
        channel.Disable(Clock.GetUtcNow().AddDays(-3));
        Queries.QuantitiesWaiting = 12;
        var page = Open(channel);

        Button(page, "Enable Integration").Click();
        page.WaitForElement(".life");
        Assert.Contains("after a rest of 3 days", page.Markup, StringComparison.Ordinal);
        Assert.Contains("First the orders are fetched", page.Markup, StringComparison.Ordinal);
        Assert.Contains("only Amazon knows", page.Markup, StringComparison.Ordinal);
        Assert.Contains("12 quantities", page.Find(".life").TextContent, StringComparison.Ordinal);
        Button(page, "Ok").Click();

        Assert.Equal(ChannelState.Active, channel.State);
        Assert.Equal([SyncModule.Orders, SyncModule.Items], Journal.Runs.Select(run => run.Module));
        page.WaitForAssertion(() => Assert.NotNull(Button(page, "Disable Integration")));
        Assert.Empty(page.FindAll(".page-notice"));
    }

    [Fact]
    [Trait("Row", "D3")]
    public void Disconnect_wants_the_name_typed_tells_what_it_removed_and_leads_back_to_the_cards()
    {
        var channel = Connected();
        Removal.Report = new RemovedChannel
        {
            ChannelId = channel.Id, Name = "Amazon IN", Credentials = true, Keys = 412, Contacts = 412, Listings = 1204,
            OrdersKept = 2310, OpenOrdersKept = 17,
        };
        var page = Open(channel);

        Menu(page, "Disconnect").Click();
        page.WaitForElement("#disconnect-name");
        Assert.Contains("names, addresses and phones of 412 orders", page.Markup, StringComparison.Ordinal);
        Assert.Contains("2,310 sales orders, 17 of them still to be shipped", page.Markup, StringComparison.Ordinal);
        Assert.True(Button(page, "Disconnect").HasAttribute("disabled"));
        page.Find("#disconnect-name").Input("Amazon");
        Assert.True(Button(page, "Disconnect").HasAttribute("disabled"));
        page.Find("#disconnect-name").Input("amazon in");
        Button(page, "Disconnect").Click();

        Assert.Equal(ChannelState.Disconnected, channel.State);
        page.WaitForAssertion(() => Assert.Contains("“Amazon IN” is disconnected", page.Markup, StringComparison.Ordinal));
        Assert.Contains("412 keys and personal data of 412 orders", page.Markup, StringComparison.Ordinal);
        Assert.Contains("confirm them in Seller Central", page.Markup, StringComparison.Ordinal);
        Button(page, "Close").Click();
        Assert.EndsWith("/settings/integrations/ecommerce", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "D3")]
    public void A_removal_that_breaks_off_says_that_the_portal_goes_on_with_it()
    {
        var channel = Connected();
        Removal.Break = new StorageUnavailableException("The disk is full.", new IOException());
        var page = Open(channel);

        Menu(page, "Disconnect").Click();
        page.WaitForElement("#disconnect-name").Input("Amazon IN");
        Button(page, "Disconnect").Click();

        page.WaitForAssertion(() => Assert.Contains("The portal goes on with it by itself", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Row", "W2")]
    public void The_toggle_opens_a_choice_and_Save_maps_the_warehouse()
    {
        var channel = Connected();
        var page = Open(channel);
        Assert.Equal("false", Toggle(page).GetAttribute("aria-checked"));
        Assert.Contains("the primary warehouse, Bengaluru", Row(page).TextContent, StringComparison.Ordinal);

        Toggle(page).Click();
        page.WaitForElement(".choice");
        Assert.Equal(["Bengaluru", "Delhi"], page.FindAll(".choice strong").Select(word => word.TextContent));
        Assert.True(Button(page, "Save").HasAttribute("disabled"));
        page.FindAll(".choice input")[1].Change("on");
        Button(page, "Save").Click();

        Assert.Equal(2, channel.WarehouseId);
        page.WaitForAssertion(() => Assert.Equal("true", Toggle(page).GetAttribute("aria-checked")));
        Assert.Contains("Orders are tracked in Delhi", Row(page).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "W2")]
    public void A_warehouse_with_nothing_in_it_is_warned_of()
    {
        Queries.AvailableInDelhi = 0;
        var page = Open(Connected());
        Toggle(page).Click();
        page.WaitForElement(".choice");
        Assert.DoesNotContain("offered 0", page.Markup, StringComparison.Ordinal);

        page.FindAll(".choice input")[1].Change("on");

        Assert.Contains("Delhi has nothing available, so Amazon would be offered 0 of every item", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "W2")]
    public void The_pencil_changes_the_warehouse()
    {
        var channel = Connected();
        channel.MapWarehouse(2);
        var page = Open(channel);

        page.Find("button[aria-label='Edit the warehouse mapping']").Click();
        page.WaitForElement(".choice");
        Assert.True(page.FindAll(".choice input")[1].HasAttribute("checked"));
        page.FindAll(".choice input")[0].Change("on");
        Button(page, "Save").Click();

        Assert.Equal(1, channel.WarehouseId);
    }

    [Fact]
    [Trait("Row", "W3")]
    public void Toggling_off_asks_and_only_Disable_goes_back_to_the_primary_warehouse()
    {
        var channel = Connected();
        channel.MapWarehouse(2);
        var page = Open(channel);

        Toggle(page).Click();
        page.WaitForElement(".dialog-words");
        Assert.Contains("Orders that are tracked in Delhi stay there.", page.Find(".dialog-words").TextContent, StringComparison.Ordinal);
        Button(page, "Cancel").Click();
        Assert.Equal(2, channel.WarehouseId);
        Assert.Equal("true", Toggle(page).GetAttribute("aria-checked"));

        Toggle(page).Click();
        page.WaitForElement(".dialog-words");
        Button(page, "Disable").Click();

        Assert.Null(channel.WarehouseId);
        page.WaitForAssertion(() => Assert.Equal("false", Toggle(page).GetAttribute("aria-checked")));
        Assert.Empty(page.FindAll("button[aria-label='Edit the warehouse mapping']"));
    }

    [Fact]
    [Trait("Row", "A1")]
    public void Who_may_not_manage_channels_sees_how_it_stands_and_no_way_to_change_it()
    {
        SignIn(Role.Viewer);
        var channel = Connected();
        channel.MapWarehouse(2);

        var page = Open(channel);

        Assert.DoesNotContain("Disable Integration", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button[role='switch']"));
        Assert.Empty(page.FindAll("button[aria-label='More actions']"));
        Assert.Contains("Orders are tracked in Delhi", Row(page).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "A5")]
    public void What_cannot_be_counted_is_not_done()
    {
        var channel = Connected();
        var page = Open(channel);
        Queries.Fault = new TimeoutException();

        Button(page, "Disable Integration").Click();

        page.WaitForAssertion(() => Assert.Contains("could not be counted", page.Markup, StringComparison.Ordinal));
        Assert.True(Button(page, "Ok").HasAttribute("disabled"));
    }

    [Fact]
    [Trait("Row", "C1")]
    [Trait("Row", "D3")]
    public void A_card_says_that_its_account_rests_and_knows_a_disconnected_one_no_more()
    {
        Connected().Disable(Clock.GetUtcNow());
        Connected("A2DEMOSELLERIN", "Second shop").Disconnect();
        var page = RenderPage<EcommercePage>();
        page.WaitForElement(".market");

        Assert.Equal("Inactive", page.Find(".market .status").TextContent.Trim());
        Assert.Contains("rests: nothing is fetched or sent", page.Find(".market").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Second shop", page.Markup, StringComparison.Ordinal);
    }

    private static IElement Button(IRenderedComponent<Host> page, string text) =>
        page.FindAll("button").Last(button => button.TextContent.Trim() == text);

    private static IElement Menu(IRenderedComponent<Host> page, string text)
    {
        page.Find("button[aria-label='More actions']").Click();
        return page.WaitForElements(".mud-menu-item").First(item => item.TextContent.Trim() == text);
    }

    private static IElement Toggle(IRenderedComponent<Host> page) =>
        page.Find("button[role='switch'][aria-label='Warehouse mapping']");

    private static IElement Row(IRenderedComponent<Host> page) =>
        page.FindAll(".module").First(row => row.QuerySelector("h3")!.TextContent.Trim() == "Warehouse mapping");

    private IRenderedComponent<Host> Open(SalesChannel channel)
    {
        var page = RenderPage<IntegrationPage>(builder =>
            builder.AddComponentParameter(1, nameof(IntegrationPage.ChannelId), channel.Id));
        page.WaitForElement(".module");
        return page;
    }
}
