using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using AmazonIn.Portal.Components.Live;
using AmazonIn.Portal.Features.Integrations;
using AmazonIn.Tests.Portal.Components.Shared;
using AngleSharp.Dom;
using Bunit;

namespace AmazonIn.Tests.Portal.Components.Integrations;

public sealed class IntegrationPageTests : ShopContext
{
    [Fact]
    [Trait("Row", "S2")]
    public void All_seven_modules_are_there_with_last_and_next_sync_and_state()
    {
        var channel = Connected();
        Ended(channel, SyncModule.Items, SyncEntry.Of(EntryKind.Item, "KETTLE", EntryChange.Created));
        var page = Open(channel);

        Assert.Contains("Modules in Sync", page.Markup, StringComparison.Ordinal);
        Assert.Equal(
            ["Items", "Orders", "Stock", "Customers", "Shipments", "Payments", "Warehouse mapping"],
            page.FindAll(".module h3").Select(heading => heading.TextContent.Trim()));
        Assert.Contains("8 min ago", page.Find(".page-subtitle").TextContent, StringComparison.Ordinal);
        Assert.Contains("next at 18:06", page.Find(".page-subtitle").TextContent, StringComparison.Ordinal);
        Assert.Equal("Active", page.Find(".page-header .status").TextContent.Trim());
        Assert.Equal("/settings/integrations/ecommerce/1/history", Link(page, "Overall Sync History"));
    }

    [Fact]
    [Trait("Row", "S3")]
    public void Sync_Manually_starts_the_module_for_every_active_channel()
    {
        var channel = Connected();
        Connected("A2DEMOSELLERIN", "Second shop");
        var page = Open(channel);

        page.Find("button[aria-label='Sync Manually: Items']").Click();

        Assert.Equal(
            [(1L, SyncModule.Items), (2L, SyncModule.Items)],
            Journal.Runs.Select(run => (run.ChannelId, run.Module)));
        page.WaitForAssertion(() => Assert.Contains("for 1 other channel as well", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Row", "S4")]
    public void A_run_shows_in_its_row_moves_on_and_gives_way_to_its_result()
    {
        var channel = Connected();
        var page = Open(channel);
        var run = Running(channel, SyncModule.Orders);
        Feed.Changed(run.Id);
        Clock.Advance(LiveRuns.Gathering);
        page.WaitForAssertion(() => Assert.Contains("Running", Row(page, "Orders").TextContent, StringComparison.Ordinal));

        run.RecordPage(412, 0, 0, 2000, "next", Clock.GetUtcNow());
        Clock.Advance(LiveRuns.WhileActive);
        page.WaitForAssertion(() => Assert.Contains("412 of ~2,000", Row(page, "Orders").TextContent, StringComparison.Ordinal));

        run.Finish(null, null, Clock.GetUtcNow());
        Clock.Advance(LiveRuns.WhileActive);
        page.WaitForAssertion(() => Assert.Contains("just now", Row(page, "Orders").TextContent, StringComparison.Ordinal));
        Assert.NotNull(page.Find("button[aria-label='Sync Manually: Orders']"));
    }

    [Fact]
    [Trait("Row", "S4")]
    public void A_run_can_be_cancelled_and_says_that_it_is_stopping()
    {
        var channel = Connected();
        var run = Running(channel, SyncModule.Orders);
        var page = Open(channel);
        Clock.Advance(LiveRuns.Gathering);

        page.Find("button[aria-label='Cancel the sync of Orders']").Click();
        Clock.Advance(LiveRuns.Gathering);

        Assert.True(run.CancelRequested);
        page.WaitForAssertion(() => Assert.Contains("Stopping", Row(page, "Orders").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Row", "O2")]
    public void The_pencil_beside_Orders_saves_the_preference_for_every_channel()
    {
        var channel = Connected();
        var page = Open(channel);
        Assert.Contains("Confirmed and Fulfilled", Row(page, "Orders").TextContent, StringComparison.Ordinal);

        page.Find("button.pencil").Click();
        page.WaitForElement(".choice");
        Assert.Equal(
            ["Confirmed", "Confirmed and Fulfilled"],
            page.FindAll(".choice strong").Select(word => word.TextContent));
        Assert.Contains("Applies to every channel", page.Markup, StringComparison.Ordinal);
        page.FindAll(".choice input")[0].Change("on");
        page.FindAll("button").First(button => button.TextContent.Trim() == "Save").Click();

        Assert.Equal(OrderPreference.Confirmed, Organisations.Organisation!.OrderPreference);
        page.WaitForAssertion(() =>
            Assert.DoesNotContain("Confirmed and Fulfilled", Row(page, "Orders").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Row", "A1")]
    public void Who_may_only_look_sees_progress_and_history_but_no_actions()
    {
        SignIn(Role.Viewer);
        var channel = Connected();
        Running(channel, SyncModule.Items);

        var page = Open(channel);

        Assert.Empty(page.FindAll("button[aria-label^='Sync Manually']"));
        Assert.Empty(page.FindAll("button[aria-label^='Cancel']"));
        Assert.Empty(page.FindAll("button.pencil"));
        Assert.Equal("/settings/integrations/ecommerce/1/history?module=Items", Link(page, "Show Sync History"));
    }

    [Fact]
    public void A_channel_that_needs_attention_says_why_and_starts_nothing()
    {
        var channel = Connected();
        channel.NeedAttention("Amazon withdrew the authorisation.");

        var page = Open(channel);

        Assert.Contains("Amazon withdrew the authorisation.", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("button[aria-label='Sync Manually: Items']").HasAttribute("disabled"));
        Assert.Contains("Authorise again", page.Find(".notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Health_shows_quotas_and_the_days_that_the_authorisation_lasts()
    {
        Queries.Quotas.Add(new QuotaLevel("searchOrders", 16.4, 20));

        var page = Open(Connected());

        Assert.Contains("16 of 20", page.Find(".health").TextContent, StringComparison.Ordinal);
        Assert.Contains("Search orders", page.Find(".health").TextContent, StringComparison.Ordinal);
        Assert.Contains("212 days left", page.Find(".health").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_authorisation_near_its_end_is_among_what_needs_the_person()
    {
        var channel = Connected();
        Clock.Advance(TimeSpan.FromDays(190));

        var page = Open(channel);

        Assert.Contains("The authorisation ends in 22 days", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "A5")]
    public void A_channel_that_is_gone_is_told_as_such()
    {
        var page = RenderPage<IntegrationPage>(builder =>
            builder.AddComponentParameter(1, nameof(IntegrationPage.ChannelId), 99L));

        page.WaitForAssertion(() => Assert.Contains("The integration was not found", page.Markup, StringComparison.Ordinal));
    }

    private static IElement Row(IRenderedComponent<Host> page, string module) =>
        page.FindAll(".module").First(row => row.QuerySelector("h3")!.TextContent.Trim() == module);

    private static string? Link(IRenderedComponent<Host> page, string text) =>
        page.FindAll("a").First(link => link.TextContent.Trim() == text).GetAttribute("href");

    private IRenderedComponent<Host> Open(SalesChannel channel)
    {
        var page = RenderPage<IntegrationPage>(builder =>
            builder.AddComponentParameter(1, nameof(IntegrationPage.ChannelId), channel.Id));
        page.WaitForElement(".module");
        return page;
    }
}
