using AmazonIn.Domain.Catalog;

namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>A listing as a marketplace sends it, in our terms.</summary>
/// <param name="Sku">The seller's SKU.</param>
/// <param name="IsParent">It heads a variation family and is not itself sold.</param>
/// <param name="Facts">What the listing says of itself.</param>
/// <param name="ParentSku">Of which family it is a member.</param>
/// <param name="FamilyAttributes">Names of the attributes the family varies by; empty where the marketplace is silent.</param>
/// <param name="AttributeValues">This member's values, in the order of the names.</param>
public sealed record MarketplaceListing(
    string Sku,
    bool IsParent,
    ListingFacts Facts,
    string? ParentSku,
    IReadOnlyList<string> FamilyAttributes,
    IReadOnlyList<string?> AttributeValues);
