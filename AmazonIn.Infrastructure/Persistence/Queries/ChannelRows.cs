using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Queries;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Channels as lists and cards show them.</summary>
internal static class ChannelRows
{
    /// <summary>By the time they were connected.</summary>
    public static async Task<IReadOnlyList<ChannelSummary>> ReadAsync(
        PortalDbContext context, IQueryable<SalesChannel> channels, CancellationToken cancellationToken)
    {
        var rows = await channels
            .LeftJoin(
                context.Warehouses,
                channel => channel.WarehouseId,
                warehouse => warehouse.Id,
                (channel, warehouse) => new { Channel = channel, Warehouse = warehouse })
            .OrderBy(joined => joined.Channel.ConnectedAt)
            .ThenBy(joined => joined.Channel.Id)
            .Select(joined => new ChannelSummary(
                joined.Channel.Id,
                joined.Channel.Name,
                joined.Channel.MarketplaceId,
                joined.Channel.SellerId,
                joined.Channel.Currency,
                joined.Channel.State,
                joined.Channel.Attention,
                joined.Channel.ConnectedAt,
                joined.Channel.AuthorizedAt,
                joined.Channel.StockSync,
                joined.Channel.WarehouseId,
                joined.Warehouse == null ? null : joined.Warehouse.Name,
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
                NextSyncAt = byChannel[row.Id].Min(cursor => NextAt(row, cursor.NextDueAt)),
            }),
        ];
    }

    /// <summary>When the schedule comes to it: it passes over channels that are at rest or refused.</summary>
    public static DateTimeOffset? NextAt(ChannelSummary channel, DateTimeOffset? dueAt) =>
        channel.State == ChannelState.Active ? dueAt : null;
}
