namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>Either the quantity on hand or the difference; without a warehouse, the primary one's.</summary>
internal sealed record StockAdjustmentBody(string? Sku, long? WarehouseId, int? Quantity, int? Delta, string? Reason);
