namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>The quota is used up and stayed so through all retries.</summary>
public sealed class MarketplaceThrottledException(string message, TimeSpan retryAfter, string? requestId)
    : MarketplaceException("amazon.throttled", message, requestId)
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}
