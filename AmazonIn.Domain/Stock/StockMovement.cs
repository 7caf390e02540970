namespace AmazonIn.Domain.Stock;

/// <summary>
/// One line of the stock ledger. Lines are only ever added; a balance is the sum of its lines, kept beside them.
/// </summary>
public sealed class StockMovement
{
    public const int ReasonMaxLength = 200;
    public const int ReferenceMaxLength = 64;

    private StockMovement(string reason) => Reason = reason;

    public StockMovement(
        long warehouseId,
        long itemId,
        MovementKind kind,
        int onHand,
        int reserved,
        string reason,
        string? reference,
        DateTimeOffset at)
        : this(reason)
    {
        WarehouseId = warehouseId;
        ItemId = itemId;
        Kind = kind;
        OnHand = onHand;
        Reserved = reserved;
        Reference = reference;
        At = at;
    }

    public long Id { get; private set; }

    public long WarehouseId { get; private set; }

    public long ItemId { get; private set; }

    public MovementKind Kind { get; private set; }

    /// <summary>Change of the quantity on hand, in units; negative takes away.</summary>
    public int OnHand { get; private set; }

    /// <summary>Change of the quantity reserved for open orders.</summary>
    public int Reserved { get; private set; }

    public string Reason { get; private set; }

    /// <summary>What it was for: a listing, a sales order number, an adjustment.</summary>
    public string? Reference { get; private set; }

    public DateTimeOffset At { get; private set; }
}
