using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>
/// Every change of a run is one UPDATE whose condition names the state it starts from, and two unique keys stand behind
/// them: nothing here trusts a lock in memory.
/// </summary>
internal sealed class SyncJournal(Storage<PortalDbContext> storage, TimeProvider time) : ISyncJournal
{
    /// <summary>Waiting runs looked at in one try; those that somebody else takes meanwhile are passed by.</summary>
    private const int Candidates = 8;

    private static readonly RunState[] Waiting = [RunState.Requested, RunState.Interrupted];

    private static readonly RunState[] Active = [RunState.Requested, RunState.Interrupted, RunState.Running];

    public Task<SyncRun> RequestAsync(SyncRun run, CancellationToken cancellationToken) => storage.WriteAsync(
        async (db, token) =>
        {
            var active = await db.SyncRuns.AsNoTracking()
                .FirstOrDefaultAsync(row => row.ActiveKey == run.ActiveKey, token);
            if (active is not null)
            {
                return active;
            }

            db.Add(run);
            await db.SaveChangesAsync(token);
            return run;
        },
        cancellationToken);

    public Task<SyncRun?> FindAsync(long runId, CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => db.SyncRuns.FirstOrDefaultAsync(run => run.Id == runId, token), cancellationToken);

    public Task<IReadOnlyList<long>> ListActiveAsync(long channelId, CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<long>>(
            async (db, token) => await db.SyncRuns
                .Where(run => run.ChannelId == channelId && Active.Contains(run.State))
                .OrderBy(run => run.Id)
                .Select(run => run.Id)
                .ToListAsync(token),
            cancellationToken);

    public async Task<SyncRun?> TryTakeAsync(
        string owner, TimeSpan lease, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Asked every few seconds, so the ordinary answer, that there is nothing to do, must not lock anything.
        if (!await storage.ReadAsync((db, token) => Takeable(db).AnyAsync(token), cancellationToken))
        {
            return null;
        }

        return await storage.WriteAsync<SyncRun?>(
            async (db, token) =>
            {
                var candidates = await Takeable(db).AsNoTracking()
                    .OrderBy(run => run.RequestedAt).ThenBy(run => run.Id)
                    .Take(Candidates)
                    .ToListAsync(token);
                foreach (var run in candidates)
                {
                    var (state, fence) = (run.State, run.Fence);
                    run.Take(owner, now, lease);
                    var free = Takeable(db).Where(row => row.Id == run.Id && row.State == state && row.Fence == fence);
                    if (await HeldRun.TakeAsync(free, run, token) == 1)
                    {
                        return run;
                    }
                }

                return null;
            },
            cancellationToken);
    }

    public Task<bool> RenewAsync(SyncRun run, DateTimeOffset until, CancellationToken cancellationToken) =>
        storage.WriteAsync(
            async (db, token) =>
            {
                var renewed = await db.SyncRuns
                    .Where(row => row.Id == run.Id && row.Fence == run.Fence && row.State == RunState.Running)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, until), token);
                return renewed == 1;
            },
            cancellationToken);

    public Task RecordWaitAsync(
        SyncRun run, DateTimeOffset until, string reason, CancellationToken cancellationToken)
    {
        var message = reason.Length <= SyncRun.MessageMaxLength ? reason : reason[..SyncRun.MessageMaxLength];
        return storage.WriteAsync(
            (db, token) => db.SyncRuns
                .Where(row => row.Id == run.Id && row.Fence == run.Fence && row.State == RunState.Running)
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(row => row.WaitingUntil, until)
                        .SetProperty(row => row.Message, message),
                    token),
            cancellationToken);
    }

    public Task<bool> IsCancelRequestedAsync(long runId, CancellationToken cancellationToken) => storage.ReadAsync(
        async (db, token) => !await db.SyncRuns.AnyAsync(run => run.Id == runId && !run.CancelRequested, token),
        cancellationToken);

    public Task SaveProgressAsync(SyncRun run, CancellationToken cancellationToken) => storage.WriteAsync(
        (db, token) => HeldRun.SaveAsync(db, run, time.GetUtcNow(), token), cancellationToken);

    public Task CloseAsync(SyncRun run, SyncCursor cursor, CancellationToken cancellationToken) => storage.WriteAsync(
        async (db, token) =>
        {
            await HeldRun.SaveAsync(db, run, time.GetUtcNow(), token);
            await SaveCursorAsync(db, cursor, closing: true, token);
            return true;
        },
        cancellationToken,
        (db, token) => db.SyncRuns.AnyAsync(
            row => row.Id == run.Id && row.Fence == run.Fence && row.State == run.State, token));

    public async Task<bool> RequestCancelAsync(long runId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var done = await storage.WriteAsync(
                (db, token) => TryRequestCancelAsync(db, runId, now, token), cancellationToken);
            if (done is { } answer)
            {
                return answer;
            }
        }
    }

    public async Task<int> InterruptExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var expired = await storage.ReadAsync(
            (db, token) => db.SyncRuns
                .Where(run => (run.State == RunState.Running && run.LeaseUntil < now)
                    || (run.State == RunState.Interrupted && run.CancelRequested))
                .ToListAsync(token),
            cancellationToken);
        var interrupted = 0;
        foreach (var run in expired)
        {
            // The owner may be late but alive, so the row must still be the one that was read.
            var (state, fence, pages) = (run.State, run.Fence, run.PagesRead);
            if (run.CancelRequested)
            {
                run.Cancel(now);
            }
            else
            {
                run.Interrupt(now);
            }

            interrupted += await storage.WriteAsync(
                (db, token) => HeldRun.SaveAsync(
                    db.SyncRuns.Where(row => row.Id == run.Id && row.Fence == fence && row.PagesRead == pages
                        && row.State == state && (row.LeaseUntil == null || row.LeaseUntil < now)),
                    run,
                    now,
                    token),
                cancellationToken);
        }

        return interrupted;
    }

    public async Task<SyncCursor> GetCursorAsync(
        long channelId, SyncModule module, CancellationToken cancellationToken) =>
        await storage.ReadAsync(
            (db, token) => db.SyncCursors.FirstOrDefaultAsync(
                cursor => cursor.ChannelId == channelId && cursor.Module == module, token),
            cancellationToken)
        ?? new SyncCursor(channelId, module);

    public Task SaveCursorAsync(SyncCursor cursor, CancellationToken cancellationToken) => storage.WriteAsync(
        (db, token) => SaveCursorAsync(db, cursor, closing: false, token), cancellationToken);

    public Task<IReadOnlyList<string>> ListRetriesAsync(
        long channelId, SyncModule module, CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<string>>(
            async (db, token) => await db.SyncRetries
                .Where(retry => retry.ChannelId == channelId && retry.Module == module
                    && retry.Attempts < SyncRetry.MaxAttempts)
                .OrderBy(retry => retry.Id)
                .Select(retry => retry.Key)
                .ToListAsync(token),
            cancellationToken);

    public Task<IReadOnlyList<string>> ListKeysAsync(long runId, CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<string>>(
            async (db, token) => await db.SyncEntries
                .Where(entry => entry.RunId == runId)
                .Select(entry => entry.Key)
                .Distinct()
                .OrderBy(key => key)
                .ToListAsync(token),
            cancellationToken);

    public Task<int> PurgeAsync(
        DateTimeOffset successfulBefore, DateTimeOffset failedBefore, CancellationToken cancellationToken) =>
        storage.WriteAsync(
            (db, token) => db.SyncRuns
                .Where(run => (run.State == RunState.Failed || run.NotSynced > 0
                    ? run.EndedAt < failedBefore
                    : run.EndedAt < successfulBefore)
                    && !Active.Contains(run.State))
                .ExecuteDeleteAsync(token),
            cancellationToken);

    // Null when the run was taken by an instance in this very moment: then it is to be looked at anew.
    private static async Task<bool?> TryRequestCancelAsync(
        PortalDbContext db, long runId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var running = await db.SyncRuns
            .Where(row => row.Id == runId && row.State == RunState.Running)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.CancelRequested, true)
                    .SetProperty(row => row.ActiveKey, (string?)null),
                cancellationToken);
        if (running == 1)
        {
            return true;
        }

        var run = await db.SyncRuns.AsNoTracking().FirstOrDefaultAsync(row => row.Id == runId, cancellationToken);
        if (run is null || !run.IsActive)
        {
            return false;
        }

        if (run.State == RunState.Running)
        {
            return null;
        }

        var (state, fence) = (run.State, run.Fence);
        run.RequestCancel(now);
        var saved = await HeldRun.SaveAsync(
            db.SyncRuns.Where(row => row.Id == runId && row.State == state && row.Fence == fence),
            run,
            now,
            cancellationToken);
        if (saved == 0)
        {
            return null;
        }

        await db.SyncRuns.Where(row => row.Id == runId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.CancelRequested, true), cancellationToken);
        return true;
    }

    private static IQueryable<SyncRun> Takeable(PortalDbContext db) => db.SyncRuns
        .Where(run => Waiting.Contains(run.State))
        .Where(run => db.Channels.Any(channel => channel.Id == run.ChannelId && channel.State == ChannelState.Active))
        .Where(run => !db.SyncRuns.Any(other => other.State == RunState.Running
            && other.ChannelId == run.ChannelId && other.Module == run.Module))
        .Where(run => run.Trigger != RunTrigger.Initial || run.Module != SyncModule.Orders
            || !db.SyncRuns.Any(items => items.ChannelId == run.ChannelId && items.Module == SyncModule.Items
                && Active.Contains(items.State)));

    // Field by field, because the schedule and a closing run may save the same cursor at once: what was read is never
    // taken back, and only the schedule may set the next time earlier.
    private static async Task SaveCursorAsync(
        PortalDbContext db, SyncCursor cursor, bool closing, CancellationToken cancellationToken)
    {
        var saved = await db.SyncCursors
            .Where(row => row.ChannelId == cursor.ChannelId && row.Module == cursor.Module)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Watermark, row => row.Watermark > cursor.Watermark || cursor.Watermark == null
                        ? row.Watermark
                        : cursor.Watermark)
                    .SetProperty(row => row.LastEndedAt, row => row.LastEndedAt > cursor.LastEndedAt
                        || cursor.LastEndedAt == null ? row.LastEndedAt : cursor.LastEndedAt)
                    .SetProperty(row => row.LastSucceededAt, row => row.LastSucceededAt > cursor.LastSucceededAt
                        || cursor.LastSucceededAt == null ? row.LastSucceededAt : cursor.LastSucceededAt)
                    .SetProperty(row => row.NextDueAt, row => closing
                        && (row.NextDueAt > cursor.NextDueAt || cursor.NextDueAt == null)
                            ? row.NextDueAt
                            : cursor.NextDueAt),
                cancellationToken);
        if (saved == 0)
        {
            db.Add(cursor);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
