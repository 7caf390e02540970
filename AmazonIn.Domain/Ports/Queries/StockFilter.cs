using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Which items are wanted; null means any.</summary>
/// <param name="Search">Part of SKU, title or ASIN, without regard to case.</param>
/// <param name="WarehouseId">Only what is kept there, with the figures of that warehouse.</param>
/// <param name="Push">Items with a listing whose quantity is that far on its way.</param>
/// <param name="ChannelId">Items that the channel lists.</param>
public sealed record StockFilter(
    string? Search = null,
    long? WarehouseId = null,
    StockLevel? Level = null,
    PushState? Push = null,
    long? ChannelId = null);
