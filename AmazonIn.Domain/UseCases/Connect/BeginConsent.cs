using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Connect;

/// <summary>Sends a seller to Amazon's consent page (C4).</summary>
public sealed class BeginConsent(IMarketplaceConsent consent, IAuditTrail audit)
{
    /// <param name="state">One-time, short-lived and bound to the person; whoever calls checks it when it comes back.</param>
    public async Task<Result<Uri>> RunAsync(
        Actor actor, string marketplaceId, string state, Uri returnTo, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageChannels, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (Marketplace.Find(marketplaceId) is not { } marketplace)
        {
            return ConnectErrors.UnknownMarketplace(marketplaceId);
        }

        return consent.PageFor(marketplace, state, returnTo) is { } page ? page : ConnectErrors.NoApplication;
    }
}
