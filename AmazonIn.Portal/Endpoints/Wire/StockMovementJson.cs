using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>A line of an item's stock ledger, with what the item had over all warehouses after it.</summary>
internal sealed record StockMovementJson(
    long Id,
    DateTimeOffset At,
    MovementKind Kind,
    string Warehouse,
    int OnHand,
    int Reserved,
    int OnHandAfter,
    int ReservedAfter,
    string Reason,
    string? Reference)
{
    public static StockMovementJson Of(LedgerRow row) => new(
        row.Movement.Id,
        row.Movement.At,
        row.Movement.Kind,
        row.Movement.WarehouseName,
        row.Movement.OnHand,
        row.Movement.Reserved,
        row.OnHandAfter,
        row.ReservedAfter,
        row.Movement.Reason,
        row.Movement.Reference);
}
