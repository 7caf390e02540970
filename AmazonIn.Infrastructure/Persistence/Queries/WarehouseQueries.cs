using AmazonIn.Domain.Ports.Queries;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class WarehouseQueries(Storage<PortalDbContext> storage) : IWarehouseQueries
{
    public Task<IReadOnlyList<WarehouseRow>> ListAsync(CancellationToken cancellationToken) => storage.ReadAsync(
        async (context, token) =>
        {
            var held = await context.StockBalances
                .GroupBy(balance => balance.WarehouseId)
                .Select(group => new
                {
                    WarehouseId = group.Key,
                    Items = group.Count(balance => balance.OnHand != 0),
                    OnHand = group.Sum(balance => balance.OnHand),
                    Reserved = group.Sum(balance => balance.Reserved),
                })
                .ToDictionaryAsync(sums => sums.WarehouseId, token);
            var warehouses = await context.Warehouses
                .OrderByDescending(warehouse => warehouse.IsPrimary)
                .ThenBy(warehouse => warehouse.Name)
                .Select(warehouse => new { warehouse.Id, warehouse.Name, warehouse.IsPrimary })
                .ToListAsync(token);
            return (IReadOnlyList<WarehouseRow>)warehouses.ConvertAll(warehouse =>
            {
                var sums = held.GetValueOrDefault(warehouse.Id);
                return new WarehouseRow(
                    warehouse.Id,
                    warehouse.Name,
                    warehouse.IsPrimary,
                    sums?.Items ?? 0,
                    sums?.OnHand ?? 0,
                    sums?.Reserved ?? 0);
            });
        },
        cancellationToken);
}
