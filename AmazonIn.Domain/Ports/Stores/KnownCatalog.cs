using AmazonIn.Domain.Catalog;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>Our side of a page of listings. Keys are compared ordinally.</summary>
public sealed record KnownCatalog(
    IReadOnlyDictionary<string, Listing> Listings,
    IReadOnlyDictionary<string, Item> Items,
    IReadOnlyDictionary<string, ItemGroup> Groups);
