using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Stock;

/// <summary>Carries units from one warehouse to another: all lines, or none.</summary>
public sealed class TransferStock(IStockLedger ledger, IWarehouseStore warehouses, IOutboxSignal outbox, IAuditTrail audit)
{
    public async Task<Result> RunAsync(Actor actor, TransferStockRequest request, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageInventory, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (Check(request) is { } wrong)
        {
            return wrong;
        }

        if (await warehouses.FindAsync(request.FromWarehouseId, cancellationToken) is not { } from
            || await warehouses.FindAsync(request.ToWarehouseId, cancellationToken) is not { } to)
        {
            return StockErrors.WarehouseUnknown;
        }

        var items = await ledger.FindItemsAsync([.. request.Lines.Select(line => line.Sku)], cancellationToken);
        var lines = new List<StockTransferLine>(request.Lines.Count);
        foreach (var line in request.Lines)
        {
            if (!items.TryGetValue(line.Sku, out var item))
            {
                return StockErrors.SkuUnknown(line.Sku);
            }

            if (item.FulfilledBy == FulfilledBy.Amazon)
            {
                return StockErrors.FulfilledByAmazon(line.Sku);
            }

            lines.Add(new StockTransferLine(item.Id, item.Sku, line.Quantity));
        }

        var transfer = new StockTransfer(from, to, lines, request.Reason.Trim(), actor.Name);
        return await audit.ActAsync(
            StockRecords.Entry(actor, AuditAction.TransferStock, $"{from.Name} → {to.Name}", transfer.Reason)
                .With("lines", lines.Count.ToString(CultureInfo.InvariantCulture)),
            () => TransferAsync(transfer, cancellationToken),
            cancellationToken);
    }

    private async Task<Result> TransferAsync(StockTransfer transfer, CancellationToken cancellationToken)
    {
        var moved = await ledger.TransferAsync(transfer, cancellationToken);
        if (moved.Succeeded)
        {
            outbox.Ring();
        }

        return moved;
    }

    private static Error? Check(TransferStockRequest request)
    {
        if (StockReason.Check(request.Reason).Error is { } noReason)
        {
            return noReason;
        }

        if (request.FromWarehouseId == request.ToWarehouseId)
        {
            return StockErrors.SameWarehouse;
        }

        if (request.Lines.Count == 0)
        {
            return StockErrors.NothingToMove;
        }

        if (request.Lines.FirstOrDefault(line => line.Quantity is < 1 or > StockAdjustmentPolicy.MaxUnits) is { } odd)
        {
            return StockErrors.UnitsToMove(odd.Sku);
        }

        return request.Lines.GroupBy(line => line.Sku, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? StockErrors.SkuTwice(twice.Key)
            : null;
    }
}
