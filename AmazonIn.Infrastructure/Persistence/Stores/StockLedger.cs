using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

internal sealed class StockLedger(Storage<PortalDbContext> storage, IBulkWriter bulk, TimeProvider time) : IStockLedger
{
    /// <summary>Tries where others move the same stock; orders come in bursts, but each is quick.</summary>
    private const int Attempts = 5;

    public Task<IReadOnlyDictionary<string, StockedItem>> FindItemsAsync(
        IReadOnlyCollection<string> skus, CancellationToken cancellationToken) => storage.ReadAsync(
            async (db, token) =>
            {
                var items = new Dictionary<string, StockedItem>(StringComparer.Ordinal);
                foreach (var wanted in skus.Distinct(StringComparer.Ordinal).Chunk(Lists.Size))
                {
                    var found = await db.Items
                        .Where(item => wanted.Contains(item.Sku))
                        .Select(item => new StockedItem(item.Id, item.Sku, item.FulfilledBy))
                        .ToListAsync(token);
                    found.ForEach(item => items.Add(item.Sku, item));
                }

                return (IReadOnlyDictionary<string, StockedItem>)items;
            },
            cancellationToken);

    public Task<IReadOnlyList<AdjustmentOutcome>> PreviewAsync(
        IReadOnlyList<StockAdjustment> adjustments, CancellationToken cancellationToken) => storage.ReadAsync(
            async (db, token) =>
            {
                IReadOnlyList<AdjustmentOutcome> outcomes = [];
                await new StockWriter(db, bulk, new Aftermath(), time.GetUtcNow()).PostAsync(
                    PlacesOf(adjustments),
                    balances =>
                    {
                        outcomes = Decide(adjustments, balances);
                        return [];
                    },
                    token);
                return outcomes;
            },
            cancellationToken);

    public Task<IReadOnlyList<AdjustmentOutcome>> AdjustAsync(
        IReadOnlyList<StockAdjustment> adjustments, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return WriteAsync(
            now,
            async (db, writer, written, token) =>
            {
                var uncounted = await UncountedAsync(db, adjustments, token);
                IReadOnlyList<AdjustmentOutcome> outcomes = [];
                await writer.PostAsync(
                    PlacesOf(adjustments),
                    balances =>
                    {
                        outcomes = Decide(adjustments, balances);
                        written.AddRange(LinesOf(outcomes, uncounted, now));
                        return written;
                    },
                    token);
                uncounted.IntersectWith(written.Select(line => line.ItemId));
                await OpenAsync(db, uncounted, now, token);

                // While the lines were written, these items had no count that could be told.
                await writer.TouchItemsAsync(uncounted, token);
                return outcomes;
            },
            cancellationToken);
    }

    public Task<Result> TransferAsync(StockTransfer transfer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return WriteAsync(
            now,
            async (_, writer, written, token) =>
            {
                var result = Result.Success;
                await writer.PostAsync(
                    [.. transfer.Lines.SelectMany(line => new[] { (transfer.From.Id, line.ItemId), (transfer.To.Id, line.ItemId) })],
                    balances =>
                    {
                        result = StockTransferPolicy.Check(transfer, transfer.Lines.ToDictionary(
                            line => line.ItemId,
                            line => balances.GetValueOrDefault((transfer.From.Id, line.ItemId))?.Available ?? 0));
                        written.AddRange(result.Succeeded ? transfer.Lines.SelectMany(line => LinesOf(transfer, line, now)) : []);
                        return written;
                    },
                    token);
                return result;
            },
            cancellationToken);
    }

    private static HashSet<(long WarehouseId, long ItemId)> PlacesOf(IReadOnlyList<StockAdjustment> adjustments) =>
        [.. adjustments.Select(adjustment => (adjustment.WarehouseId, adjustment.ItemId))];

    private static IReadOnlyList<AdjustmentOutcome> Decide(
        IReadOnlyList<StockAdjustment> adjustments,
        IReadOnlyDictionary<(long WarehouseId, long ItemId), StockBalance> balances) =>
        [.. adjustments.Select(adjustment =>
        {
            var before = balances.GetValueOrDefault((adjustment.WarehouseId, adjustment.ItemId))?.OnHand ?? 0;
            var change = StockAdjustmentPolicy.Decide(before, adjustment.Quantity, adjustment.Delta);
            return new AdjustmentOutcome(adjustment, before, before + (change.Succeeded ? change.Value : 0), change.Error);
        })];

