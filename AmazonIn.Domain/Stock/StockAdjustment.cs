namespace AmazonIn.Domain.Stock;

/// <summary>A person's correction of what a warehouse has on hand of an item.</summary>
/// <param name="Quantity">What is there now, in units; null where the difference is given.</param>
/// <param name="Delta">Units more, or less; null where the quantity is given.</param>
/// <param name="Reason">Why, in the person's words.</param>
/// <param name="By">Who corrected it.</param>
public sealed record StockAdjustment(
    long ItemId, long WarehouseId, int? Quantity, int? Delta, string Reason, string By);
