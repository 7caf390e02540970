using AmazonIn.Domain.Catalog;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>An item's listing on one channel.</summary>
public sealed record ListingRow(
    long Id,
    long ChannelId,
    string ChannelName,
    string Sku,
    ListingState State,
    ListingLink Link,
    FulfilledBy FulfilledBy,
    int? AmazonQuantity,
    decimal? Price,
    int? QuantitySent,
    string? Reason,
    DateTimeOffset AmazonUpdatedAt);
