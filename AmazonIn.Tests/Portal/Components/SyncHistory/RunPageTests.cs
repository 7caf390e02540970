using AmazonIn.Domain.Sync;
using AmazonIn.Portal.Components.Live;
using AmazonIn.Portal.Features.SyncHistory;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;

namespace AmazonIn.Tests.Portal.Components.SyncHistory;

public sealed class RunPageTests : ShopContext
{
    private const string TooMany = "The family has four attributes; at most three can be kept. Split it in Seller Central.";

    [Fact]
    [Trait("Row", "Y2")]
    public void Failures_come_first_grouped_by_cause_in_a_sentence()
    {
        var run = AMixedRun();

        var page = Open(run);

        Assert.Contains("3 items not synced", page.Markup, StringComparison.Ordinal);
        var causes = page.FindAll(".reason");
        Assert.Equal(2, causes.Count);
        Assert.Contains("2", causes[0].TextContent, StringComparison.Ordinal);
        Assert.Contains(TooMany, causes[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "Y2")]
    public void Each_record_is_listed_with_what_became_of_it_and_why()
    {
        var page = Open(AMixedRun());

        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll("tbody tr").Count));
        var first = page.FindAll("tbody tr")[0];
        Assert.Contains("Not synced", first.TextContent, StringComparison.Ordinal);
        Assert.Contains(TooMany, first.TextContent, StringComparison.Ordinal);
        var link = page.FindAll("tbody a.row-link").First(candidate => candidate.TextContent.Trim() == "साड़ी/रेशम");
        Assert.StartsWith("/items/", link.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "Y2")]
    public void A_cause_narrows_the_list_to_what_it_holds_back()
    {
        var run = AMixedRun();

        Open(run, "?reason=family.too-many-attributes");

        Assert.Equal("family.too-many-attributes", Queries.EntryFilters[^1].ReasonCode);
    }

    [Fact]
    [Trait("Row", "Y4")]
    public void Resync_leads_to_the_new_run()
    {
        var page = Open(AMixedRun());

        page.FindAll("button").First(button => button.TextContent.Trim() == "Resync").Click();

        Assert.EndsWith($"/history/{Journal.Runs[^1].Id}", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal(RunTrigger.Resync, Journal.Runs[^1].Trigger);
    }

    [Fact]
    [Trait("Row", "S4")]
    public void A_run_under_way_fills_its_lists_as_it_goes()
    {
        var run = Running(Connected(), SyncModule.Items);
        var page = Open(run);
        page.WaitForAssertion(() => Assert.Contains("Nothing has come in yet", page.Markup, StringComparison.Ordinal));
        Clock.Advance(LiveRuns.WhileActive);

        var entry = SyncEntry.Of(EntryKind.Item, "KETTLE", EntryChange.Created);
        entry.BelongTo(run.Id);
        Journal.Entries.Add(entry);
        run.RecordPage(1, 0, 0, 10, "next", Clock.GetUtcNow());
        Clock.Advance(LiveRuns.WhileActive);

        page.WaitForAssertion(() => Assert.Contains("KETTLE", page.Markup, StringComparison.Ordinal));
        Assert.NotNull(page.Find("[role=progressbar]"));
    }

    [Fact]
    [Trait("Row", "Y3")]
    public void A_run_whose_time_is_over_is_told_as_such()
    {
        var page = RenderPage<RunPage>(builder =>
        {
            builder.AddComponentParameter(1, nameof(RunPage.ChannelId), 1L);
            builder.AddComponentParameter(2, nameof(RunPage.RunId), 77L);
        });

        page.WaitForAssertion(() => Assert.Contains("This run is not in the history", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_of_another_channel_is_not_shown_under_this_one()
    {
        var run = AMixedRun();
        var page = RenderPage<RunPage>(builder =>
        {
            builder.AddComponentParameter(1, nameof(RunPage.ChannelId), run.ChannelId + 1);
            builder.AddComponentParameter(2, nameof(RunPage.RunId), run.Id);
        });

        page.WaitForAssertion(() => Assert.Contains("This run is not in the history", page.Markup, StringComparison.Ordinal));
    }

    private SyncRun AMixedRun() => Ended(
        Connected(),
        SyncModule.Items,
        SyncEntry.Not(EntryKind.ItemGroup, "FAMILY-1", "family.too-many-attributes", TooMany),
        SyncEntry.Not(EntryKind.ItemGroup, "FAMILY-2", "family.too-many-attributes", TooMany),
        SyncEntry.Not(EntryKind.Item, "KURTA-9", "listing.no-sku", "Amazon sent no SKU."),
        SyncEntry.Of(EntryKind.Item, "साड़ी/रेशम", EntryChange.Created),
        SyncEntry.Of(EntryKind.Item, "LAMP", EntryChange.Unchanged));

    private IRenderedComponent<Host> Open(SyncRun run, string query = "")
    {
        Navigation.NavigateTo($"/settings/integrations/ecommerce/{run.ChannelId}/history/{run.Id}{query}");
        var page = RenderPage<RunPage>(builder =>
        {
            builder.AddComponentParameter(1, nameof(RunPage.ChannelId), run.ChannelId);
            builder.AddComponentParameter(2, nameof(RunPage.RunId), run.Id);
        });
        page.WaitForElement("h1");
        return page;
    }
}
