using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.SyncRuns;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.UseCases;

public sealed class ScheduleTests
{
    private readonly InMemoryChannels _channels = new();
    private readonly InMemoryJournal _journal = new();
    private readonly Quiet _quiet = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    [Trait("Row", "S1")]
    public async Task Every_active_channel_is_synced_every_four_hours()
    {
        await AddChannelAsync("A1DEMOSELLERIN");
        Assert.Equal(2, await TickAsync());
        await FinishAllAsync();

        _time.Advance(TimeSpan.FromHours(3.99));
        Assert.Equal(0, await TickAsync());
        _time.Advance(TimeSpan.FromHours(0.01));

        Assert.Equal(2, await TickAsync());
        Assert.Equal(
            [RunTrigger.Initial, RunTrigger.Initial, RunTrigger.Scheduled, RunTrigger.Scheduled],
            _journal.Runs.Select(run => run.Trigger));
    }

    [Fact]
    [Trait("Row", "S1")]
    public async Task Ticks_missed_while_the_portal_was_down_are_caught_up_by_one_run_in_the_old_rhythm()
    {
        await AddChannelAsync("A1DEMOSELLERIN");
        await TickAsync();
        await FinishAllAsync();

        _time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(2, await TickAsync());
        Assert.Equal(0, await TickAsync());

        var cursor = await _journal.GetCursorAsync(1, SyncModule.Orders, TestContext.Current.CancellationToken);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 16, 0, 0, TimeSpan.Zero), cursor.NextDueAt);
    }

    [Fact]
    [Trait("Row", "S1")]
    public async Task A_channel_that_needs_attention_rests()
    {
        (await AddChannelAsync("A1DEMOSELLERIN")).NeedAttention("Amazon refused us.");

        Assert.Equal(0, await TickAsync());
    }

    [Fact]
    [Trait("Row", "S3")]
    public async Task Sync_manually_starts_the_module_for_every_active_channel_and_only_once()
    {
        await AddChannelAsync("A1DEMOSELLERIN");
        var second = await AddChannelAsync("A2DEMOSELLERIN");
        (await AddChannelAsync("A3DEMOSELLERIN")).NeedAttention("Amazon refused us.");
        var sync = new RequestSync(_channels, _journal, _quiet, new InMemoryAudit(), _time);

        var runs = await sync.RunAsync(Actor.System, SyncModule.Orders, second.Id, TestContext.Current.CancellationToken);
        var again = await sync.RunAsync(Actor.System, SyncModule.Orders, null, TestContext.Current.CancellationToken);

        Assert.Equal([2L, 1L], runs.Value!.Select(run => run.ChannelId));
        Assert.Equal(2, _journal.Runs.Count);
        Assert.Equal([1L, 2L], again.Value!.Select(run => run.ChannelId));
    }

    [Fact]
    [Trait("Row", "S3")]
    public async Task Sync_manually_says_why_when_nothing_can_start()
    {
        var sync = new RequestSync(_channels, _journal, _quiet, new InMemoryAudit(), _time);

        var none = await sync.RunAsync(Actor.System, SyncModule.Items, null, TestContext.Current.CancellationToken);
        (await AddChannelAsync("A1DEMOSELLERIN")).NeedAttention("Amazon refused us.");
        var resting = await sync.RunAsync(Actor.System, SyncModule.Items, 1, TestContext.Current.CancellationToken);
        var unknown = await sync.RunAsync(Actor.System, SyncModule.Items, 9, TestContext.Current.CancellationToken);

        Assert.Equal("sync.no-active-channel", none.Error?.Code);
        Assert.Equal("sync.channel-not-active", resting.Error?.Code);
        Assert.Equal("not-found", unknown.Error?.Code);
    }

    [Fact]
    [Trait("Row", "Y4")]
    public async Task A_resync_is_a_run_of_its_own_for_the_same_records()
    {
        await AddChannelAsync("A1DEMOSELLERIN");
        await TickAsync();
        var resync = new ResyncRun(_channels, _journal, _quiet, new InMemoryAudit(), _time);

        var early = await resync.RunAsync(Actor.System, 1, TestContext.Current.CancellationToken);
        await FinishAllAsync();
        var run = await resync.RunAsync(Actor.System, 1, TestContext.Current.CancellationToken);
        var twice = await resync.RunAsync(Actor.System, 1, TestContext.Current.CancellationToken);

        Assert.Equal("sync.run-active", early.Error?.Code);
        Assert.Equal((RunTrigger.Resync, 1L), (run.Value!.Trigger, run.Value.ResyncOfRunId));
        Assert.Equal(run.Value.Id, twice.Value!.Id);
    }

    private async Task<SalesChannel> AddChannelAsync(string sellerId)
    {
        var channel = new SalesChannel("Amazon IN", Marketplace.India, sellerId, _time.GetUtcNow());
        await _channels.AddAsync(channel, "Atzr|x", TestContext.Current.CancellationToken);
        return channel;
    }

    private Task<int> TickAsync() =>
        new RequestDueRuns(_channels, _journal, _quiet, SyncSettings.Default, _time)
            .RunAsync(TestContext.Current.CancellationToken);

    private async Task FinishAllAsync()
    {
        foreach (var run in _journal.Runs.Where(run => run.State == RunState.Requested))
        {
            run.Take("portal", _time.GetUtcNow(), TimeSpan.FromMinutes(1));
            run.Finish(_time.GetUtcNow(), null, _time.GetUtcNow());
            var cursor = await _journal.GetCursorAsync(run.ChannelId, run.Module, TestContext.Current.CancellationToken);
            cursor.RunEnded(_time.GetUtcNow(), readWhole: true);
            await _journal.SaveCursorAsync(cursor, TestContext.Current.CancellationToken);
        }
    }
}
