namespace AmazonIn.Domain.UseCases.Stock;

/// <summary>A correction of one item's stock: the quantity on hand, or the difference.</summary>
/// <param name="WarehouseId">Null for the primary warehouse.</param>
public sealed record AdjustStockRequest(string Sku, long? WarehouseId, int? Quantity, int? Delta, string Reason);
