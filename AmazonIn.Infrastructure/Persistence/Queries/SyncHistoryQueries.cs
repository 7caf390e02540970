using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class SyncHistoryQueries(Storage<PortalDbContext> storage, IConfigurationProvider models)
    : ISyncHistoryQueries
{
    public Task<PageOf<RunSummary>> ListRunsAsync(
        RunFilter filter, PageRequest page, CancellationToken cancellationToken) => storage.ReadAsync(
            async (context, token) =>
            {
                var wanted = Filter(context.SyncRuns, filter);
                var newestFirst = wanted
                    .OrderByDescending(run => run.RequestedAt)
                    .ThenByDescending(run => run.Id);
                var found = await wanted.Select(run => run.Id)
                    .ReadPageAsync(newestFirst.Select(run => run.Id), page, token);
                var runs = context.SyncRuns.Where(run => found.Ids.Contains(run.Id));
                return found.Of(await RunRows.ReadAsync(context, runs, token), row => row.Id);
            },
            cancellationToken);

    public Task<RunSummary?> FindRunAsync(long runId, CancellationToken cancellationToken) => storage.ReadAsync(
        (context, token) => FindAsync(context, runId, token), cancellationToken);

    public Task<RunDetails?> FindDetailsAsync(long runId, CancellationToken cancellationToken) => storage.ReadAsync(
        async (context, token) => await FindAsync(context, runId, token) is { } run
            ? new RunDetails(
                run,
                await ReasonCounts.ReadAsync(context, [runId], most: null, token),
                await ChangesAsync(context, runId, token))
            : null,
        cancellationToken);

    public Task<PageOf<EntryRow>> ListEntriesAsync(
        long runId,
        EntryFilter filter,
        PageRequest page,
        CancellationToken cancellationToken) => storage.ReadAsync(
            async (context, token) =>
            {
                var wanted = Filter(context.SyncEntries.Where(entry => entry.RunId == runId), filter);

                // Outcomes are stored as words, and "NotSynced" comes before "Synced".
                var failuresFirst = wanted
                    .OrderBy(entry => entry.Outcome)
                    .ThenBy(entry => entry.Key)
                    .ThenBy(entry => entry.Id);
                var found = await wanted.Select(entry => entry.Id)
                    .ReadPageAsync(failuresFirst.Select(entry => entry.Id), page, token);
                return found.Of(await EntriesAsync(context, runId, found.Ids, token), row => row.Id);
            },
            cancellationToken);

    private static async Task<RunSummary?> FindAsync(
        PortalDbContext context, long runId, CancellationToken cancellationToken)
    {
        var wanted = context.SyncRuns.Where(run => run.Id == runId);
        return (await RunRows.ReadAsync(context, wanted, cancellationToken)).SingleOrDefault();
    }

    private static Task<Dictionary<EntryChange, int>> ChangesAsync(
        PortalDbContext context, long runId, CancellationToken cancellationToken) => context.SyncEntries
            .Where(entry => entry.RunId == runId && entry.Change != null)
            .GroupBy(entry => entry.Change!.Value)
            .Select(group => new { Change = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Change, group => group.Count, cancellationToken);

    private async Task<IReadOnlyList<EntryRow>> EntriesAsync(
        PortalDbContext context, long runId, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var rows = await context.SyncEntries
            .Where(entry => ids.Contains(entry.Id))
            .ProjectTo<EntryRow>(models)
            .ToListAsync(cancellationToken);
        var channelId = await context.SyncRuns
            .Where(run => run.Id == runId)
            .Select(run => run.ChannelId)
            .SingleOrDefaultAsync(cancellationToken);
        return await EntrySubjects.LinkAsync(context, channelId, rows, cancellationToken);
    }

    private static IQueryable<SyncRun> Filter(IQueryable<SyncRun> runs, RunFilter filter)
    {
        if (filter.ChannelId is { } channelId)
        {
            runs = runs.Where(run => run.ChannelId == channelId);
        }

        if (filter.Module is { } module)
        {
            runs = runs.Where(run => run.Module == module);
        }

        if (filter.State is { } state)
        {
            runs = runs.Where(run => run.State == state);
        }

        if (filter.From is { } from)
        {
            runs = runs.Where(run => run.RequestedAt >= from);
        }

        if (filter.To is { } to)
        {
            runs = runs.Where(run => run.RequestedAt < to);
        }

        return filter.ActiveOnly ? runs.Active() : runs;
    }

    private static IQueryable<SyncEntry> Filter(IQueryable<SyncEntry> entries, EntryFilter filter)
    {
        if (filter.Outcome is { } outcome)
        {
            entries = entries.Where(entry => entry.Outcome == outcome);
        }

        if (filter.Change is { } change)
        {
            entries = entries.Where(entry => entry.Change == change);
        }

        if (filter.ReasonCode is { } reasonCode)
        {
            entries = entries.Where(entry => entry.ReasonCode == reasonCode);
        }

        return TextMatching.Wanted(filter.KeyContains) is { } text
            ? entries.Mentioning(text, entry => entry.Key)
            : entries;
    }
}
