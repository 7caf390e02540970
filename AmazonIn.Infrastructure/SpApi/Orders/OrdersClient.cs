using System.Net;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Errors;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Quotas;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>The two operations of Orders API 2026-01-01.</summary>
internal sealed class OrdersClient(SpApiSender sender, SpApiCalls calls, SpApiEndpoints endpoints, TimeProvider time)
{
    private const string Path = "/orders/2026-01-01/orders";

    private const int PageSize = 100;

    /// <summary>One page of a window by last update.</summary>
    /// <param name="before">Null reads up to what Amazon lets us see, which is two minutes ago.</param>
    /// <param name="datasets">Step of <see cref="OrderDatasets"/>.</param>
    public Task<OrderPage> SearchAsync(
        ChannelConnection channel,
        DateTimeOffset after,
        DateTimeOffset? before,
        string? token,
        int datasets,
        IWaitObserver waits,
        CancellationToken cancellationToken)
    {
        var query = new QueryText(Path)
            .Add("marketplaceIds", [channel.Marketplace.Id])
            .Add("lastUpdatedAfter", after)
            .Add("lastUpdatedBefore", before)
            .Add("maxResultsPerPage", PageSize)
            .Add("includedData", OrderDatasets.At(datasets))
            .Add("paginationToken", token)
            .ToString();
        return sender.SendAsync(
            () => Get(channel, query),
            calls.Of(channel, UsagePlans.SearchOrders, "orders", waits),
            body => OrderPageReader.ReadPage(body, ReaderFor(channel, datasets)),
            cancellationToken,
            response => response.StatusCode == HttpStatusCode.BadRequest
                && !SpApiErrors.SpeaksOfRegion(ErrorEnvelope.Of(response))
                    ? OrderSearchRefusedException.Of(response, time.GetUtcNow())
                    : null);
    }

    /// <summary>One order; what Amazon refuses, for example an unknown id, is the record's reason.</summary>
    public async Task<MarketplaceRecord<MarketplaceOrder>> GetAsync(
        ChannelConnection channel,
        string orderId,
        IWaitObserver waits,
        CancellationToken cancellationToken)
    {
        var query = new QueryText($"{Path}/{QueryText.Segment(orderId)}")
            .Add("includedData", OrderDatasets.At(0))
            .ToString();
        try
        {
            return await sender.SendAsync(
                () => Get(channel, query),
                calls.Of(channel, UsagePlans.GetOrder, "orders", waits),
                body => OrderPageReader.ReadOne(body, ReaderFor(channel, 0)),
                cancellationToken);
        }
        catch (MarketplaceRejectedException refused)
        {
            return new MarketplaceRecord<MarketplaceOrder>(orderId, null, refused.Code, refused.Message);
        }
    }

    private OrderReader ReaderFor(ChannelConnection channel, int datasets) =>
        new(channel.Marketplace.Currency, time.GetUtcNow(), complete: datasets == 0);

    private HttpRequestMessage Get(ChannelConnection channel, string query) =>
        new(HttpMethod.Get, new Uri(endpoints.Of(channel.Marketplace), query));
}
