using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.SyncRuns;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.UseCases;

public sealed class SyncDispatcherTests : IDisposable
{
    private readonly InMemoryChannels _channels = new();
    private readonly InMemoryJournal _journal = new();
    private readonly Quiet _quiet = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly ScriptedModule _orders = new();
    private readonly SyncDispatcher _dispatcher;

    public SyncDispatcherTests() =>
        _dispatcher = new SyncDispatcher(
            _journal, _channels, [_orders], _quiet, _quiet, SyncSettings.Default, _time);

    public void Dispose() => _dispatcher.Dispose();

    [Fact]
    public async Task A_run_read_to_its_end_moves_the_watermark()
    {
        var run = await RequestAsync();
        var readUpTo = _time.GetUtcNow().AddMinutes(-2);
        _orders.Work = (_, _) => Task.FromResult(new ModuleSyncResult(readUpTo));

        await DispatchAsync();

        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Equal(readUpTo, (await CursorAsync()).Watermark);
    }

    [Fact]
    public async Task Only_one_run_of_a_channel_and_module_is_worked_on_at_a_time()
    {
        var run = await RequestAsync();
        var gate = new TaskCompletionSource();
        _orders.Work = async (_, _) =>
        {
            await gate.Task;
            return new ModuleSyncResult(null);
        };
        await _dispatcher.TickAsync(TestContext.Current.CancellationToken);
        await _journal.RequestAsync(
            new SyncRun(1, SyncModule.Orders, RunTrigger.Resync, "Meera", _time.GetUtcNow(), run.Id),
            TestContext.Current.CancellationToken);

        await _dispatcher.TickAsync(TestContext.Current.CancellationToken);

        Assert.Equal([RunState.Running, RunState.Requested], _journal.Runs.Select(other => other.State));
        gate.SetResult();
        await _dispatcher.WhenIdleAsync();
    }

    [Fact]
    public async Task When_amazon_refuses_us_the_run_says_so_and_the_channel_needs_attention()
    {
        var run = await RequestAsync();
        _orders.Work = (_, _) => throw new MarketplaceUnauthorizedException(
            "amazon.reauthorize", "Amazon says that the authorisation was revoked. Connect again.", "req-1");

        await DispatchAsync();

        var channel = await _channels.FindAsync(1, TestContext.Current.CancellationToken);
        Assert.Equal(RunState.Failed, run.State);
        Assert.StartsWith("Amazon says that the authorisation was revoked.", run.Message, StringComparison.Ordinal);
        Assert.Equal(ChannelState.NeedsAttention, channel!.State);
        Assert.Null((await CursorAsync()).Watermark);
        Assert.Empty(_quiet.Faults);
    }

    [Fact]
    public async Task A_full_disk_ends_the_run_with_a_message_and_without_moving_the_watermark()
    {
        var run = await RequestAsync();
        _orders.Work = (_, _) => throw new StorageUnavailableException("The disk is full. Make room.");

        await DispatchAsync();

        Assert.Equal(RunState.Failed, run.State);
        Assert.StartsWith("The disk is full. Make room.", run.Message, StringComparison.Ordinal);
        Assert.Null((await CursorAsync()).Watermark);
    }

