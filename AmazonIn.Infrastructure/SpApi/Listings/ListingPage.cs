using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Infrastructure.SpApi.Listings;

/// <summary>One answer of searchListingsItems, translated.</summary>
/// <param name="NextToken">Null on the last page.</param>
/// <param name="Total">How many listings the query matches; only 1,000 of them can be paged through.</param>
internal sealed record ListingPage(
    IReadOnlyList<MarketplaceRecord<MarketplaceListing>> Records,
    string? NextToken,
    int Total);
