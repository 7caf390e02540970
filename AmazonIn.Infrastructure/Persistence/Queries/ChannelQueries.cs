using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class ChannelQueries(
    Storage<PortalDbContext> storage,
    TimeProvider time) : IChannelQueries
{
    /// <summary>Causes shown on the integration page.</summary>
    private const int MostReasons = 5;

    public Task<IReadOnlyList<ChannelSummary>> ListAsync(CancellationToken cancellationToken) => storage.ReadAsync<IReadOnlyList<ChannelSummary>>(
        async (context, token) =>
        {
            return await SummariesAsync(context, context.Channels, token);
        },
        cancellationToken);

    public Task<ChannelSummary?> FindAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync<ChannelSummary?>(
        async (context, token) =>
        {
            return await FindAsync(context, id, token);
        },
        cancellationToken);

    public Task<ChannelDetails?> FindDetailsAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync<ChannelDetails?>(
        async (context, token) =>
        {
            if (await FindAsync(context, id, token) is not { } channel)
            {
                return null;
            }

            var listings = await context.Listings.CountAsync(listing => listing.ChannelId == id, token);
            var orders = await context.SalesOrders.CountAsync(order => order.ChannelId == id, token);
            var items = await StatusAsync(context, channel, SyncModule.Items, listings, token);
            var ordersStatus = await StatusAsync(context, channel, SyncModule.Orders, orders, token);
            return new ChannelDetails(
                channel,
                items,
                ordersStatus,
                await context.Customers.CountAsync(customer => customer.ChannelId == id, token),
                await context.SalesOrders.CountAsync(
                    order => order.NeedsDecision && order.ChannelId == id, token),
                await QuotasAsync(context, channel.SellerId, token),
                await ReasonCounts.ReadAsync(
                    context,
                    [.. new[] { items.LastRun, ordersStatus.LastRun }.OfType<RunSummary>().Select(run => run.Id)],
                    MostReasons,
                    token));
        },
        cancellationToken);

    private static async Task<ChannelSummary?> FindAsync(
        PortalDbContext context, long id, CancellationToken cancellationToken)
    {
        var found = await SummariesAsync(context, context.Channels.Where(channel => channel.Id == id), cancellationToken);
        return found.SingleOrDefault();
    }

    private static async Task<IReadOnlyList<ChannelSummary>> SummariesAsync(
        PortalDbContext context, IQueryable<SalesChannel> channels, CancellationToken cancellationToken)
    {
        var rows = await channels
            .OrderBy(channel => channel.ConnectedAt)
            .ThenBy(channel => channel.Id)
            .LeftJoin(
                context.Warehouses,
                channel => channel.WarehouseId,
                warehouse => warehouse.Id,
                (channel, warehouse) => new ChannelSummary(
                    channel.Id,
                    channel.Name,
                    channel.MarketplaceId,
                    channel.SellerId,
                    channel.Currency,
                    channel.State,
                    channel.Attention,
                    channel.ConnectedAt,
                    channel.AuthorizedAt,
                    channel.StockSync,
                    channel.WarehouseId,
                    warehouse == null ? null : warehouse.Name,
                    null,
                    null))
            .ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(row => row.Id);
        var cursors = await context.SyncCursors
            .Where(cursor => ids.Contains(cursor.ChannelId))
            .ToListAsync(cancellationToken);
        var byChannel = cursors.ToLookup(cursor => cursor.ChannelId);
        return
        [
            .. rows.Select(row => row with
            {
                LastSyncAt = byChannel[row.Id].Max(cursor => cursor.LastEndedAt),
                NextSyncAt = byChannel[row.Id].Select(cursor => Next(row, cursor)).Min(),
            }),
        ];
    }

    // The schedule passes over channels that are at rest or refused.
    private static DateTimeOffset? Next(ChannelSummary channel, SyncCursor? cursor) =>
        channel.State == ChannelState.Active ? cursor?.NextDueAt : null;

    private static async Task<ModuleStatus> StatusAsync(
        PortalDbContext context,
        ChannelSummary channel,
        SyncModule module,
        int stored,
        CancellationToken cancellationToken)
    {
        var runs = context.SyncRuns.Where(run => run.ChannelId == channel.Id && run.Module == module);
        var active = await RunRows.ReadAsync(context, runs.Active(), cancellationToken);
        var last = await RunRows.ReadAsync(
            context,
            runs.Where(run => run.EndedAt != null)
                .OrderByDescending(run => run.EndedAt)
                .ThenByDescending(run => run.Id)
                .Take(1), cancellationToken);
        var notSynced = await context.SyncRetries.CountAsync(
            retry => retry.ChannelId == channel.Id && retry.Module == module, cancellationToken);
        var cursor = await context.SyncCursors.SingleOrDefaultAsync(
            cursor => cursor.ChannelId == channel.Id && cursor.Module == module, cancellationToken);

        // Beside the running one others may wait, such as a resync.
        var current = active.OrderByDescending(run => run.State == RunState.Running).ThenBy(run => run.Id).FirstOrDefault();
        return new ModuleStatus(module, stored, notSynced, current, last.SingleOrDefault(), Next(channel, cursor));
    }

    // A bucket's row tells how it stood when it was last used; since then it has refilled.
    private async Task<IReadOnlyList<QuotaLevel>> QuotasAsync(
        PortalDbContext context, string sellerId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var buckets = await context.QuotaBuckets
            .Where(bucket => bucket.SellerId == sellerId)
            .OrderBy(bucket => bucket.Operation)
            .ToListAsync(cancellationToken);
        return
        [
            .. buckets.Select(bucket => new QuotaLevel(
                bucket.Operation,
                Math.Clamp(
                    bucket.Tokens + ((now - bucket.UpdatedAt).TotalSeconds * bucket.RatePerSecond), 0, bucket.Burst),
                bucket.Burst)),
        ];
    }
}
