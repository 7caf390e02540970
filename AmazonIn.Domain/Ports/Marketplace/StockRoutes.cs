namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>How quantities travel best with the quotas as they are now.</summary>
/// <param name="ByPatch">SKUs with a call of their own.</param>
/// <param name="ByFeed">SKUs that travel together.</param>
/// <param name="FeedWait">How long Amazon's quota makes the next feed wait; zero where it can go now.</param>
public sealed record StockRoutes(IReadOnlyList<string> ByPatch, IReadOnlyList<string> ByFeed, TimeSpan FeedWait);
