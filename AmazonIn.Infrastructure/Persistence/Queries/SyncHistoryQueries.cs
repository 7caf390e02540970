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
        RunFilter filter, PageRequest page, CancellationToken cancellationToken) => storage.ReadAsync<PageOf<RunSummary>>(
        async (context, token) =>
        {
            var wanted = Filter(context.SyncRuns, filter);
            var found = await wanted.Select(run => run.Id).ReadPageAsync(
                wanted.OrderByDescending(run => run.RequestedAt).ThenByDescending(run => run.Id).Select(run => run.Id),
                page,
                token);
            var rows = await RunRows.ReadAsync(
                context, context.SyncRuns.Where(run => found.Ids.Contains(run.Id)), token);
            return found.Of(rows, row => row.Id);
        },
        cancellationToken);

    public Task<RunSummary?> FindRunAsync(long runId, CancellationToken cancellationToken) => storage.ReadAsync<RunSummary?>(
        async (context, token) =>
        {
            return await FindAsync(context, runId, token);
        },
        cancellationToken);

    public Task<RunDetails?> FindDetailsAsync(long runId, CancellationToken cancellationToken) => storage.ReadAsync<RunDetails?>(
        async (context, token) =>
        {
            if (await FindAsync(context, runId, token) is not { } run)
            {
                return null;
            }

            var changes = await context.SyncEntries
                .Where(entry => entry.RunId == runId && entry.Change != null)
                .GroupBy(entry => entry.Change!.Value)
                .Select(group => new { Change = group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Change, group => group.Count, token);
            return new RunDetails(
                run, await ReasonCounts.ReadAsync(context, [runId], most: null, token), changes);
        },
        cancellationToken);

    public Task<PageOf<EntryRow>> ListEntriesAsync(
        long runId,
        EntryFilter filter,
        PageRequest page,
        CancellationToken cancellationToken) => storage.ReadAsync<PageOf<EntryRow>>(
        async (context, token) =>
        {
            var wanted = Filter(context.SyncEntries.Where(entry => entry.RunId == runId), filter);

            // Outcomes are stored as words, and "NotSynced" comes before "Synced".
            var found = await wanted.Select(entry => entry.Id).ReadPageAsync(
                wanted.OrderBy(entry => entry.Outcome).ThenBy(entry => entry.Key).ThenBy(entry => entry.Id)
                    .Select(entry => entry.Id),
                page,
                token);
            var rows = await context.SyncEntries
                .Where(entry => found.Ids.Contains(entry.Id))
                .ProjectTo<EntryRow>(models)
                .ToListAsync(token);
            var channelId = await context.SyncRuns
                .Where(run => run.Id == runId)
                .Select(run => run.ChannelId)
                .SingleOrDefaultAsync(token);
            return found.Of(await EntrySubjects.LinkAsync(context, channelId, rows, token), row => row.Id);
        },
        cancellationToken);

    private static async Task<RunSummary?> FindAsync(PortalDbContext context, long runId, CancellationToken cancellationToken)
    {
        var rows = await RunRows.ReadAsync(
            context, context.SyncRuns.Where(run => run.Id == runId), cancellationToken);
        return rows.SingleOrDefault();
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

        if (TextMatching.Wanted(filter.KeyContains) is { } text)
        {
            entries = entries.Mentioning(text, entry => entry.Key);
        }

        return entries;
    }
}
