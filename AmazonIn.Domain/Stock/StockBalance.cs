namespace AmazonIn.Domain.Stock;

/// <summary>What a warehouse holds of an item: always the sum of the item's movements there.</summary>
public sealed class StockBalance
{
    private StockBalance()
    {
    }

    public StockBalance(long warehouseId, long itemId)
    {
        WarehouseId = warehouseId;
        ItemId = itemId;
    }

    public long Id { get; private set; }

    public long WarehouseId { get; private set; }

    public long ItemId { get; private set; }

    public int OnHand { get; private set; }

    public int Reserved { get; private set; }

    public int Available => OnHand - Reserved;

    public int Version { get; private set; }

    public void Apply(StockMovement movement)
    {
        OnHand += movement.OnHand;
        Reserved += movement.Reserved;
    }
}
