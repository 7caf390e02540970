namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>Amazon does not let us in: wrong or revoked token, wrong secret, missing role. Retrying is useless.</summary>
public sealed class MarketplaceUnauthorizedException(string code, string message, string? requestId, Exception? inner = null)
    : MarketplaceException(code, message, requestId, inner);
