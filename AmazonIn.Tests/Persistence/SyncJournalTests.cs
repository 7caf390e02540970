using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Persistence;

public abstract class SyncJournalTests(DatabaseProvider provider) : SellerTests(provider)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Asking_twice_starts_once()
    {
        var first = await RequestAsync(SyncModule.Orders);
        var second = await RequestAsync(SyncModule.Orders);
        var ofItems = await RequestAsync(SyncModule.Items);

        Assert.NotEqual(0, first.Id);
        Assert.Equal(first.Id, second.Id);
        Assert.NotEqual(first.Id, ofItems.Id);
    }

    [Fact]
    public async Task Ten_clicks_at_once_start_one_run()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => RequestAsync(SyncModule.Orders))));

        Assert.Single(runs.Select(run => run.Id).Distinct());
    }

    [Fact]
    public async Task Oldest_waiting_run_is_taken_first_and_only_once()
    {
        var items = await RequestAsync(SyncModule.Items);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var orders = await RequestAsync(SyncModule.Orders);

        var taken = new[] { await TakeAsync(), await TakeAsync(), await TakeAsync() };

        Assert.Equal([items.Id, orders.Id, null], taken.Select(run => run?.Id));
        Assert.Equal(RunState.Running, (await Journal.FindAsync(items.Id, Cancelled))!.State);
    }

    [Fact]
    public async Task Initial_orders_wait_for_the_channels_items()
    {
        var orders = await RequestAsync(SyncModule.Orders, RunTrigger.Initial);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var items = await RequestAsync(SyncModule.Items, RunTrigger.Initial);

        var first = await TakeAsync();
        var meanwhile = await TakeAsync();
        await FinishAsync(first!);
        var second = await TakeAsync();

        Assert.Equal(items.Id, first!.Id);
        Assert.Null(meanwhile);
        Assert.Equal(orders.Id, second!.Id);
    }

    [Fact]
    public async Task Resting_channel_keeps_its_runs_waiting()
    {
        await RequestAsync(SyncModule.Items);
        Channel.NeedAttention("Authorise again.");
        await Database.Get<IChannelStore>().SaveAsync(Channel, null, Cancelled);

        Assert.Null(await TakeAsync());

        Channel.Reauthorize(Clock.GetUtcNow());
        await Database.Get<IChannelStore>().SaveAsync(Channel, null, Cancelled);

        Assert.NotNull(await TakeAsync());
    }

    [Fact]
    public async Task Resync_waits_for_the_modules_running_run()
    {
        var running = await TakenAsync(SyncModule.Orders);
        var resync = await RequestAsync(SyncModule.Orders, RunTrigger.Resync, resyncOf: running.Id);

        Assert.Null(await TakeAsync());

        await FinishAsync(running);

        Assert.Equal(resync.Id, (await TakeAsync())!.Id);
    }

    [Fact]
    [Trait("Row", "S1")]
    public async Task Two_instances_never_run_the_same_module_at_once()
    {
        await using var other = Database.AnotherInstance();
        var journals = new[] { Journal, other.GetRequiredService<ISyncJournal>() };
        for (var round = 0; round < 200; round++)
        {
            await RequestAsync(SyncModule.Orders);
            await RequestAsync(SyncModule.Orders, RunTrigger.Resync, resyncOf: 1);

            var taken = await Task.WhenAll(journals.Select((journal, index) => Task.Run(() =>
                journal.TryTakeAsync($"portal-{index}", Lease, Clock.GetUtcNow(), Cancelled))));

            var run = Assert.Single(taken, one => one is not null)!;
            await using (var db = Database.Open())
            {
                Assert.Equal(1, await db.SyncRuns.CountAsync(row => row.State == RunState.Running, Cancelled));
            }

            await FinishAsync(run);
        }
    }

    [Fact]
    public async Task Owner_that_slept_past_its_lease_cannot_write()
    {
        await using var other = Database.AnotherInstance();
        var slept = await TakenAsync(SyncModule.Orders);
        Clock.Advance(2 * Lease);

        Assert.Equal(1, await Journal.InterruptExpiredAsync(Clock.GetUtcNow(), Cancelled));
        var journal = other.GetRequiredService<ISyncJournal>();
        var takenOver = await journal.TryTakeAsync("there", Lease, Clock.GetUtcNow(), Cancelled);

        Assert.Equal(slept.Id, takenOver!.Id);
        Assert.Equal(slept.Fence + 1, takenOver.Fence);
        Assert.False(await Journal.RenewAsync(slept, Clock.GetUtcNow() + Lease, Cancelled));
        await Assert.ThrowsAsync<LeaseLostException>(() => Journal.SaveProgressAsync(slept, Cancelled));
        await Assert.ThrowsAsync<LeaseLostException>(() => FinishAsync(slept));
        await Assert.ThrowsAsync<LeaseLostException>(() => Database.Get<IOrderImportStore>().SaveAsync(
            new OrderImportPage(slept, [], [], [SyncEntry.Of(EntryKind.Order, "1", EntryChange.Created)]), Cancelled));
        await Journal.RecordWaitAsync(slept, Clock.GetUtcNow(), "from the grave", Cancelled);

        var row = await Journal.FindAsync(slept.Id, Cancelled);
        Assert.Equal("there", row!.LeaseOwner);
        Assert.Null(row.Message);
        await using var db = Database.Open();
        Assert.Empty(await db.SyncEntries.ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Interrupted_run_goes_on_from_its_checkpoint()
    {
        var run = await TakenAsync(SyncModule.Orders);
        run.OpenWindow(Clock.GetUtcNow().AddDays(-30));
        run.RecordPage(100, 0, 3, 250, "page-2", Clock.GetUtcNow());
        await Journal.SaveProgressAsync(run, Cancelled);
        run.Interrupt(Clock.GetUtcNow());
        await Journal.SaveProgressAsync(run, Cancelled);

        var resumed = await TakeAsync();

        Assert.Equal(run.Id, resumed!.Id);
        Assert.Equal("page-2", resumed.PageToken);
        Assert.Equal((100, 3, 250, 1), (resumed.Synced, resumed.PassedOver, resumed.ExpectedTotal, resumed.PagesRead));
        Assert.Equal(Clock.GetUtcNow().AddDays(-30), resumed.WindowFrom);
        Assert.Equal(1, resumed.Interruptions);
    }

    [Fact]
    public async Task Saving_progress_neither_shortens_the_lease_nor_forgets_a_cancellation()
    {
        var run = await TakenAsync(SyncModule.Orders);
        await Journal.RenewAsync(run, Clock.GetUtcNow() + (5 * Lease), Cancelled);
        Assert.True(await Journal.RequestCancelAsync(run.Id, Clock.GetUtcNow(), Cancelled));

        run.RecordPage(1, 0, 0, null, null, Clock.GetUtcNow());
        await Journal.SaveProgressAsync(run, Cancelled);

        var row = await Journal.FindAsync(run.Id, Cancelled);
        Assert.Equal(Clock.GetUtcNow() + (5 * Lease), row!.LeaseUntil);
        Assert.True(await Journal.IsCancelRequestedAsync(run.Id, Cancelled));
    }

    [Fact]
    public async Task Present_wait_survives_a_page_and_a_past_one_does_not()
    {
        var run = await TakenAsync(SyncModule.Orders);
        await Journal.RecordWaitAsync(run, Clock.GetUtcNow().AddSeconds(30), "Amazon's quota refills", Cancelled);
        await Journal.SaveProgressAsync(run, Cancelled);
        var waiting = await Journal.FindAsync(run.Id, Cancelled);

        Clock.Advance(TimeSpan.FromSeconds(31));
        await Journal.SaveProgressAsync(run, Cancelled);
        var going = await Journal.FindAsync(run.Id, Cancelled);

        Assert.Equal("Amazon's quota refills", waiting!.Message);
        Assert.NotNull(waiting.WaitingUntil);
        Assert.Null(going!.Message);
        Assert.Null(going.WaitingUntil);
    }

    [Fact]
    public async Task Waiting_run_is_cancelled_at_once_and_an_ended_one_not_at_all()
    {
        var waiting = await RequestAsync(SyncModule.Items);

        Assert.True(await Journal.RequestCancelAsync(waiting.Id, Clock.GetUtcNow(), Cancelled));
        Assert.False(await Journal.RequestCancelAsync(waiting.Id, Clock.GetUtcNow(), Cancelled));
        Assert.False(await Journal.RequestCancelAsync(4711, Clock.GetUtcNow(), Cancelled));

        var row = await Journal.FindAsync(waiting.Id, Cancelled);
        Assert.Equal(RunState.Cancelled, row!.State);
        Assert.True(row.CancelRequested);
        Assert.Null(await TakeAsync());
        Assert.NotEqual(waiting.Id, (await RequestAsync(SyncModule.Items)).Id);
    }

    [Fact]
    public async Task Run_that_is_stopping_leaves_its_place_to_a_new_one_that_waits_for_it()
    {
        var stopping = await TakenAsync(SyncModule.Orders);
        Assert.Equal([stopping.Id], await Journal.ListActiveAsync(Channel.Id, Cancelled));
        await Journal.RequestCancelAsync(stopping.Id, Clock.GetUtcNow(), Cancelled);

        var next = await RequestAsync(SyncModule.Orders);
        Assert.NotEqual(stopping.Id, next.Id);
        Assert.Null(await TakeAsync());

        // However the stopping one ends, the new one keeps its place.
        stopping.Interrupt(Clock.GetUtcNow());
        await Journal.SaveProgressAsync(stopping, Cancelled);
        await Journal.InterruptExpiredAsync(Clock.GetUtcNow(), Cancelled);
        Assert.Equal(RunState.Cancelled, (await Journal.FindAsync(stopping.Id, Cancelled))!.State);
        Assert.Equal(next.Id, (await RequestAsync(SyncModule.Orders)).Id);
        Assert.Equal(next.Id, (await TakeAsync())!.Id);
    }

    [Fact]
    public async Task Run_that_was_to_be_cancelled_ends_with_its_lease()
    {
        var run = await TakenAsync(SyncModule.Orders);
        await Journal.RequestCancelAsync(run.Id, Clock.GetUtcNow(), Cancelled);
        Clock.Advance(2 * Lease);

        Assert.Equal(1, await Journal.InterruptExpiredAsync(Clock.GetUtcNow(), Cancelled));

        Assert.Equal(RunState.Cancelled, (await Journal.FindAsync(run.Id, Cancelled))!.State);
        Assert.Empty(await Journal.ListActiveAsync(Channel.Id, Cancelled));
    }

    [Fact]
    public async Task Lease_in_force_is_not_interrupted()
    {
        await TakenAsync(SyncModule.Orders);
        Clock.Advance(Lease - TimeSpan.FromSeconds(1));

        Assert.Equal(0, await Journal.InterruptExpiredAsync(Clock.GetUtcNow(), Cancelled));
    }

    [Fact]
    public async Task Run_interrupted_too_often_is_given_up()
    {
        var run = await RequestAsync(SyncModule.Orders);
        for (var time = 0; time <= SyncRun.MaxInterruptions; time++)
        {
            Assert.NotNull(await TakeAsync());
            Clock.Advance(2 * Lease);
            await Journal.InterruptExpiredAsync(Clock.GetUtcNow(), Cancelled);
        }

        var row = await Journal.FindAsync(run.Id, Cancelled);
        Assert.Equal(RunState.Failed, row!.State);
        Assert.Null(row.ActiveKey);
        Assert.Null(await TakeAsync());
    }

    [Fact]
    public async Task Watermark_is_never_taken_back_and_only_the_schedule_sets_the_next_time_earlier()
    {
        var run = await TakenAsync(SyncModule.Orders);
        var stale = await Journal.GetCursorAsync(Channel.Id, SyncModule.Orders, Cancelled);
        var scheduled = await Journal.GetCursorAsync(Channel.Id, SyncModule.Orders, Cancelled);
        scheduled.Schedule(Clock.GetUtcNow().AddHours(4));
        await Journal.SaveCursorAsync(scheduled, Cancelled);
        await FinishAsync(run);

        stale.Schedule(Clock.GetUtcNow().AddHours(2));
        await Journal.SaveCursorAsync(stale, Cancelled);

        var cursor = await Journal.GetCursorAsync(Channel.Id, SyncModule.Orders, Cancelled);
        Assert.Equal(Clock.GetUtcNow(), cursor.Watermark);
        Assert.Equal(Clock.GetUtcNow(), cursor.LastEndedAt);
        Assert.Equal(Clock.GetUtcNow().AddHours(2), cursor.NextDueAt);
        await using var db = Database.Open();
        Assert.Equal(1, await db.SyncCursors.CountAsync(Cancelled));
    }

    [Fact]
    [Trait("Row", "Y3")]
    public async Task History_is_purged_by_its_outcome_and_entries_go_with_their_runs()
    {
        var good = await EndedAsync(notSynced: 0);
        var bad = await EndedAsync(notSynced: 1);
        var waiting = await RequestAsync(SyncModule.Orders);
        var now = Clock.GetUtcNow();

        Assert.Equal(0, await Journal.PurgeAsync(now.AddDays(-1), now.AddDays(-1), Cancelled));
        Assert.Equal(1, await Journal.PurgeAsync(now.AddDays(1), now.AddDays(-1), Cancelled));
        Assert.Null(await Journal.FindAsync(good.Id, Cancelled));
        Assert.Equal(1, await Journal.PurgeAsync(now.AddDays(1), now.AddDays(1), Cancelled));
        Assert.Null(await Journal.FindAsync(bad.Id, Cancelled));
        Assert.NotNull(await Journal.FindAsync(waiting.Id, Cancelled));
        await using var db = Database.Open();
        Assert.Empty(await db.SyncEntries.ToListAsync(Cancelled));
    }

    [Fact]
    [Trait("Row", "Y4")]
    public async Task Keys_of_a_run_are_everything_it_fetched()
    {
        var run = await EndedAsync(notSynced: 1);

        Assert.Equal(["BAD-0", "GOOD"], await Journal.ListKeysAsync(run.Id, Cancelled));
    }

    [Fact]
    public async Task Failed_keys_are_fetched_again_until_they_succeed_or_are_parked()
    {
        await EndedAsync(notSynced: 2);
        Assert.Equal(["BAD-0", "BAD-1"], await RetriesAsync());

        for (var attempt = 2; attempt < SyncRetry.MaxAttempts; attempt++)
        {
            await EndedAsync(notSynced: 1);
            Assert.Equal(["BAD-0", "BAD-1"], await RetriesAsync());
        }

        await EndedAsync(notSynced: 1);
        Assert.Equal(["BAD-1"], await RetriesAsync());

        await EndedAsync(notSynced: 0, "BAD-0", "BAD-1");
        Assert.Empty(await RetriesAsync());
        await using var db = Database.Open();
        Assert.Empty(await db.SyncRetries.ToListAsync(Cancelled));
    }

    private Task<IReadOnlyList<string>> RetriesAsync() =>
        Journal.ListRetriesAsync(Channel.Id, SyncModule.Orders, Cancelled);

    private Task<SyncRun?> TakeAsync() => Journal.TryTakeAsync("here", Lease, Clock.GetUtcNow(), Cancelled);

    private async Task<SyncRun> EndedAsync(int notSynced, params string[] synced)
    {
        var run = await TakenAsync(SyncModule.Orders);
        var entries = synced.Append("GOOD").Select(key => SyncEntry.Of(EntryKind.Order, key, EntryChange.Created))
            .Concat(Enumerable.Range(0, notSynced)
                .Select(index => SyncEntry.Not(EntryKind.Order, $"BAD-{index}", "order.unreadable", "Unreadable.")))
            .ToList();
        run.RecordPage(synced.Length + 1, notSynced, 0, null, null, Clock.GetUtcNow());
        await Database.Get<IOrderImportStore>().SaveAsync(new OrderImportPage(run, [], [], entries), Cancelled);
        await FinishAsync(run);
        return run;
    }

    public sealed class OnSqlite() : SyncJournalTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : SyncJournalTests(DatabaseProvider.SqlServer);
}
