using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
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
        CancellationToken cancellationToken) => storage.ReadAsync(
            async (context, token) =>
            {
                var wanted = ItemMatching.Filter(context, filter);
                var found = await wanted.Select(item => item.Id)
                    .ReadPageAsync(Sort(wanted, sort).Select(item => item.Id), page, token);
                return found.Of(await ItemRows.ReadAsync(context, found.Ids, token), row => row.Id);
            },
            cancellationToken);

    public Task<ItemRow?> FindAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync(
        async (context, token) => (await ItemRows.ReadAsync(context, [id], token)).SingleOrDefault(),
        cancellationToken);

    public Task<ItemDetails?> FindDetailsAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync(
        async (context, token) => (await ItemRows.ReadAsync(context, [id], token)).SingleOrDefault() is { } item
            ? new ItemDetails(
                item,
                await AttributesAsync(context, id, token),
                await BalancesAsync(context, id, token),
                await MovementsAsync(context, id, token),
                await OpenLinesAsync(context, id, token))
            : null,
        cancellationToken);

    private static IOrderedQueryable<Item> Sort(IQueryable<Item> items, SortBy<ItemSort> sort)
    {
        var sorted = sort.Key switch
        {
            ItemSort.Sku => items.SortBy(item => item.Sku, sort.Descending),
            ItemSort.Title => items.SortByText(item => item.Title, sort.Descending),
            ItemSort.Price => items.SortByAmount(item => item.Price, sort.Descending),
            ItemSort.Updated => items.SortBy(item => item.UpdatedAt, sort.Descending),
        };
        return sorted.ThenBy(item => item.Id, sort.Descending);
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
        if (family is null)
        {
            return [];
        }

        return
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
            .Join(
                context.Warehouses,
                movement => movement.WarehouseId,
                warehouse => warehouse.Id,
                (movement, warehouse) => new { Movement = movement, Warehouse = warehouse })
            .OrderByDescending(joined => joined.Movement.Id)
            .Take(LatestMovements)
            .Select(joined => new MovementRow(
                joined.Movement.Id,
                joined.Movement.At,
                joined.Movement.Kind,
                joined.Warehouse.Name,
                joined.Movement.OnHand,
                joined.Movement.Reserved,
                joined.Movement.Reason,
                joined.Movement.Reference))
            .ToListAsync(cancellationToken);

    private static Task<int> OpenLinesAsync(PortalDbContext context, long id, CancellationToken cancellationToken) =>
        context.SalesOrders.Open()
            .Join(
                context.OrderLines.Where(line => line.ItemId == id),
                order => order.Id,
                line => line.SalesOrderId,
                (order, line) => line.Id)
            .CountAsync(cancellationToken);
}
