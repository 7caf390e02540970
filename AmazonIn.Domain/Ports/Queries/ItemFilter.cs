using AmazonIn.Domain.Catalog;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Which items are wanted; null means any.</summary>
/// <param name="Search">Part of SKU, title or ASIN, without regard to case.</param>
/// <param name="Sku">Exactly this SKU.</param>
public sealed record ItemFilter(
    string? Search = null,
    string? Sku = null,
    FulfilledBy? FulfilledBy = null,
    ListingState? ListingState = null,
    long? ItemGroupId = null,
    long? ChannelId = null,
    bool OutOfStockOnly = false);
