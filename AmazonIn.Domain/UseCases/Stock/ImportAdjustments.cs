using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Stock;

/// <summary>
/// Adjusts stock by a file. Every bad line is named with its number and the reason; the good ones are written in one
/// transaction.
/// </summary>
public sealed class ImportAdjustments(IStockLedger ledger, IWarehouseStore warehouses, IOutboxSignal outbox, IAuditTrail audit)
{
    /// <summary>What the file would change; nothing is written.</summary>
    public async Task<Result<IReadOnlyList<AdjustmentLine>>> PreviewAsync(
        Actor actor, ImportAdjustmentsRequest request, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(actor, request, cancellationToken);
        return read.Succeeded
            ? read.Value.LinesWith(await ledger.PreviewAsync(read.Value.Adjustments, cancellationToken))
            : read.Error;
    }

    /// <summary>Writes the good lines.</summary>
    public async Task<Result<IReadOnlyList<AdjustmentLine>>> RunAsync(
        Actor actor, ImportAdjustmentsRequest request, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(actor, request, cancellationToken);
        if (!read.Succeeded)
        {
            return read.Error;
        }

        var plan = read.Value;
        return await audit.ActAsync<IReadOnlyList<AdjustmentLine>>(
            StockRecords.Entry(actor, AuditAction.ImportStock, "A file", request.Reason)
                .With("lines", plan.Adjustments.Count.ToString(CultureInfo.InvariantCulture)),
            async () =>
            {
                var lines = plan.LinesWith(await ledger.AdjustAsync(plan.Adjustments, cancellationToken));
                outbox.Ring();
                return lines;
            },
            cancellationToken);
    }

    private async Task<Result<Plan>> ReadAsync(
        Actor actor, ImportAdjustmentsRequest request, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageInventory, cancellationToken)).Error is { } forbidden)
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
        var good = new List<GoodLine>();
        var bad = new List<AdjustmentLine>();
        foreach (var row in rows)
        {
            var warehouse = places.FirstOrDefault(place => row.Warehouse.Length == 0
                ? place.IsPrimary
                : string.Equals(place.Name, row.Warehouse, StringComparison.OrdinalIgnoreCase));
            var item = items.GetValueOrDefault(row.Sku);
            if ((row.Problem ?? ProblemOf(row, item, warehouse, seen)) is { } problem)
            {
                bad.Add(new AdjustmentLine(
                    row.Line, row.Sku, warehouse?.Name ?? row.Warehouse, null, null, row.Reason, problem));
                continue;
            }

            seen.Add((item!.Id, warehouse!.Id), row.Line);
            good.Add(new GoodLine(
                row,
                new StockAdjustment(item.Id, warehouse.Id, row.Quantity, row.Delta, row.Reason, actor.Name),
                warehouse.Name));
        }

        return new Plan(good, bad);
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

    private sealed record GoodLine(AdjustmentFile.Row Row, StockAdjustment Adjustment, string Warehouse);

    private sealed record Plan(List<GoodLine> Good, List<AdjustmentLine> Bad)
    {
        public List<StockAdjustment> Adjustments { get; } = Good.ConvertAll(line => line.Adjustment);

        /// <summary>Every line of the file, in its order.</summary>
        /// <param name="outcomes">Of <see cref="Adjustments"/>.</param>
        public List<AdjustmentLine> LinesWith(IReadOnlyList<AdjustmentOutcome> outcomes)
        {
            var applied = Good.Zip(outcomes, (one, outcome) => new AdjustmentLine(
                one.Row.Line,
                one.Row.Sku,
                one.Warehouse,
                outcome.Before,
                outcome.Refusal is null ? outcome.After : null,
                one.Row.Reason,
                outcome.Refusal));
            return [.. Bad.Concat(applied).OrderBy(line => line.Line)];
        }
    }
}
