using AmazonIn.Domain.Channels;
using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.SpApi;

/// <summary>Which host serves a marketplace. Hosts: Amazon's page "SP-API Endpoints".</summary>
internal sealed class SpApiEndpoints(IOptionsMonitor<SpApiOptions> options)
{
    public Uri Of(Marketplace marketplace) => options.CurrentValue.Endpoint ?? OfRegion(marketplace.Region);

    private static Uri OfRegion(MarketplaceRegion region) => region switch
    {
        MarketplaceRegion.Europe => new Uri("https://sellingpartnerapi-eu.amazon.com"),
        MarketplaceRegion.NorthAmerica => new Uri("https://sellingpartnerapi-na.amazon.com"),
        MarketplaceRegion.FarEast => new Uri("https://sellingpartnerapi-fe.amazon.com"),
    };
}
