using AmazonIn.Domain.Sync;
using AmazonIn.Portal.Components.Layout;
using AmazonIn.Portal.Components.Live;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;

namespace AmazonIn.Tests.Portal.Components.Layout;

[Trait("Row", "S4")]
public sealed class SyncIndicatorTests : ShopContext
{
    [Fact]
    public void It_is_idle_then_counts_what_runs_then_is_idle_again()
    {
        var channel = Connected();
        var page = RenderPage<SyncIndicator>();
        page.WaitForAssertion(() => Assert.Equal("Sync: Idle", Label(page)));

        var run = Running(channel, SyncModule.Items);
        Feed.Changed(run.Id);
        Clock.Advance(LiveRuns.Gathering);
        page.WaitForAssertion(() => Assert.Equal("Sync: 1 running", Label(page)));

        run.Finish(null, null, Clock.GetUtcNow());
        Clock.Advance(LiveRuns.WhileActive);
        page.WaitForAssertion(() => Assert.Equal("Sync: Idle", Label(page)));
    }

    [Fact]
    public void It_says_that_a_channel_needs_attention_and_why()
    {
        Connected().NeedAttention("Amazon withdrew the authorisation.");
        var page = RenderPage<SyncIndicator>();

        page.WaitForAssertion(() => Assert.Equal("Sync: Needs attention", Label(page)));
        page.Find(".sync-button").Click();

        Assert.Contains("Amazon withdrew the authorisation.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_panel_shows_the_progress_and_what_a_run_waits_for()
    {
        var run = Running(Connected(), SyncModule.Orders);
        run.RecordPage(412, 0, 0, 2000, "next", Clock.GetUtcNow());
        Wait(run, Clock.GetUtcNow().AddMinutes(4), "Amazon's quota for orders refills");
        var page = RenderPage<SyncIndicator>();
        Clock.Advance(LiveRuns.WhileActive);

        page.Find(".sync-button").Click();

        Assert.Contains("412 of ~2,000", page.Markup, StringComparison.Ordinal);
        Assert.Equal("20", page.Find("[role=progressbar]").GetAttribute("aria-valuenow"));
        Assert.Contains("quota for orders refills; goes on at 14:09.", page.Markup, StringComparison.Ordinal);
    }

    private static string? Label(IRenderedComponent<Host> page) => page.Find(".sync-button").GetAttribute("aria-label");
}
