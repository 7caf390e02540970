using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.UseCases.Stock;

/// <summary>
/// Adjusts stock by a file. Every bad line is named with its number and the reason; the good ones are written in one
/// transaction.
/// </summary>
public sealed class ImportAdjustments(IStockLedger ledger, IWarehouseStore warehouses, IOutboxSignal outbox)
{
    /// <summary>What the file would change; nothing is written.</summary>
    public Task<Result<IReadOnlyList<AdjustmentLine>>> PreviewAsync(
        Actor actor, ImportAdjustmentsRequest request, CancellationToken cancellationToken) =>
        RunAsync(actor, request, ledger.PreviewAsync, cancellationToken);

    /// <summary>Writes the good lines.</summary>
    public async Task<Result<IReadOnlyList<AdjustmentLine>>> RunAsync(
        Actor actor, ImportAdjustmentsRequest request, CancellationToken cancellationToken)
    {
        var lines = await RunAsync(actor, request, ledger.AdjustAsync, cancellationToken);
        if (lines.Succeeded)
        {
            outbox.Ring();
        }

        return lines;
    }

    private async Task<Result<IReadOnlyList<AdjustmentLine>>> RunAsync(
        Actor actor,
        ImportAdjustmentsRequest request,
        Func<IReadOnlyList<StockAdjustment>, CancellationToken, Task<IReadOnlyList<AdjustmentOutcome>>> apply,
        CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageInventory).Error is { } forbidden)
        {
            return forbidden;
        }

        var file = AdjustmentFile.Read(request.Text, request.Reason);
        if (!file.Succeeded)
        {
            return file.Error;
        }

        var rows = file.Value.Rows;
        var items = await ledger.FindItemsAsync([.. rows.Select(row => row.Sku)], cancellationToken);
        var places = await warehouses.ListAsync(cancellationToken);
        var seen = new Dictionary<(long ItemId, long WarehouseId), int>();
        var adjustments = new List<(AdjustmentFile.Row Row, StockAdjustment Adjustment, string Warehouse)>();
        var lines = new List<AdjustmentLine>();
        foreach (var row in rows)
        {
            var warehouse = places.FirstOrDefault(place => row.Warehouse.Length == 0
                ? place.IsPrimary
                : string.Equals(place.Name, row.Warehouse, StringComparison.OrdinalIgnoreCase));
            var item = items.GetValueOrDefault(row.Sku);
            if ((row.Problem ?? ProblemOf(row, item, warehouse, seen)) is { } problem)
            {
                lines.Add(new AdjustmentLine(
                    row.Line, row.Sku, warehouse?.Name ?? row.Warehouse, null, null, row.Reason, problem));
                continue;
            }

            seen.Add((item!.Id, warehouse!.Id), row.Line);
            adjustments.Add((
                row,
                new StockAdjustment(item.Id, warehouse.Id, row.Quantity, row.Delta, row.Reason, actor.Name),
                warehouse.Name));
        }

        var outcomes = await apply([.. adjustments.Select(one => one.Adjustment)], cancellationToken);
        lines.AddRange(adjustments.Zip(outcomes, (one, outcome) => new AdjustmentLine(
            one.Row.Line,
            one.Row.Sku,
            one.Warehouse,
            outcome.Before,
            outcome.Refusal is null ? outcome.After : null,
            one.Row.Reason,
            outcome.Refusal)));
        lines.Sort((one, other) => one.Line.CompareTo(other.Line));
        return lines;
    }

    private static Error? ProblemOf(
        AdjustmentFile.Row row,
        StockedItem? item,
        Warehouse? warehouse,
        Dictionary<(long ItemId, long WarehouseId), int> seen)
    {
        if (item is null)
        {
            return StockErrors.SkuUnknown(row.Sku);
        }

        if (item.FulfilledBy == FulfilledBy.Amazon)
        {
            return StockErrors.FulfilledByAmazon(row.Sku);
        }

        if (warehouse is null)
        {
            return new Error(
                "stock.warehouse-unknown",
                $"There is no warehouse “{(row.Warehouse.Length <= 60 ? row.Warehouse : row.Warehouse[..60] + "…")}”.",
                ErrorKind.NotFound);
        }

        return seen.TryGetValue((item.Id, warehouse.Id), out var line)
            ? new Error("stock.line-twice", $"Line {line} adjusts the same SKU in the same warehouse already.")
            : null;
    }
}
