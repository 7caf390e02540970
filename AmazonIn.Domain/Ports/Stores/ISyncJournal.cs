using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>Runs, their leases, cursors and history. Every guarantee here holds across portal instances.</summary>
public interface ISyncJournal
{
    /// <summary>
    /// Adds the run, or returns the active one with the same <see cref="SyncRun.ActiveKey"/>: asking twice starts once.
    /// </summary>
    Task<SyncRun> RequestAsync(SyncRun run, CancellationToken cancellationToken);

    Task<SyncRun?> FindAsync(long runId, CancellationToken cancellationToken);

    /// <summary>Ids of a channel's runs that wait, run, or go on after an interruption.</summary>
    Task<IReadOnlyList<long>> ListActiveAsync(long channelId, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the oldest waiting run whose channel is active and whose channel and module have no running run. An
    /// initial orders run waits for the channel's active items run. Null when there is nothing to take.
    /// </summary>
    Task<SyncRun?> TryTakeAsync(string owner, TimeSpan lease, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Prolongs the lease. False when it was lost: stop working at once.</summary>
    Task<bool> RenewAsync(SyncRun run, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>
    /// Writes only what the run waits for. May be called while a page of the same run is being saved, and therefore
    /// touches nothing else of the row.
    /// </summary>
    Task RecordWaitAsync(SyncRun run, DateTimeOffset until, string reason, CancellationToken cancellationToken);

    /// <summary>Whether a person asked to cancel the run, or it is gone together with its channel.</summary>
    Task<bool> IsCancelRequestedAsync(long runId, CancellationToken cancellationToken);

    /// <summary>Saves a run that this instance holds, without entries: window opened, checkpoint dropped, interrupted.</summary>
    /// <exception cref="LeaseLostException">Another instance took the run.</exception>
    Task SaveProgressAsync(SyncRun run, CancellationToken cancellationToken);

    /// <summary>Closes a run together with the module's cursor.</summary>
    /// <exception cref="LeaseLostException">Another instance took the run.</exception>
    Task CloseAsync(SyncRun run, SyncCursor cursor, CancellationToken cancellationToken);

    /// <summary>
    /// Marks a run as to be cancelled; one that has not started ends at once. From now on the same thing can be asked for
    /// again: a new run waits until this one has stopped. False when it had ended.
    /// </summary>
    Task<bool> RequestCancelAsync(long runId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Running runs whose lease has expired become interrupted, so that somebody goes on with them; those that were to be
    /// cancelled end.
    /// </summary>
    Task<int> InterruptExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken);

    Task<SyncCursor> GetCursorAsync(long channelId, SyncModule module, CancellationToken cancellationToken);

    Task SaveCursorAsync(SyncCursor cursor, CancellationToken cancellationToken);

    /// <summary>Keys of records that failed earlier and are to be fetched again, parked ones left out.</summary>
    Task<IReadOnlyList<string>> ListRetriesAsync(long channelId, SyncModule module, CancellationToken cancellationToken);

    /// <summary>Keys of everything that a run fetched, synced or not (Y4).</summary>
    Task<IReadOnlyList<string>> ListKeysAsync(long runId, CancellationToken cancellationToken);

    /// <summary>Deletes ended runs with their entries (Y3). Returns how many runs went.</summary>
    Task<int> PurgeAsync(DateTimeOffset successfulBefore, DateTimeOffset failedBefore, CancellationToken cancellationToken);
}
