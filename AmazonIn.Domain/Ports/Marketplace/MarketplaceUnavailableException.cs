namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>No usable answer through all retries: network, time-out, 5xx, a truncated or malformed body.</summary>
public sealed class MarketplaceUnavailableException(string message, string? requestId, Exception? inner = null)
    : MarketplaceException("amazon.unavailable", message, requestId, inner);
