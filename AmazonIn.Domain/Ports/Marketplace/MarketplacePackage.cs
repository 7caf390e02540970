namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>A package as the marketplace shows it. Null is "not shown".</summary>
/// <param name="Units">Units by the marketplace's order item id.</param>
public sealed record MarketplacePackage(
    string? Reference, string? Carrier, string? TrackingNumber, IReadOnlyDictionary<string, int> Units);
