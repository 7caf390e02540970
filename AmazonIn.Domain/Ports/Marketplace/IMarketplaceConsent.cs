namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>Amazon's website authorisation: the seller consents on Amazon's own page and no token is copied (C4).</summary>
public interface IMarketplaceConsent
{
    /// <summary>The page on which the seller consents; null while the operator has configured no application id.</summary>
    /// <param name="marketplace">Whose Seller Central asks.</param>
    /// <param name="state">Comes back with the answer.</param>
    /// <param name="returnTo">Registered with Amazon for the application.</param>
    Uri? PageFor(Channels.Marketplace marketplace, string state, Uri returnTo);

    /// <summary>Exchanges the code that Amazon sent along, once and within five minutes, for the refresh token.</summary>
    /// <exception cref="MarketplaceException">Refused or unavailable; the message never names code or token.</exception>
    Task<string> RedeemAsync(string code, Uri returnTo, CancellationToken cancellationToken);
}
