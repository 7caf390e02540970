using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Sync;
using AmazonIn.Portal.Components.Live;
using AmazonIn.Portal.Features.SyncHistory;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;

namespace AmazonIn.Tests.Portal.Components.SyncHistory;

public sealed class HistoryPageTests : ShopContext
{
    [Fact]
    [Trait("Row", "Y1")]
    public void Every_run_is_a_row_with_its_time_and_counts()
    {
        var channel = Connected();
        Ended(channel, SyncModule.Items, Synced("A"), Synced("B"), Failed("C"));

        var page = Open(channel);

        Assert.Contains("Overall Sync History", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal("23 Nov 2026, 14:05 · 9 min ago", Cell(page, "Time"));
        Assert.Equal("Items", Cell(page, "Module"));
        Assert.Equal("By schedule", Cell(page, "Started"));
        Assert.Equal("2", Cell(page, "Synced"));
        Assert.Equal("1", Cell(page, "Not synced"));
        Assert.Equal("1 min 10 s", Cell(page, "Duration"));
        Assert.Equal("Failed", Cell(page, "State"));
    }

    [Fact]
    [Trait("Row", "Y1")]
    public void A_modules_history_shows_that_module_only()
    {
        var channel = Connected();
        Ended(channel, SyncModule.Items, Synced("A"));
        Ended(channel, SyncModule.Orders, Synced("404-1"));

        var page = Open(channel, "?module=Orders");

        Assert.Contains("Sync History of Orders", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal("Orders", Cell(page, "Module"));
        Assert.Single(page.FindAll("tbody tr"));
        Assert.Contains("Module: Orders", page.Find(".filter-chip").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "Y2")]
    public void A_row_leads_to_its_run()
    {
        var channel = Connected();
        var run = Ended(channel, SyncModule.Items, Synced("A"));

        Assert.Equal(
            $"/settings/integrations/ecommerce/{channel.Id}/history/{run.Id}",
            Open(channel).Find("a.row-link").GetAttribute("href"));
    }

    [Fact]
    [Trait("Row", "Y4")]
    public void Resync_fetches_again_what_the_run_fetched()
    {
        var channel = Connected();
        var run = Ended(channel, SyncModule.Items, Synced("A"), Failed("B"));
        var page = Open(channel);

        var button = page.Find("tbody tr .row-actions button.on-point");
        Assert.Equal("Resync", button.TextContent.Trim());
        button.Click();

        var again = Journal.Runs[^1];
        Assert.Equal((RunTrigger.Resync, run.Id), (again.Trigger, again.ResyncOfRunId));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
    }

    [Fact]
    [Trait("Row", "Y4")]
    public void A_run_under_way_has_no_Resync()
    {
        var channel = Connected();
        Running(channel, SyncModule.Items);
        Assert.Empty(Open(channel).FindAll(".row-actions button"));
    }

    [Fact]
    [Trait("Row", "A1")]
    public void Who_may_only_look_has_no_Resync()
    {
        SignIn(Role.Auditor);
        var channel = Connected();
        Ended(channel, SyncModule.Items, Synced("A"));

        Assert.Empty(Open(channel).FindAll(".row-actions button"));
    }

    [Fact]
    [Trait("Row", "S4")]
    public void A_running_row_counts_up_in_place()
    {
        var channel = Connected();
        var run = Running(channel, SyncModule.Orders);
        var page = Open(channel);
        Clock.Advance(LiveRuns.Gathering);

        run.RecordPage(250, 0, 0, 1000, "next", Clock.GetUtcNow());
        Clock.Advance(LiveRuns.WhileActive);

        page.WaitForAssertion(() => Assert.Equal("250", Cell(page, "Synced")));
        Assert.Equal("Running 25%", Cell(page, "State"));
    }

    [Fact]
    [Trait("Row", "A5")]
    public void Before_the_first_run_it_says_what_will_be_here()
    {
        var page = RenderPage<HistoryPage>(builder => builder.AddComponentParameter(1, nameof(HistoryPage.ChannelId), 1L));

        page.WaitForAssertion(() => Assert.Contains("No runs yet", page.Markup, StringComparison.Ordinal));
    }

    private static SyncEntry Synced(string key) => SyncEntry.Of(EntryKind.Item, key, EntryChange.Created);

    private static SyncEntry Failed(string key) => SyncEntry.Not(EntryKind.Item, key, "listing.no-sku", "Amazon sent no SKU.");

    private static string Cell(IRenderedComponent<Host> page, string column) =>
        page.Find($"tbody tr td[data-label='{column}']").TextContent.Trim();

    private IRenderedComponent<Host> Open(SalesChannel channel, string query = "")
    {
        Navigation.NavigateTo($"/settings/integrations/ecommerce/{channel.Id}/history{query}");
        var page = RenderPage<HistoryPage>(builder =>
            builder.AddComponentParameter(1, nameof(HistoryPage.ChannelId), channel.Id));
        page.WaitForElement("tbody tr");
        return page;
    }
}
