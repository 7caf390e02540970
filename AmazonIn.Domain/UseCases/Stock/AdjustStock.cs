using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Stock;

/// <summary>Corrects what a warehouse has on hand of an item; every channel that lists it is told.</summary>
public sealed class AdjustStock(IStockLedger ledger, IWarehouseStore warehouses, IOutboxSignal outbox, IAuditTrail audit)
{
    public async Task<Result<AdjustmentOutcome>> RunAsync(
        Actor actor, AdjustStockRequest request, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageInventory, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (StockReason.Check(request.Reason).Error is { } noReason)
        {
            return noReason;
        }

        // What is wrong whatever is on hand is said before anything is looked up.
        if (request.Sku.Length == 0)
        {
            return StockErrors.SkuMissing;
        }

        if (StockAdjustmentPolicy.Check(request.Quantity, request.Delta) is { } wrong)
        {
            return wrong;
        }

        var items = await ledger.FindItemsAsync([request.Sku], cancellationToken);
        if (!items.TryGetValue(request.Sku, out var item))
        {
            return StockErrors.SkuUnknown(request.Sku);
        }

        if (item.FulfilledBy == FulfilledBy.Amazon)
        {
            return StockErrors.FulfilledByAmazon(request.Sku);
        }

        var warehouse = request.WarehouseId is { } id
            ? await warehouses.FindAsync(id, cancellationToken)
            : await warehouses.GetPrimaryAsync(cancellationToken);
        if (warehouse is null)
        {
            return StockErrors.WarehouseUnknown;
        }

        var adjustment = new StockAdjustment(
            item.Id, warehouse.Id, request.Quantity, request.Delta, request.Reason.Trim(), actor.Name);
        return await audit.ActAsync(
            StockRecords.Entry(actor, AuditAction.AdjustStock, $"SKU {item.Sku}", adjustment.Reason),
            () => AdjustAsync(adjustment, cancellationToken),
            cancellationToken);
    }

    private async Task<Result<AdjustmentOutcome>> AdjustAsync(StockAdjustment adjustment, CancellationToken cancellationToken)
    {
        var outcome = (await ledger.AdjustAsync([adjustment], cancellationToken))[0];
        if (outcome.Refusal is { } refusal)
        {
            return refusal;
        }

        outbox.Ring();
        return outcome;
    }
}
