namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>Checks an account's identifiers against the marketplace itself, without storing anything (C5).</summary>
public interface IMarketplaceAuthorization
{
    /// <summary>Exchanges the token and asks for the account's marketplaces.</summary>
    /// <exception cref="MarketplaceException">Refused; the message gives Amazon's reason without the token.</exception>
    Task<VerifiedAccount> VerifyAsync(
        Channels.Marketplace marketplace,
        string sellerId,
        string refreshToken,
        CancellationToken cancellationToken);
}
