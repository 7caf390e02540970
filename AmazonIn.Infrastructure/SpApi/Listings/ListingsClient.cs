using System.Net;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Auth;
using AmazonIn.Infrastructure.SpApi.Errors;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Quotas;

namespace AmazonIn.Infrastructure.SpApi.Listings;

/// <summary>The reading operations of Listings Items API 2021-08-01.</summary>
internal sealed class ListingsClient(SpApiSender sender, SpApiCalls calls, SpApiEndpoints endpoints, TimeProvider time)
{
    /// <summary>Amazon's most for a page and for a list of identifiers.</summary>
    public const int PageSize = 20;

    private const string Path = "/listings/2021-08-01/items";

    private const string Subject = "listings";

    private static readonly string[] _datasets =
        ["summaries", "attributes", "offers", "fulfillmentAvailability", "relationships"];

    /// <summary>A page of all listings, or of those last updated within a window, oldest first.</summary>
    public Task<ListingPage> SearchAsync(
        ChannelConnection channel,
        DateTimeOffset? updatedAfter,
        DateTimeOffset? updatedBefore,
        string? token,
        IWaitObserver waits,
        CancellationToken cancellationToken)
    {
        var windowed = updatedAfter is not null || updatedBefore is not null;
        var query = Query(channel.Marketplace, channel.SellerId, _datasets)
            .Add("pageSize", PageSize)
            .Add("sortBy", windowed ? "lastUpdatedDate" : "createdDate")
            .Add("sortOrder", "ASC")
            .Add("lastUpdatedAfter", updatedAfter)
            .Add("lastUpdatedBefore", updatedBefore)
            .Add("pageToken", token);
        return SearchAsync(channel, query, token is not null, waits, cancellationToken);
    }

    /// <summary>Listings by SKU.</summary>
    /// <param name="skus">At most 20, none with a comma, which would part it in the list.</param>
    public Task<ListingPage> SearchAsync(
        ChannelConnection channel,
        IReadOnlyCollection<string> skus,
        IWaitObserver waits,
        CancellationToken cancellationToken)
    {
        var query = Query(channel.Marketplace, channel.SellerId, _datasets)
            .Add("pageSize", PageSize)
            .Add("identifiersType", "SKU")
            .Add("identifiers", skus);
        return SearchAsync(channel, query, false, waits, cancellationToken);
    }

    /// <summary>One listing; what Amazon refuses, for example an unknown SKU, is the record's reason.</summary>
    public async Task<MarketplaceRecord<MarketplaceListing>> GetAsync(
        ChannelConnection channel,
        string sku,
        IWaitObserver waits,
        CancellationToken cancellationToken)
    {
        var query = new QueryText($"{Path}/{QueryText.Segment(channel.SellerId)}/{QueryText.Segment(sku)}")
            .Add("marketplaceIds", [channel.Marketplace.Id])
            .Add("includedData", _datasets)
            .ToString();
        try
        {
            return await sender.SendAsync(
                () => Get(channel.Marketplace, query),
                calls.Of(channel, UsagePlans.GetListingsItem, Subject, waits),
                body => ReaderFor(channel).Read(body, 1),
                cancellationToken);
        }
        catch (MarketplaceRejectedException refused)
        {
            return new MarketplaceRecord<MarketplaceListing>(sku, null, refused.Code, refused.Message);
        }
    }

    /// <summary>Whether the token opens the listings of this seller id.</summary>
    /// <exception cref="MarketplaceUnauthorizedException">It does not.</exception>
    public Task ProbeAsync(
        Marketplace marketplace,
        string sellerId,
        AccessToken token,
        CancellationToken cancellationToken)
    {
        var query = Query(marketplace, sellerId, ["summaries"]).Add("pageSize", 1).ToString();
        var call = new SpApiCall
        {
            Operation = UsagePlans.SearchListingsItems.Operation,
            Subject = Subject,
            Plan = UsagePlans.SearchListingsItems,
            Seller = sellerId,
            Tokens = new GivenTokenSource(token),
            Budget = TimeSpan.FromMinutes(1),
        };
        return sender.SendAsync(() => Get(marketplace, query), call, _ => true, cancellationToken, RefuseSeller);
    }

    private static MarketplaceUnauthorizedException? RefuseSeller(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            ? new MarketplaceUnauthorizedException(
                SpApiErrors.SellerId,
                "Amazon accepts the token, but not together with this Seller ID. Compare the Seller ID with the "
                + "Merchant Token in Seller Central (Settings, Account Info). If it is right, the application lacks the "
                + "role Product Listing: add it in Amazon's Solution Provider Portal and authorise the account again.",
                RequestId.Of(response))
            : null;

    private Task<ListingPage> SearchAsync(
        ChannelConnection channel,
        QueryText query,
        bool resumes,
        IWaitObserver waits,
        CancellationToken cancellationToken)
    {
        var text = query.ToString();
        return sender.SendAsync(
            () => Get(channel.Marketplace, text),
            calls.Of(channel, UsagePlans.SearchListingsItems, Subject, waits),
            body => ReaderFor(channel).ReadPage(body),
            cancellationToken,
            response => resumes && response.StatusCode == HttpStatusCode.BadRequest ? new PageExpiredException() : null);
    }

    private static QueryText Query(Marketplace marketplace, string sellerId, IEnumerable<string> datasets) =>
        new QueryText($"{Path}/{QueryText.Segment(sellerId)}")
            .Add("marketplaceIds", [marketplace.Id])
            .Add("includedData", datasets);

    private ListingReader ReaderFor(ChannelConnection channel) => new(channel.Marketplace.Id, time.GetUtcNow());

    private HttpRequestMessage Get(Marketplace marketplace, string query) =>
        new(HttpMethod.Get, new Uri(endpoints.Of(marketplace), query));
}
