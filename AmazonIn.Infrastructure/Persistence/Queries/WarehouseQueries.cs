using AmazonIn.Domain.Ports.Queries;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class WarehouseQueries(Storage<PortalDbContext> storage) : IWarehouseQueries
{
    public async Task<IReadOnlyList<WarehouseRow>> ListAsync(CancellationToken cancellationToken) =>
        await storage.ReadAsync(ReadAsync, cancellationToken);

    private static Task<List<WarehouseRow>> ReadAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var held = context.StockBalances
            .GroupBy(balance => balance.WarehouseId)
            .Select(group => new
            {
                WarehouseId = group.Key,
                Items = group.Count(balance => balance.OnHand != 0),
                OnHand = group.Sum(balance => balance.OnHand),
                Reserved = group.Sum(balance => balance.Reserved),
            });
        return context.Warehouses
            .LeftJoin(
                held,
                warehouse => warehouse.Id,
                sums => sums.WarehouseId,
                (warehouse, sums) => new { Warehouse = warehouse, Sums = sums })
            .OrderByDescending(joined => joined.Warehouse.IsPrimary)
            .ThenBy(joined => joined.Warehouse.Name)
            .Select(joined => new WarehouseRow(
                joined.Warehouse.Id,
                joined.Warehouse.Name,
                joined.Warehouse.IsPrimary,
                (int?)joined.Sums!.Items ?? 0,
                (int?)joined.Sums!.OnHand ?? 0,
                (int?)joined.Sums!.Reserved ?? 0))
            .ToListAsync(cancellationToken);
    }
}