    private static async Task<HashSet<long>> UncountedAsync(
        PortalDbContext db, IReadOnlyList<StockAdjustment> adjustments, CancellationToken cancellationToken)
    {
        var uncounted = new HashSet<long>();
        foreach (var ids in adjustments.Select(adjustment => adjustment.ItemId).Distinct().Chunk(Lists.Size))
        {
            uncounted.UnionWith(await db.Items
                .Where(item => ids.Contains(item.Id) && item.OpeningStockAt == null)
                .Select(item => item.Id)
                .ToListAsync(cancellationToken));
        }

        return uncounted;
    }

    private static IEnumerable<StockMovement> LinesOf(
        IReadOnlyList<AdjustmentOutcome> outcomes, HashSet<long> uncounted, DateTimeOffset now) => outcomes
        .Where(outcome => outcome.Refusal is null
            && (outcome.After != outcome.Before || uncounted.Contains(outcome.Adjustment.ItemId)))
        .Select(outcome => new StockMovement(
            outcome.Adjustment.WarehouseId,
            outcome.Adjustment.ItemId,
            uncounted.Contains(outcome.Adjustment.ItemId) ? MovementKind.Opening : MovementKind.Adjustment,
            outcome.After - outcome.Before,
            reserved: 0,
            outcome.Adjustment.Reason,
            By(outcome.Adjustment.By),
            now));

    private static IEnumerable<StockMovement> LinesOf(StockTransfer transfer, StockTransferLine line, DateTimeOffset now)
    {
        yield return new StockMovement(
            transfer.From.Id, line.ItemId, MovementKind.TransferOut, -line.Quantity, 0, transfer.Reason, By(transfer.By), now);
        yield return new StockMovement(
            transfer.To.Id, line.ItemId, MovementKind.TransferIn, line.Quantity, 0, transfer.Reason, By(transfer.By), now);
    }

    private static async Task OpenAsync(
        PortalDbContext db, HashSet<long> itemIds, DateTimeOffset? now, CancellationToken cancellationToken)
    {
        foreach (var ids in itemIds.Chunk(Lists.Size))
        {
            await db.Items
                .Where(item => ids.Contains(item.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.OpeningStockAt, now), cancellationToken);
        }
    }

    private async Task<T> WriteAsync<T>(
        DateTimeOffset now,
        Func<PortalDbContext, StockWriter, List<StockMovement>, CancellationToken, Task<T>> write,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var aftermath = new Aftermath();
            var written = new List<StockMovement>();
            try
            {
                var result = await storage.WriteAsync(
                    (db, token) =>
                    {
                        written.Clear();
                        return write(db, new StockWriter(db, bulk, aftermath, now), written, token);
                    },
                    cancellationToken,
                    (db, token) => WasWrittenAsync(db, written, token));
                aftermath.Commit();
                return result;
            }
            catch (ConcurrentChangeException) when (attempt < Attempts)
            {
                // Somebody else moved the same stock: it is read and worked out again.
            }
        }
    }

    // Taking three units away twice is not the same as once. No other line has this one's time to the tick and its words.
    private static async Task<bool> WasWrittenAsync(
        PortalDbContext db, List<StockMovement> written, CancellationToken cancellationToken)
    {
        if (written.Count == 0)
        {
            return true;
        }

        var (itemId, warehouseId, at, kind) = (written[0].ItemId, written[0].WarehouseId, written[0].At, written[0].Kind);
        var (onHand, reason, reference) = (written[0].OnHand, written[0].Reason, written[0].Reference);
        return await db.StockMovements.AnyAsync(
            line => line.ItemId == itemId && line.WarehouseId == warehouseId && line.At == at && line.Kind == kind
                && line.OnHand == onHand && line.Reason == reason && line.Reference == reference,
            cancellationToken);
    }

    private static string By(string name)
    {
        var by = $"by {name}";
        return by.Length <= StockMovement.ReferenceMaxLength ? by : by[..StockMovement.ReferenceMaxLength];
    }
}
