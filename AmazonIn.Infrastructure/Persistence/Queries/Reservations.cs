using System.Globalization;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Claims with the orders that they are for.</summary>
internal static class Reservations
{
    private const string NumberStart = "SO-";

    /// <summary>In no order.</summary>
    public static async Task<IReadOnlyList<ReservationRow>> ReadAsync(
        PortalDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var claims = await context.StockClaims
            .Where(claim => ids.Contains(claim.Id))
            .Join(
                context.Warehouses,
                claim => claim.WarehouseId,
                warehouse => warehouse.Id,
                (claim, warehouse) => new { claim.Id, claim.OrderKey, claim.Reserved, claim.SaidAt, Warehouse = warehouse.Name })
            .ToListAsync(cancellationToken);
        var channels = await context.Channels
            .ToDictionaryAsync(channel => channel.Id, channel => channel.Name, cancellationToken);
        var orders = await OrdersAsync(context, claims.ConvertAll(claim => claim.OrderKey), cancellationToken);
        return
        [
            .. claims.Select(claim =>
            {
                var (channelId, reference) = Split(claim.OrderKey);
                var order = orders.TryGetValue(claim.OrderKey, out var id) ? id : (long?)null;
                return new ReservationRow(
                    claim.Id,
                    reference,
                    order,
                    order is { } known ? SalesOrder.NumberOf(known) : null,
                    channelId is { } channel ? channels.GetValueOrDefault(channel) : null,
                    claim.Warehouse,
                    claim.Reserved,
                    claim.SaidAt);
            }),
        ];
    }

    // As OrderStock.KeyOf makes them: a channel's order is "3:403-…", one made by hand its number.
    private static (long? ChannelId, string Reference) Split(string key) =>
        key.IndexOf(':', StringComparison.Ordinal) is > 0 and var end
        && long.TryParse(key.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var channelId)
            ? (channelId, key[(end + 1)..])
            : (null, key);

    private static async Task<Dictionary<string, long>> OrdersAsync(
        PortalDbContext context, List<string> keys, CancellationToken cancellationToken)
    {
        var orders = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var channel in keys.Select(Split).Where(key => key.ChannelId is not null).GroupBy(key => key.ChannelId!.Value))
        {
            var wanted = channel.Select(key => key.Reference).Distinct(StringComparer.Ordinal).ToList();
            var found = await context.SalesOrders
                .Where(order => order.ChannelId == channel.Key && wanted.Contains(order.AmazonOrderId!))
                .Select(order => new { order.Id, order.AmazonOrderId })
                .ToListAsync(cancellationToken);
            found.ForEach(order => orders[OrderStock.KeyOf(channel.Key, order.AmazonOrderId!)] = order.Id);
        }

        foreach (var key in keys.Where(key => key.StartsWith(NumberStart, StringComparison.Ordinal)))
        {
            if (long.TryParse(key.AsSpan(NumberStart.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                orders[key] = id;
            }
        }

        return orders;
    }
}
