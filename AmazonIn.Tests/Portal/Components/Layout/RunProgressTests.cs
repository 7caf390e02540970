using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using AmazonIn.Portal.Components.Live;

namespace AmazonIn.Tests.Portal.Components.Layout;

[Trait("Row", "S4")]
public sealed class RunProgressTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_estimate_needs_a_total_and_a_pace()
    {
        Assert.Equal("about 4 min left", RunProgress.Of(Run(synced: 400, expected: 2000), perMinute: 400).Estimate);
        Assert.Null(RunProgress.Of(Run(synced: 400, expected: null), perMinute: 400).Estimate);
        Assert.Null(RunProgress.Of(Run(synced: 400, expected: 2000), perMinute: null).Estimate);
    }

    [Fact]
    public void A_waiting_run_has_no_estimate()
    {
        var run = Run(synced: 400, expected: 2000) with { WaitingUntil = Start.AddMinutes(4) };

        var progress = RunProgress.Of(run, perMinute: 400);

        Assert.Null(progress.Estimate);
        Assert.Null(progress.PerMinute);
        Assert.Equal(20, progress.Percent);
    }

    [Fact]
    public void A_total_that_was_passed_is_no_total()
    {
        var progress = RunProgress.Of(Run(synced: 2100, expected: 2000), perMinute: 400);

        Assert.Null(progress.Total);
        Assert.Null(progress.Percent);
    }

    [Fact]
    public void Passed_over_and_failed_records_are_done_too()
    {
        var run = Run(synced: 10, expected: 40) with { NotSynced = 5, PassedOver = 5 };

        Assert.Equal(20, RunProgress.Of(run, null).Done);
        Assert.Equal(50, RunProgress.Of(run, null).Percent);
    }

    [Fact]
    public void A_pace_is_what_was_seen_in_the_last_minute()
    {
        var pace = new RunPace();
        pace.Observe(0, Start);
        pace.Observe(10, Start.AddSeconds(2));
        Assert.Null(pace.PerMinute);

        pace.Observe(100, Start.AddSeconds(60));
        pace.Observe(400, Start.AddSeconds(90));
        pace.Observe(700, Start.AddSeconds(120));

        Assert.Equal(600, pace.PerMinute!.Value, 1);
    }

    [Fact]
    public void A_run_that_stands_still_has_no_pace()
    {
        var pace = new RunPace();
        pace.Observe(50, Start);
        pace.Observe(50, Start.AddSeconds(30));

        Assert.Null(pace.PerMinute);
    }

    private static RunSummary Run(int synced, int? expected) => new(
        1, SyncModule.Orders, 1, "Amazon IN", RunTrigger.Manual, "Asha", RunState.Running, Start, Start, null, synced, 0, 0,
        expected, null, null, false, null);
}
