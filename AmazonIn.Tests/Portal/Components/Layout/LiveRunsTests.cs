using AmazonIn.Domain.Sync;
using AmazonIn.Portal.Components.Live;
using AmazonIn.Tests.Portal.Components.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Layout;

[Trait("Row", "S4")]
public sealed class LiveRunsTests : ShopContext
{
    [Fact]
    public void A_run_that_this_instance_reports_is_seen_at_once()
    {
        var channel = Connected();
        var live = Following();
        Assert.Empty(live.Active);
        var run = Running(channel, SyncModule.Items);

        Feed.Changed(run.Id);
        Clock.Advance(LiveRuns.Gathering);

        Assert.Equal(run.Id, Assert.Single(live.Active).Id);
    }

    [Fact]
    public void Many_reports_are_one_look()
    {
        var channel = Connected();
        var live = Following();
        var run = Running(channel, SyncModule.Items);
        var looks = Queries.RunFilters.Count;

        for (var page = 0; page < 50; page++)
        {
            Feed.Changed(run.Id);
        }

        Clock.Advance(LiveRuns.Gathering);

        Assert.Equal(looks + 1, Queries.RunFilters.Count);
        Assert.Single(live.Active);
    }

    [Fact]
    public void A_run_of_another_instance_is_followed_by_looking()
    {
        var channel = Connected();
        var run = Running(channel, SyncModule.Orders);
        var live = Following();
        run.RecordPage(100, 0, 0, 400, "next", Clock.GetUtcNow());

        Clock.Advance(LiveRuns.WhileActive);

        Assert.Equal(100, Assert.Single(live.Active).Synced);
    }

    [Fact]
    public void While_nothing_runs_it_looks_seldom()
    {
        Following();
        var looks = Queries.RunFilters.Count;

        Clock.Advance(LiveRuns.WhileActive * 3);
        Assert.Equal(looks, Queries.RunFilters.Count);
        Clock.Advance(LiveRuns.WhileIdle);

        Assert.Equal(looks + 1, Queries.RunFilters.Count);
    }

    [Fact]
    public void Starts_and_ends_are_told_from_progress()
    {
        var channel = Connected();
        var run = Running(channel, SyncModule.Orders);
        var live = Following();
        var generation = live.Generation;

        run.RecordPage(10, 0, 0, null, "next", Clock.GetUtcNow());
        Clock.Advance(LiveRuns.WhileActive);
        Assert.Equal(generation, live.Generation);

        run.Finish(null, null, Clock.GetUtcNow());
        Clock.Advance(LiveRuns.WhileActive);
        Assert.Equal(generation + 1, live.Generation);
        Assert.Empty(live.Active);
    }

    [Fact]
    public void A_database_that_fails_once_does_not_end_the_following()
    {
        var channel = Connected();
        var live = Following();
        Queries.Fault = new TimeoutException();
        Clock.Advance(LiveRuns.WhileIdle);
        Queries.Fault = null;
        Running(channel, SyncModule.Items);

        Clock.Advance(LiveRuns.WhileIdle);

        Assert.Single(live.Active);
    }

    [Fact]
    public void Nothing_is_read_after_the_browser_has_gone()
    {
        var live = Following();
        var looks = Queries.RunFilters.Count;

        live.Dispose();
        Feed.Changed(1);
        Clock.Advance(LiveRuns.WhileIdle * 2);

        Assert.Equal(looks, Queries.RunFilters.Count);
    }

    private LiveRuns Following()
    {
        var live = Services.GetRequiredService<LiveRuns>();
        live.Start();
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        return live;
    }
}
