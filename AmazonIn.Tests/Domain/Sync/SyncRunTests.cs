using AmazonIn.Domain.Common;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Tests.Domain.Sync;

public sealed class SyncRunTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(5, 0, RunState.Succeeded)]
    [InlineData(0, 0, RunState.Succeeded)]
    [InlineData(5, 1, RunState.Failed)]
    [InlineData(0, 1, RunState.Failed)]
    [Trait("Row", "Y3")]
    public void One_failure_makes_a_run_a_failed_one(int synced, int notSynced, RunState expected)
    {
        var run = Taken();
        run.RecordPage(synced, notSynced, 0, null, null, Now);

        run.Finish(Now, null, Now);

        Assert.Equal(expected, run.State);
        Assert.Null(run.ActiveKey);
        Assert.Null(run.RunningKey);
    }

    [Fact]
    public void An_interrupted_run_keeps_its_checkpoint_and_can_be_taken_again()
    {
        var run = Taken();
        run.RecordPage(100, 0, 0, null, "page-2", Now);
        run.Interrupt(Now);

        run.Take("another", Now, TimeSpan.FromMinutes(1));

        Assert.Equal("page-2", run.PageToken);
        Assert.Equal(100, run.Synced);
        Assert.Equal(2, run.Fence);
    }

    [Fact]
    public void A_run_that_is_interrupted_over_and_over_is_given_up()
    {
        var run = Taken();
        for (var times = 0; times < SyncRun.MaxInterruptions; times++)
        {
            run.Interrupt(Now);
            run.Take("portal", Now, TimeSpan.FromMinutes(1));
        }

        run.Interrupt(Now);

        Assert.Equal(RunState.Failed, run.State);
    }

    [Fact]
    [Trait("Row", "S4")]
    public void A_run_that_has_not_started_is_cancelled_at_once()
    {
        var run = new SyncRun(1, SyncModule.Orders, RunTrigger.Manual, "Meera", Now);

        run.RequestCancel(Now);

        Assert.Equal(RunState.Cancelled, run.State);
    }

    [Fact]
    public void A_run_that_has_ended_cannot_be_taken()
    {
        var run = Taken();
        run.Finish(Now, null, Now);

        Assert.Throws<DomainRuleException>(() => run.Take("portal", Now, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void A_watermark_only_moves_forward()
    {
        var cursor = new SyncCursor(1, SyncModule.Orders);
        cursor.Advance(Now);
        cursor.Advance(Now.AddHours(-1));

        Assert.Equal(Now, cursor.Watermark);
    }

    [Fact]
    public void Windows_reach_back_over_the_one_before()
    {
        Assert.Equal(Now - TimeSpan.FromMinutes(10), SyncWindowPolicy.From(SyncModule.Orders, Now, 30, Now));
        Assert.Equal(Now.AddDays(-30), SyncWindowPolicy.From(SyncModule.Orders, null, 30, Now));
        Assert.Null(SyncWindowPolicy.From(SyncModule.Items, null, 30, Now));
    }

    [Fact]
    [Trait("Row", "Y3")]
    public void History_goes_after_a_calendar_month_or_two()
    {
        var march = new DateTimeOffset(2027, 3, 31, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(new DateTimeOffset(2027, 2, 28, 0, 0, 0, TimeSpan.Zero), HistoryRetentionPolicy.SuccessfulBefore(march));
        Assert.Equal(new DateTimeOffset(2027, 1, 31, 0, 0, 0, TimeSpan.Zero), HistoryRetentionPolicy.FailedBefore(march));
    }

    private static SyncRun Taken()
    {
        var run = new SyncRun(1, SyncModule.Orders, RunTrigger.Manual, "Meera", Now);
        run.Take("portal", Now, TimeSpan.FromMinutes(1));
        return run;
    }
}
