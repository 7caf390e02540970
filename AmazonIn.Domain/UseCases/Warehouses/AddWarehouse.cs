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
            return new Error("warehouse.name", "Enter the warehouse's name, at most 100 characters.");
        }

        if (await warehouses.FindByNameAsync(trimmed, cancellationToken) is not null)
        {
            return new Error("warehouse.name-taken", $"There is a warehouse “{trimmed}” already.", ErrorKind.Conflict);
        }

        var warehouse = new Warehouse(trimmed, isPrimary: false, time.GetUtcNow());
        await warehouses.AddAsync(warehouse, cancellationToken);
        return warehouse;
    }
}
