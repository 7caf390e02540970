using AmazonIn.Domain.Catalog;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>An item as the list shows it.</summary>
public sealed record ItemRow(
    long Id,
    string Sku,
    string Title,
    string? Asin,
    FulfilledBy FulfilledBy,
    long? ItemGroupId,
    string? ItemGroupTitle,
    decimal? Price,
    StockFigures Stock,
    IReadOnlyList<ListingRow> Listings,
    DateTimeOffset UpdatedAt);
