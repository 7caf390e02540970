namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>Amazon understood and refused: the request is wrong, or the thing does not exist. Not retried.</summary>
public sealed class MarketplaceRejectedException(string code, string message, string? requestId)
    : MarketplaceException(code, message, requestId);
