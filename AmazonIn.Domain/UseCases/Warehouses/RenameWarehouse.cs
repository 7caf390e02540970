using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.UseCases.Warehouses;

/// <summary>Gives a warehouse another name.</summary>
public sealed class RenameWarehouse(IWarehouseStore warehouses)
{
    public async Task<Result<Warehouse>> RunAsync(
        Actor actor, long warehouseId, string name, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageInventory).Error is { } forbidden)
        {
            return forbidden;
        }

        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > Warehouse.NameMaxLength)
        {
            return WarehouseErrors.NameShape;
        }

        if (await warehouses.FindAsync(warehouseId, cancellationToken) is not { } warehouse)
        {
            return WarehouseErrors.Unknown;
        }

        if (await warehouses.FindByNameAsync(trimmed, cancellationToken) is { } other && other.Id != warehouseId)
        {
            return WarehouseErrors.NameTaken(trimmed);
        }

        warehouse.Rename(trimmed);
        await warehouses.SaveAsync(warehouse, cancellationToken);
        return warehouse;
    }
}
