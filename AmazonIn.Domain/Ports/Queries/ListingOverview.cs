using AmazonIn.Domain.Catalog;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A listing as the list of listings shows it, with the item it belongs to.</summary>
public sealed record ListingOverview(
    long Id,
    long ChannelId,
    string ChannelName,
    string Sku,
    string Title,
    string? Asin,
    ListingState State,
    ListingLink Link,
    FulfilledBy FulfilledBy,
    long? ItemId,
    string? ItemSku,
    string? ItemTitle,
    int? AmazonQuantity,
    DateTimeOffset AmazonUpdatedAt);
