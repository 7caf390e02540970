using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>Writes first quantities as ledger lines, and the balances that they add up to.</summary>
internal sealed class OpeningStockWriter(PortalDbContext db, IBulkWriter bulk, Aftermath aftermath, DateTimeOffset now)
{
    public async Task WriteAsync(
        IReadOnlyList<OpeningStock> opening,
        Dictionary<string, long> itemIds,
        CancellationToken cancellationToken)
    {
        var movements = opening
            .Select(stock => new StockMovement(
                stock.WarehouseId,
                itemIds[stock.Sku],
                MovementKind.Opening,
                stock.Quantity,
                reserved: 0,
                Cut(stock.Reason),
                reference: null,
                now))
            .ToList();
        await bulk.AppendAsync(db, movements, cancellationToken);

        var balances = await LoadAsync(movements, cancellationToken);
        foreach (var movement in movements)
        {
            var place = (movement.WarehouseId, movement.ItemId);
            if (!balances.TryGetValue(place, out var balance))
            {
                balance = new StockBalance(movement.WarehouseId, movement.ItemId);
                balances.Add(place, balance);
            }

            balance.Apply(movement);
        }

        var added = balances.Values.Where(balance => balance.Id == 0).ToList();
        aftermath.Inserted(db, added, await bulk.InsertAsync(db, added, cancellationToken));
        await bulk.UpdateAsync(db, [.. balances.Values.Where(balance => balance.Id != 0)], cancellationToken);
    }

    private async Task<Dictionary<(long, long), StockBalance>> LoadAsync(
        List<StockMovement> movements, CancellationToken cancellationToken)
    {
        var balances = new Dictionary<(long, long), StockBalance>();
        foreach (var warehouse in movements.GroupBy(movement => movement.WarehouseId))
        {
            foreach (var items in warehouse.Select(movement => movement.ItemId).Chunk(Lists.Size))
            {
                var found = await db.StockBalances.AsNoTracking()
                    .Where(balance => balance.WarehouseId == warehouse.Key && items.Contains(balance.ItemId))
                    .ToListAsync(cancellationToken);
                found.ForEach(balance => balances.Add((balance.WarehouseId, balance.ItemId), balance));
            }
        }

        return balances;
    }

    private static string Cut(string reason) =>
        reason.Length <= StockMovement.ReasonMaxLength ? reason : reason[..StockMovement.ReasonMaxLength];
}
