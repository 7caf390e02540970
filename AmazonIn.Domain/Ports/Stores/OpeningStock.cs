namespace AmazonIn.Domain.Ports.Stores;

/// <summary>The first quantity of an item, taken from Amazon (I4).</summary>
/// <param name="Quantity">What Amazon offers: afterwards as many units are available here.</param>
/// <param name="At">No later than the moment when Amazon said so.</param>
public sealed record OpeningStock(string Sku, long WarehouseId, int Quantity, string Reason, DateTimeOffset At);
