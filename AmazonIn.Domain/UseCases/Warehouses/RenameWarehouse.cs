using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Warehouses;

/// <summary>Gives a warehouse another name.</summary>
public sealed class RenameWarehouse(IWarehouseStore warehouses, IAuditTrail audit)
{
    public async Task<Result<Warehouse>> RunAsync(
        Actor actor, long warehouseId, string name, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageInventory, cancellationToken)).Error is { } forbidden)
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

        return await audit.ActAsync<Warehouse>(
            WarehouseRecords.Entry(actor, AuditAction.RenameWarehouse, warehouse).With("name", trimmed),
            async () =>
            {
                warehouse.Rename(trimmed);
                await warehouses.SaveAsync(warehouse, cancellationToken);
                return warehouse;
            },
            cancellationToken);
    }
}
