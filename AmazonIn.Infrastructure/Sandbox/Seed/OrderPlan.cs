using AmazonIn.Infrastructure.Sandbox.Listings;

namespace AmazonIn.Infrastructure.Sandbox.Seed;

/// <summary>What is decided of a generated order before its details: all that searches need to know.</summary>
internal readonly record struct OrderPlan(
    SpecialOrder Special,
    long Serial,
    string Id,
    Region Region,
    TimeSpan Age,
    DateTimeOffset Created,
    DateTimeOffset LastUpdated,
    DateTimeOffset? Shipped,
    string Status,
    bool FulfilledByAmazon,
    bool EasyShip,
    bool Business,
    int Lines,
    Listing First);
