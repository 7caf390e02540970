using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Auth;
using AmazonIn.Infrastructure.SpApi.Listings;

namespace AmazonIn.Infrastructure.SpApi.Sellers;

/// <summary>
/// Checks identifiers for real: the token is exchanged, the account's marketplaces are read, and the seller id is
/// tried on the account's own listings, because no answer of Amazon's names it.
/// </summary>
internal sealed class AuthorizationGateway(
    LwaClient lwa,
    SellersClient sellers,
    ListingsClient listings,
    AccessTokens tokens)
    : IMarketplaceAuthorization
{
    public async Task<VerifiedAccount> VerifyAsync(
        Marketplace marketplace,
        string sellerId,
        string refreshToken,
        CancellationToken cancellationToken)
    {
        var token = await lwa.ExchangeAsync(refreshToken, cancellationToken);
        var participations = await sellers.GetParticipationsAsync(marketplace, sellerId, token, cancellationToken);
        var here = participations.FirstOrDefault(one => one.Participation.MarketplaceId == marketplace.Id);
        if (here.Participation is { IsParticipating: true })
        {
            await listings.ProbeAsync(marketplace, sellerId, token, cancellationToken);
        }

        tokens.ForgetAll();
        return new VerifiedAccount(here.StoreName, [.. participations.Select(one => one.Participation)]);
    }
}
