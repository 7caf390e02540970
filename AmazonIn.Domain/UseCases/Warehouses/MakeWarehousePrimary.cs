using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Warehouses;

/// <summary>
/// Makes a warehouse the primary one: later orders of channels without a mapping are tracked there. Earlier orders, and
/// the stock that is there, stay where they are.
/// </summary>
public sealed class MakeWarehousePrimary(IWarehouseStore warehouses, IAuditTrail audit)
{
    public async Task<Result> RunAsync(Actor actor, long warehouseId, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageInventory, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (await warehouses.FindAsync(warehouseId, cancellationToken) is not { } warehouse)
        {
            return WarehouseErrors.Unknown;
        }

        return await audit.ActAsync(
            WarehouseRecords.Entry(actor, AuditAction.MakeWarehousePrimary, warehouse),
            async () => await warehouses.MakePrimaryAsync(warehouseId, cancellationToken)
                ? Result.Success
                : WarehouseErrors.Unknown,
            cancellationToken);
    }
}
