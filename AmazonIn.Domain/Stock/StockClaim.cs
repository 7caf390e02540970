namespace AmazonIn.Domain.Stock;

/// <summary>
/// What the ledger holds for one line of an order: the reason why reservations add up. There is none for a line that
/// never touched our stock.
/// </summary>
public sealed class StockClaim
{
    public const int OrderKeyMaxLength = 64;
    public const int LineKeyMaxLength = 64;

    private StockClaim(string orderKey, string lineKey)
    {
        OrderKey = orderKey;
        LineKey = lineKey;
    }

    internal StockClaim(StockDemand demand, long itemId)
        : this(demand.OrderKey, demand.LineKey)
    {
        ItemId = itemId;
        WarehouseId = demand.WarehouseId;
        SaidAt = demand.SaidAt;
    }

    public long Id { get; private set; }

    public string OrderKey { get; private set; }

    public string LineKey { get; private set; }

    public long ItemId { get; private set; }

    public long WarehouseId { get; private set; }

    /// <summary>Units held for the line.</summary>
    public int Reserved { get; private set; }

    /// <summary>Units that left with the line.</summary>
    public int Taken { get; private set; }

    public DateTimeOffset SaidAt { get; private set; }

    public int Version { get; private set; }

    internal void Hold(int reserved, int taken, DateTimeOffset saidAt)
    {
        Reserved = reserved;
        Taken = taken;
        SaidAt = saidAt;
    }

    internal void MoveTo(long itemId, long warehouseId)
    {
        ItemId = itemId;
        WarehouseId = warehouseId;
        Reserved = 0;
        Taken = 0;
    }
}
