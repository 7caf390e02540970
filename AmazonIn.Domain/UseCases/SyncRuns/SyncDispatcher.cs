using System.Collections.Concurrent;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Channels;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>
/// Takes waiting runs under a lease and works on them in the background, a few at once. One instance of this class a
/// portal; any number of portals on one database. All state that matters is in the run rows.
/// </summary>
public sealed class SyncDispatcher(
    ISyncJournal journal,
    IChannelStore channels,
    IEnumerable<IModuleSync> modules,
    ISyncProgress progress,
    ISyncFaults faults,
    SyncSettings settings,
    TimeProvider time) : IDisposable
{
    private readonly string _owner = $"portal-{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<long, Task> _working = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _ticking = new(1);

    /// <summary>Frees runs whose owner is gone and starts what waits. Returns at once; overlapping ticks are skipped.</summary>
    public async Task TickAsync(CancellationToken cancellationToken)
    {
        if (_stopping.IsCancellationRequested || !await _ticking.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return;
        }

        try
        {
            await journal.InterruptExpiredAsync(time.GetUtcNow(), cancellationToken);
            while (_working.Count < settings.MaxParallelRuns
                && await journal.TryTakeAsync(_owner, settings.Lease, time.GetUtcNow(), cancellationToken) is { } run)
            {
                Start(run);
            }
        }
        finally
        {
            _ticking.Release();
        }
    }

    /// <summary>Lets go of every run, so that it is gone on with after the restart. Waits until they have stopped.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_working.Values).WaitAsync(cancellationToken);
    }

    /// <summary>Completes when everything that is under way now has ended; for tests and an orderly shutdown.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(_working.Values);

    public void Dispose()
    {
        _stopping.Dispose();
        _ticking.Dispose();
    }

    private void Start(SyncRun run)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _working[run.Id] = started.Task;
        _ = Task.Run(
            async () =>
            {
                try
                {
                    await WorkAsync(run);
                }
                catch (LeaseLostException)
                {
                    // Another instance holds the run now and writes its end, or it is gone together with its channel.
                }
                catch (Exception exception)
                {
                    // Not even the end of the run could be written. Its lease runs out and somebody goes on with it.
                    faults.RunFaulted(run.Id, exception);
                }
                finally
                {
                    _working.TryRemove(run.Id, out _);
                    started.SetResult();
                }
            },
            CancellationToken.None);
    }

    private async Task WorkAsync(SyncRun run)
    {
        progress.Changed(run.Id);
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        using var watch = new RunWatch(run, journal, settings.Lease, time, cancelled);
        try
        {
            await ExecuteAsync(run, cancelled.Token);
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested && !watch.LeaseLost)
        {
            await EndEarlyAsync(run, watch.CancelRequested);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or LeaseLostException))
        {
            await FailAsync(run, exception);
        }
        finally
        {
            progress.Changed(run.Id);
        }
    }

    private async Task ExecuteAsync(SyncRun run, CancellationToken cancellationToken)
    {
        var channel = await channels.FindAsync(run.ChannelId, cancellationToken)
            ?? throw new DomainRuleException("run.has-channel", $"Run {run.Id} has no channel.");
        var module = modules.Single(candidate => candidate.Module == run.Module);
        var result = await module.RunAsync(run, channel, new RunWaits(run, journal, progress), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            run.Fail(refusal.Message, time.GetUtcNow());
            await CloseAsync(run, null, cancellationToken);
            return;
        }

        run.Finish(result.ReadUpTo, null, time.GetUtcNow());
        await CloseAsync(run, result.ReadUpTo, cancellationToken);
    }

    private async Task EndEarlyAsync(SyncRun run, bool byPerson)
    {
        if (byPerson)
        {
            run.Cancel(time.GetUtcNow());
            await CloseAsync(run, null, CancellationToken.None);
        }
        else
        {
            run.Interrupt(time.GetUtcNow());
            await journal.SaveProgressAsync(run, CancellationToken.None);
        }
    }

    private async Task FailAsync(SyncRun run, Exception exception)
    {
        // What is in memory may be ahead of what was committed; the row is the truth.
        var committed = await journal.FindAsync(run.Id, CancellationToken.None);
        if (committed is null || committed.Fence != run.Fence || committed.State != RunState.Running)
        {
            return;
        }

        if (exception is MarketplaceUnauthorizedException unauthorized)
        {
            await RestChannelAsync(run.ChannelId, unauthorized.Message);
        }

        if (exception is not (MarketplaceException or StorageUnavailableException or KeysUnavailableException))
        {
            faults.RunFaulted(run.Id, exception);
        }

        committed.Fail(RunFailure.Describe(committed.Id, exception), time.GetUtcNow());
        await CloseAsync(committed, null, CancellationToken.None);
    }

    private async Task RestChannelAsync(long channelId, string reason)
    {
        await ChannelChange.MakeAsync(
            channels,
            channelId,
            channel =>
            {
                channel.NeedAttention(reason);
                return true;
            },
            channel => channels.SaveAsync(channel, null, CancellationToken.None),
            CancellationToken.None);
    }

    private async Task CloseAsync(SyncRun run, DateTimeOffset? readUpTo, CancellationToken cancellationToken)
    {
        var cursor = await journal.GetCursorAsync(run.ChannelId, run.Module, cancellationToken);
        if (readUpTo is { } watermark)
        {
            cursor.Advance(watermark);
        }

        cursor.RunEnded(time.GetUtcNow(), readWhole: readUpTo is not null);
        if (cursor.NextDueAt is null)
        {
            cursor.Schedule(time.GetUtcNow() + settings.Interval);
        }

        await journal.CloseAsync(run, cursor, cancellationToken);
    }
}
