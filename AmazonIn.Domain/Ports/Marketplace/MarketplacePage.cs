namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>One page of a window.</summary>
/// <param name="Records">What it holds; duplicates within a window are possible and harmless.</param>
/// <param name="NextPage">Where to go on; opaque, survives a restart for 24 hours; null on the last page.</param>
/// <param name="ReadUpTo">On the last page: the marketplace's own upper bound of the window.</param>
/// <param name="ExpectedTotal">Records in the whole window, where the marketplace tells.</param>
public sealed record MarketplacePage<T>(
    IReadOnlyList<MarketplaceRecord<T>> Records,
    string? NextPage,
    DateTimeOffset? ReadUpTo,
    int? ExpectedTotal)
    where T : class;
