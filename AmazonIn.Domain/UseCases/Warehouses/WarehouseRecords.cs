using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.UseCases.Warehouses;

/// <summary>How the audit trail names a warehouse; one that is not stored yet has no number.</summary>
internal static class WarehouseRecords
{
    public static AuditEntry Entry(Actor actor, string action, Warehouse warehouse) => new(
        actor,
        action,
        AuditOutcome.Granted,
        warehouse.Id == 0 ? "warehouse" : string.Create(CultureInfo.InvariantCulture, $"warehouse:{warehouse.Id}"),
        $"Warehouse {warehouse.Name}");
}
