using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Tests.TestKit;

/// <summary>The journal's contract for one process. The real one is tested against databases.</summary>
internal sealed class InMemoryJournal : ISyncJournal
{
    private readonly Lock _gate = new();
    private readonly List<SyncRun> _runs = [];
    private readonly Dictionary<(long, SyncModule), SyncCursor> _cursors = [];

    public List<SyncEntry> Entries { get; } = [];

    public List<string> Retries { get; } = [];

    public List<string> Waits { get; } = [];

    public bool LoseNextLease { get; set; }

    public IReadOnlyList<SyncRun> Runs
    {
        get
        {
            lock (_gate)
            {
                return [.. _runs];
            }
        }
    }

    public Task<SyncRun> RequestAsync(SyncRun run, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_runs.Find(other => other.ActiveKey == run.ActiveKey) is { } active)
            {
                return Task.FromResult(active);
            }

            Identity.Assign(run, _runs.Count + 1);
            _runs.Add(run);
            return Task.FromResult(run);
        }
    }

    public Task<SyncRun?> FindAsync(long runId, CancellationToken cancellationToken) =>
        Task.FromResult(Runs.FirstOrDefault(run => run.Id == runId));

    public Task<IReadOnlyList<long>> ListActiveAsync(long channelId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<long>>(
            [.. Runs.Where(run => run.ChannelId == channelId && run.IsActive).Select(run => run.Id)]);

    public Task<SyncRun?> TryTakeAsync(
        string owner,
        TimeSpan lease,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var next = _runs.Find(run => run.State is RunState.Requested or RunState.Interrupted
                && !_runs.Exists(other => other.RunningKey == SyncRun.KeyOfRunning(run.ChannelId, run.Module)));
            next?.Take(owner, now, lease);
            return Task.FromResult(next);
        }
    }

    public Task<bool> RenewAsync(SyncRun run, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult(!LoseNextLease);

    public Task RecordWaitAsync(
        SyncRun run,
        DateTimeOffset until,
        string reason,
        CancellationToken cancellationToken)
    {
        Waits.Add(reason);
        return Task.CompletedTask;
    }

    public Task<bool> IsCancelRequestedAsync(long runId, CancellationToken cancellationToken) =>
        Task.FromResult(Runs.First(run => run.Id == runId).CancelRequested);

    public Task SaveProgressAsync(SyncRun run, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task CloseAsync(SyncRun run, SyncCursor cursor, CancellationToken cancellationToken) =>
        SaveCursorAsync(cursor, cancellationToken);

    public Task<bool> RequestCancelAsync(long runId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var run = Runs.First(candidate => candidate.Id == runId);
        if (!run.IsActive)
        {
            return Task.FromResult(false);
        }

        run.RequestCancel(now);
        return Task.FromResult(true);
    }

    public Task<int> InterruptExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var expired = _runs.FindAll(run => run.State == RunState.Running && run.LeaseUntil < now);
            expired.ForEach(run => run.Interrupt(now));
            return Task.FromResult(expired.Count);
        }
    }

    public Task<SyncCursor> GetCursorAsync(long channelId, SyncModule module, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(
                _cursors.GetValueOrDefault((channelId, module)) ?? new SyncCursor(channelId, module));
        }
    }

    public Task SaveCursorAsync(SyncCursor cursor, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _cursors[(cursor.ChannelId, cursor.Module)] = cursor;
            return Task.CompletedTask;
        }
    }

    public Task<IReadOnlyList<string>> ListRetriesAsync(
        long channelId,
        SyncModule module,
        CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([.. Retries]);

    public Task<IReadOnlyList<string>> ListKeysAsync(long runId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(
            [.. Entries.Where(entry => entry.RunId == runId).Select(entry => entry.Key)]);

    public Task<int> PurgeAsync(
        DateTimeOffset successfulBefore,
        DateTimeOffset failedBefore,
        CancellationToken cancellationToken) => Task.FromResult(0);
}