    [Fact]
    public async Task A_fault_of_our_own_is_logged_with_the_reference_that_the_person_reads()
    {
        var run = await RequestAsync();
        _orders.Work = (_, _) => throw new InvalidOperationException("boom");

        await DispatchAsync();

        Assert.Contains($"run-{run.Id}", run.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("boom", run.Message, StringComparison.Ordinal);
        Assert.Equal([$"run {run.Id}: boom"], _quiet.Faults);
    }

    [Fact]
    [Trait("Row", "S4")]
    public async Task A_person_cancels_a_running_run()
    {
        var run = await RequestAsync();
        _orders.Work = UntilCancelledAsync;
        await _dispatcher.TickAsync(TestContext.Current.CancellationToken);
        await _orders.Started;

        await _journal.RequestCancelAsync(run.Id, _time.GetUtcNow(), TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(2));
        await _dispatcher.WhenIdleAsync();

        Assert.Equal(RunState.Cancelled, run.State);
    }

    [Fact]
    public async Task A_portal_that_stops_lets_go_of_its_runs_and_the_next_one_goes_on()
    {
        var run = await RequestAsync();
        _orders.Work = UntilCancelledAsync;
        await _dispatcher.TickAsync(TestContext.Current.CancellationToken);
        await _orders.Started;

        await _dispatcher.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(RunState.Interrupted, run.State);

        _orders.Work = (_, _) => Task.FromResult(new ModuleSyncResult(null));
        using var next = new SyncDispatcher(
            _journal, _channels, [_orders], _quiet, _quiet, SyncSettings.Default, _time);
        await next.TickAsync(TestContext.Current.CancellationToken);
        await next.WhenIdleAsync();

        Assert.Equal(RunState.Succeeded, run.State);
    }

    [Fact]
    public async Task A_run_whose_owner_vanished_is_taken_over()
    {
        var run = await RequestAsync();
        await _journal.TryTakeAsync(
            "crashed", TimeSpan.FromMinutes(1), _time.GetUtcNow(), TestContext.Current.CancellationToken);
        _orders.Work = (_, _) => Task.FromResult(new ModuleSyncResult(null));

        await DispatchAsync();
        Assert.Equal(RunState.Running, run.State);
        _time.Advance(TimeSpan.FromMinutes(2));
        await DispatchAsync();

        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Equal(2, run.Fence);
    }

    [Fact]
    public async Task Work_stops_at_once_when_the_lease_was_lost()
    {
        var run = await RequestAsync();
        _orders.Work = UntilCancelledAsync;
        await _dispatcher.TickAsync(TestContext.Current.CancellationToken);
        await _orders.Started;

        _journal.LoseNextLease = true;
        _time.Advance(TimeSpan.FromSeconds(30));
        await _dispatcher.WhenIdleAsync();

        // The row is the new owner's; this instance wrote nothing.
        Assert.Equal(RunState.Running, run.State);
    }

    private static async Task<ModuleSyncResult> UntilCancelledAsync(SyncRun run, CancellationToken cancellationToken)
    {
        var never = new TaskCompletionSource();
        await never.Task.WaitAsync(cancellationToken);
        return new ModuleSyncResult(null);
    }

    private async Task<SyncRun> RequestAsync()
    {
        var channel = new SalesChannel("Amazon IN", Marketplace.India, "A1DEMOSELLERIN", _time.GetUtcNow());
        await _channels.AddAsync(channel, "Atzr|x", TestContext.Current.CancellationToken);
        return await _journal.RequestAsync(
            new SyncRun(channel.Id, SyncModule.Orders, RunTrigger.Manual, "Meera", _time.GetUtcNow()),
            TestContext.Current.CancellationToken);
    }

    private async Task DispatchAsync()
    {
        await _dispatcher.TickAsync(TestContext.Current.CancellationToken);
        await _dispatcher.WhenIdleAsync();
    }

    private Task<SyncCursor> CursorAsync() =>
        _journal.GetCursorAsync(1, SyncModule.Orders, TestContext.Current.CancellationToken);

    private sealed class ScriptedModule : IModuleSync
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SyncModule Module => SyncModule.Orders;

        public Func<SyncRun, CancellationToken, Task<ModuleSyncResult>> Work { get; set; } =
            (_, _) => Task.FromResult(new ModuleSyncResult(null));

        public Task Started => _started.Task;

        public Task<ModuleSyncResult> RunAsync(
            SyncRun run,
            SalesChannel channel,
            IWaitObserver waits,
            CancellationToken cancellationToken)
        {
            _started.TrySetResult();
            return Work(run, cancellationToken);
        }
    }
}
