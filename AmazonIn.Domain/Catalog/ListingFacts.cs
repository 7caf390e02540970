namespace AmazonIn.Domain.Catalog;

/// <summary>What a marketplace says of a listing at one moment.</summary>
public sealed record ListingFacts(
    string? Asin,
    string? Title,
    ListingState State,
    FulfilledBy FulfilledBy,
    string? FulfilmentChannelCode,
    int? Quantity,
    decimal? Price,
    string? ParentSku,
    DateTimeOffset UpdatedAt);
