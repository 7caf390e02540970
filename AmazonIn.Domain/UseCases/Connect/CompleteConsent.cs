using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Connect;

/// <summary>
/// Finishes Amazon's website authorisation: the code becomes a refresh token, which then goes the same way as a pasted
/// one, with every check of <see cref="ConnectChannel"/> (C4, C5).
/// </summary>
public sealed class CompleteConsent(IMarketplaceConsent consent, ConnectChannel connect, IAuditTrail audit)
{
    public async Task<Result<SalesChannel>> RunAsync(
        Actor actor, ConsentAnswer answer, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageChannels, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        string token;
        try
        {
            token = await consent.RedeemAsync(answer.Code, answer.ReturnedTo, cancellationToken);
        }
        catch (MarketplaceException exception)
        {
            return ConnectErrors.Of(exception);
        }

        return await connect.RunAsync(
            actor, new ConnectRequest(answer.MarketplaceId, answer.SellerId, token), cancellationToken);
    }
}
