using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Warehouses;

/// <summary>
/// Makes a warehouse the primary one: later orders of channels without a mapping are tracked there. Earlier orders, and
/// the stock that is there, stay where they are.
/// </summary>
public sealed class MakeWarehousePrimary(IWarehouseStore warehouses)
{
    public async Task<Result> RunAsync(Actor actor, long warehouseId, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageInventory).Error is { } forbidden)
        {
            return forbidden;
        }

        return await warehouses.MakePrimaryAsync(warehouseId, cancellationToken) ? Result.Success : WarehouseErrors.Unknown;
    }
}
