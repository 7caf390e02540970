using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>How a module of a channel stands.</summary>
internal static class ModuleStatuses
{
    public static async Task<ModuleStatus> ReadAsync(
        PortalDbContext context, ChannelSummary channel, SyncModule module, CancellationToken cancellationToken)
    {
        var runs = context.SyncRuns.Where(run => run.ChannelId == channel.Id && run.Module == module);
        var cursor = await context.SyncCursors.SingleOrDefaultAsync(
            cursor => cursor.ChannelId == channel.Id && cursor.Module == module, cancellationToken);
        return new ModuleStatus(
            module,
            await StoredAsync(context, channel.Id, module, cancellationToken),
            await context.SyncRetries.CountAsync(
                retry => retry.ChannelId == channel.Id && retry.Module == module, cancellationToken),
            await ActiveAsync(context, runs, cancellationToken),
            await LastAsync(context, runs, cancellationToken),
            ChannelRows.NextAt(channel, cursor?.NextDueAt));
    }

    private static Task<int> StoredAsync(
        PortalDbContext context, long id, SyncModule module, CancellationToken cancellationToken) => module switch
        {
            SyncModule.Items => context.Listings.CountAsync(listing => listing.ChannelId == id, cancellationToken),
            SyncModule.Orders => context.SalesOrders.CountAsync(order => order.ChannelId == id, cancellationToken),
        };

    // Beside the one that runs others may wait, such as a resync.
    private static async Task<RunSummary?> ActiveAsync(
        PortalDbContext context, IQueryable<SyncRun> runs, CancellationToken cancellationToken)
    {
        var active = await RunRows.ReadAsync(context, runs.Active(), cancellationToken);
        return active.OrderByDescending(run => run.State == RunState.Running).ThenBy(run => run.Id).FirstOrDefault();
    }

    private static async Task<RunSummary?> LastAsync(
        PortalDbContext context, IQueryable<SyncRun> runs, CancellationToken cancellationToken)
    {
        var last = runs
            .Where(run => run.EndedAt != null)
            .OrderByDescending(run => run.EndedAt)
            .ThenByDescending(run => run.Id)
            .Take(1);
        return (await RunRows.ReadAsync(context, last, cancellationToken)).SingleOrDefault();
    }
}
