using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class ItemQueries(Storage<PortalDbContext> storage) : IItemQueries
{
    /// <summary>Ledger lines shown with an item.</summary>
    private const int LatestMovements = 50;

    public Task<PageOf<ItemRow>> ListAsync(
        ItemFilter filter,
        SortBy<ItemSort> sort,
        PageRequest page,
        CancellationToken cancellationToken) => storage.ReadAsync<PageOf<ItemRow>>(
        async (context, token) =>
        {
            var wanted = ItemMatching.Filter(context, filter);
            var found = await wanted.Select(item => item.Id)
                .ReadPageAsync(Sort(wanted, sort).Select(item => item.Id), page, token);
            return found.Of(await RowsAsync(context, found.Ids, token), row => row.Id);
        },
        cancellationToken);

    public Task<ItemRow?> FindAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync<ItemRow?>(
        async (context, token) =>
        {
            return (await RowsAsync(context, [id], token)).SingleOrDefault();
        },
        cancellationToken);

    public Task<ItemDetails?> FindDetailsAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync<ItemDetails?>(
        async (context, token) =>
        {
            if ((await RowsAsync(context, [id], token)).SingleOrDefault() is not { } item)
            {
                return null;
            }

            return new ItemDetails(
                item,
                await AttributesAsync(context, id, token),
                await BalancesAsync(context, id, token),
                await MovementsAsync(context, id, token),
                await OpenLinesAsync(context, id, token));
        },
        cancellationToken);

    private static IOrderedQueryable<Item> Sort(IQueryable<Item> items, SortBy<ItemSort> sort)
    {
        var sorted = sort.Key switch
        {
            ItemSort.Sku => items.SortBy(item => item.Sku, sort.Descending),
            ItemSort.Title => items.SortByText(item => item.Title, sort.Descending),
            ItemSort.Price => items.SortBy(item => item.Price, sort.Descending),
            ItemSort.Updated => items.SortBy(item => item.UpdatedAt, sort.Descending),
        };
        return sorted.ThenBy(item => item.Id, sort.Descending);
    }

    private static async Task<IReadOnlyList<ItemRow>> RowsAsync(
        PortalDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var items = await context.Items
            .Where(item => ids.Contains(item.Id))
            .LeftJoin(
                context.ItemGroups,
                item => item.ItemGroupId,
                group => group.Id,
                (item, group) => new
                {
                    item.Id,
                    item.Sku,
                    item.Title,
                    item.Asin,
                    item.FulfilledBy,
                    item.ItemGroupId,
                    GroupTitle = group == null ? null : group.Title,
                    item.Price,
                    item.UpdatedAt,
                })
            .ToListAsync(cancellationToken);
        var stock = await StockAsync(context, ids, cancellationToken);
        var listings = await ListingsAsync(context, ids, cancellationToken);
        return
        [
            .. items.Select(item => new ItemRow(
                item.Id,
                item.Sku,
                item.Title,
                item.Asin,
                item.FulfilledBy,
                item.ItemGroupId,
                item.GroupTitle,
                item.Price,
                stock.GetValueOrDefault(item.Id) ?? new StockFigures(0, 0),
                [.. listings[item.Id]],
                item.UpdatedAt)),
        ];
    }

    private static async Task<Dictionary<long, StockFigures>> StockAsync(
        PortalDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var sums = await context.StockBalances
            .Where(balance => ids.Contains(balance.ItemId))
            .GroupBy(balance => balance.ItemId)
            .Select(group => new
            {
                ItemId = group.Key,
                OnHand = group.Sum(balance => balance.OnHand),
                Reserved = group.Sum(balance => balance.Reserved),
            })
            .ToListAsync(cancellationToken);
        return sums.ToDictionary(sum => sum.ItemId, sum => new StockFigures(sum.OnHand, sum.Reserved));
    }

    private static async Task<ILookup<long, ListingRow>> ListingsAsync(
        PortalDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var listings = await context.Listings
            .Where(listing => listing.ItemId != null && ids.Contains(listing.ItemId.Value))
            .Join(
                context.Channels,
                listing => listing.ChannelId,
                channel => channel.Id,
                (listing, channel) => new
                {
                    ItemId = listing.ItemId!.Value,
                    Row = new ListingRow(
                        listing.Id,
                        listing.ChannelId,
                        channel.Name,
                        listing.Sku,
                        listing.State,
                        listing.Link,
                        listing.FulfilledBy,
                        listing.AmazonQuantity,
                        listing.Price,
                        listing.QuantitySent,
                        listing.Reason,
                        listing.AmazonUpdatedAt),
                })
            .ToListAsync(cancellationToken);
        return listings
            .OrderBy(listing => listing.Row.ChannelId)
            .ThenBy(listing => listing.Row.Id)
            .ToLookup(listing => listing.ItemId, listing => listing.Row);
    }

    private static async Task<IReadOnlyList<KeyValuePair<string, string?>>> AttributesAsync(
        PortalDbContext context, long id, CancellationToken cancellationToken)
    {
        var family = await context.Items
            .Where(item => item.Id == id)
            .Join(
                context.ItemGroups,
                item => item.ItemGroupId,
                group => group.Id,
                (item, group) => new
                {
                    Names = new[] { group.Attribute1, group.Attribute2, group.Attribute3 },
                    Values = new[] { item.Value1, item.Value2, item.Value3 },
                })
            .SingleOrDefaultAsync(cancellationToken);
        return family is null
            ? []
            :
            [
                .. family.Names.Zip(family.Values)
                    .Where(pair => pair.First is not null)
                    .Select(pair => KeyValuePair.Create(pair.First!, pair.Second)),
            ];
    }

    private static async Task<IReadOnlyList<BalanceRow>> BalancesAsync(
        PortalDbContext context, long id, CancellationToken cancellationToken) => await context.StockBalances
            .Where(balance => balance.ItemId == id)
            .Join(
                context.Warehouses,
                balance => balance.WarehouseId,
                warehouse => warehouse.Id,
                (balance, warehouse) => new { Balance = balance, Warehouse = warehouse })
            .OrderByDescending(joined => joined.Warehouse.IsPrimary)
            .ThenBy(joined => joined.Warehouse.Name)
            .Select(joined => new BalanceRow(
                joined.Warehouse.Id, joined.Warehouse.Name, joined.Balance.OnHand, joined.Balance.Reserved))
            .ToListAsync(cancellationToken);

    // Lines are only ever added, so the order of their ids is the order of time.
    private static async Task<IReadOnlyList<MovementRow>> MovementsAsync(
        PortalDbContext context, long id, CancellationToken cancellationToken) => await context.StockMovements
            .Where(movement => movement.ItemId == id)
            .OrderByDescending(movement => movement.Id)
            .Take(LatestMovements)
            .Join(
                context.Warehouses,
                movement => movement.WarehouseId,
                warehouse => warehouse.Id,
                (movement, warehouse) => new MovementRow(
                    movement.Id,
                    movement.At,
                    movement.Kind,
                    warehouse.Name,
                    movement.OnHand,
                    movement.Reserved,
                    movement.Reason,
                    movement.Reference))
            .OrderByDescending(row => row.Id)
            .ToListAsync(cancellationToken);

    private static Task<int> OpenLinesAsync(PortalDbContext context, long id, CancellationToken cancellationToken) =>
        context.SalesOrders
            .Where(order => order.Status == OrderStatus.Confirmed || order.Status == OrderStatus.PartiallyShipped)
            .Join(
                context.OrderLines.Where(line => line.ItemId == id),
                order => order.Id,
                line => line.SalesOrderId,
                (order, line) => line.Id)
            .CountAsync(cancellationToken);
}
