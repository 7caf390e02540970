using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.UseCases.Warehouses;

/// <summary>Adds a warehouse. The primary one exists since set-up; this is another.</summary>
public sealed class AddWarehouse(IWarehouseStore warehouses, TimeProvider time)
{
    public async Task<Result<Warehouse>> RunAsync(Actor actor, string name, CancellationToken cancellationToken)
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

        if (await warehouses.FindByNameAsync(trimmed, cancellationToken) is not null)
        {
            return WarehouseErrors.NameTaken(trimmed);
        }

        var warehouse = new Warehouse(trimmed, isPrimary: false, time.GetUtcNow());
        await warehouses.AddAsync(warehouse, cancellationToken);
        return warehouse;
    }
}
