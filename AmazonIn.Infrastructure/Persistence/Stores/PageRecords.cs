using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>Writes what became of a page's records: the history's entries, and the list of what to fetch again.</summary>
internal static class PageRecords
{
    public static async Task SaveAsync(
        PortalDbContext db,
        IBulkWriter bulk,
        SyncRun run,
        IReadOnlyList<SyncEntry> entries,
        CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return;
        }

        foreach (var entry in entries)
        {
            entry.BelongTo(run.Id);
        }

        await bulk.AppendAsync(db, entries, cancellationToken);
        await SaveRetriesAsync(db, bulk, run, entries, cancellationToken);
    }

    // A key that failed is fetched again until it succeeds or has failed too often.
    private static async Task SaveRetriesAsync(
        PortalDbContext db,
        IBulkWriter bulk,
        SyncRun run,
        IReadOnlyList<SyncEntry> entries,
        CancellationToken cancellationToken)
    {
        var failed = entries.Where(entry => entry.Outcome == EntryOutcome.NotSynced)
            .Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        var known = await FindAsync(db, run, entries, cancellationToken);
        var again = known.Where(retry => failed.Contains(retry.Key)).ToList();
        foreach (var retry in again)
        {
            retry.FailedAgain();
        }

        await bulk.UpdateAsync(db, again, cancellationToken);
        var first = failed.Except(known.Select(retry => retry.Key), StringComparer.Ordinal)
            .Select(key => new SyncRetry(run.ChannelId, run.Module, key))
            .ToList();
        await bulk.AppendAsync(db, first, cancellationToken);
        var done = known.Where(retry => !failed.Contains(retry.Key)).Select(retry => retry.Id).ToList();
        if (done.Count > 0)
        {
            await db.SyncRetries.Where(retry => done.Contains(retry.Id)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private static async Task<List<SyncRetry>> FindAsync(
        PortalDbContext db, SyncRun run, IReadOnlyList<SyncEntry> entries, CancellationToken cancellationToken)
    {
        var known = new List<SyncRetry>();
        foreach (var keys in entries.Select(entry => entry.Key).Distinct(StringComparer.Ordinal).Chunk(Lists.Size))
        {
            known.AddRange(await db.SyncRetries.AsNoTracking()
                .Where(retry => retry.ChannelId == run.ChannelId && retry.Module == run.Module
                    && keys.Contains(retry.Key))
                .ToListAsync(cancellationToken));
        }

        return known;
    }
}
