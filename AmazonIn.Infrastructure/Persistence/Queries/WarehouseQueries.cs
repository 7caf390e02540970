using AmazonIn.Domain.Ports.Queries;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class WarehouseQueries(Storage<PortalDbContext> storage) : IWarehouseQueries
{
    public Task<IReadOnlyList<WarehouseRow>> ListAsync(CancellationToken cancellationToken) => storage.ReadAsync(
        async (context, token) =>
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
            return (IReadOnlyList<WarehouseRow>)await context.Warehouses
                .OrderByDescending(warehouse => warehouse.IsPrimary)
                .ThenBy(warehouse => warehouse.Name)
                .LeftJoin(
                    held,
                    warehouse => warehouse.Id,
                    sums => sums.WarehouseId,
                    (warehouse, sums) => new WarehouseRow(
                        warehouse.Id,
                        warehouse.Name,
                        warehouse.IsPrimary,
                        sums == null ? 0 : sums.Items,
                        sums == null ? 0 : sums.OnHand,
                        sums == null ? 0 : sums.Reserved))
                .ToListAsync(token);
        },
        cancellationToken);
}
