namespace AmazonIn.Domain.Ports.Stores;

/// <summary>The first quantity of an item, taken from Amazon (I4).</summary>
public sealed record OpeningStock(string Sku, long WarehouseId, int Quantity, string Reason);
