namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Stock of an item in a warehouse.</summary>
public sealed record BalanceRow(long WarehouseId, string WarehouseName, int OnHand, int Reserved)
{
    public int Available => OnHand - Reserved;
}
