using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Stock;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Stock as lists show it: three queries however many items.</summary>
internal static class StockRows
{
    // Which state is told of an item with several listings.
    private static readonly PushState[] ByUrgency =
    [
        PushState.Refused, PushState.Differs, PushState.Retrying, PushState.Waiting, PushState.InFeed, PushState.Accepted,
        PushState.Confirmed,
    ];

    /// <summary>In no order.</summary>
    public static async Task<IReadOnlyList<StockRow>> ReadAsync(
        PortalDbContext context, StockFilter filter, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var items = await context.Items
            .Where(item => ids.Contains(item.Id))
            .Select(item => new { item.Id, item.Sku, item.Title, item.Asin, item.FulfilledBy, item.OpeningStockAt })
            .ToListAsync(cancellationToken);
        var balances = await BalancesAsync(context, filter, ids, cancellationToken);
        var pushes = await PushesAsync(context, ids, cancellationToken);
        return
        [
            .. items.Select(item => new StockRow(
                item.Id,
                item.Sku,
                item.Title,
                item.Asin,
                item.FulfilledBy,
                item.OpeningStockAt is not null,
                new StockFigures(
                    balances[item.Id].Sum(balance => balance.OnHand), balances[item.Id].Sum(balance => balance.Reserved)),
                [.. balances[item.Id]],
                pushes[item.Id].Cast<PushState?>().MinBy(state => Array.IndexOf(ByUrgency, state!.Value)))),
        ];
    }

    private static async Task<ILookup<long, BalanceRow>> BalancesAsync(
        PortalDbContext context, StockFilter filter, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var balances = await StockMatching.Balances(context, filter)
            .Where(balance => ids.Contains(balance.ItemId))
            .Join(
                context.Warehouses,
                balance => balance.WarehouseId,
                warehouse => warehouse.Id,
                (balance, warehouse) => new { Balance = balance, Warehouse = warehouse })
            .OrderByDescending(joined => joined.Warehouse.IsPrimary)
            .ThenBy(joined => joined.Warehouse.Name)
            .Select(joined => new
            {
                joined.Balance.ItemId,
                Row = new BalanceRow(
                    joined.Warehouse.Id, joined.Warehouse.Name, joined.Balance.OnHand, joined.Balance.Reserved),
            })
            .ToListAsync(cancellationToken);
        return balances.ToLookup(balance => balance.ItemId, balance => balance.Row);
    }

    private static async Task<ILookup<long, PushState>> PushesAsync(
        PortalDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var pushes = await context.Listings
            .Where(listing => listing.ItemId != null && ids.Contains(listing.ItemId.Value))
            .Join(
                context.StockPushes,
                listing => listing.Id,
                push => push.ListingId,
                (listing, push) => new { ItemId = listing.ItemId!.Value, push.State })
            .ToListAsync(cancellationToken);
        return pushes.ToLookup(push => push.ItemId, push => push.State);
    }
}
