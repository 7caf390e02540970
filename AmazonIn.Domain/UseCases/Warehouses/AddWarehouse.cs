using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Warehouses;

/// <summary>Adds a warehouse. The primary one exists since set-up; this is another.</summary>
public sealed class AddWarehouse(IWarehouseStore warehouses, IAuditTrail audit, TimeProvider time)
{
    public async Task<Result<Warehouse>> RunAsync(Actor actor, string name, CancellationToken cancellationToken)
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

        if (await warehouses.FindByNameAsync(trimmed, cancellationToken) is not null)
        {
            return WarehouseErrors.NameTaken(trimmed);
        }

        var warehouse = new Warehouse(trimmed, isPrimary: false, time.GetUtcNow());
        return await audit.ActAsync<Warehouse>(
            WarehouseRecords.Entry(actor, AuditAction.AddWarehouse, warehouse),
            async () =>
            {
                await warehouses.AddAsync(warehouse, cancellationToken);
                return warehouse;
            },
            cancellationToken);
    }
}
