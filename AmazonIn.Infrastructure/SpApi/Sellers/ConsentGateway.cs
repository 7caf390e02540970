using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Auth;
using AmazonIn.Infrastructure.SpApi.Http;
using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.SpApi.Sellers;

/// <summary>Website authorisation workflow (Amazon: "Website Authorization Workflow", "Seller Central URLs").</summary>
internal sealed class ConsentGateway(LwaClient lwa, IOptionsMonitor<SpApiOptions> options) : IMarketplaceConsent
{
    private const string Path = "/apps/authorize/consent";

    public Uri? PageFor(Marketplace marketplace, string state, Uri returnTo)
    {
        var current = options.CurrentValue;
        if (string.IsNullOrWhiteSpace(current.ApplicationId))
        {
            return null;
        }

        // A demo or test marketplace has a consent page of its own.
        var host = current.Endpoint is { IsLoopback: true } demo ? demo : new Uri($"https://{marketplace.SellerCentralHost}");
        var query = new QueryText(Path)
            .Add("application_id", current.ApplicationId).Add("state", state).Add("redirect_uri", returnTo.ToString());
        return new Uri(host, query.ToString());
    }

    public Task<string> RedeemAsync(string code, Uri returnTo, CancellationToken cancellationToken) =>
        lwa.RedeemAsync(code, returnTo, cancellationToken);
}
