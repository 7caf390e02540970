using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Feeds.Wire;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Quotas;

namespace AmazonIn.Infrastructure.SpApi.Feeds;

/// <summary>The operations of Feeds API 2021-06-30 that make a feed and follow it.</summary>
internal sealed class FeedsClient(SpApiSender sender, SpApiCalls calls, SpApiEndpoints endpoints)
{
    public const string ContentType = "application/json; charset=UTF-8";

    private const string Path = "/feeds/2021-06-30";

    private const string Subject = "feeds of quantities";

    /// <summary>A place to put the feed, for five minutes.</summary>
    public Task<WireFeedDocument> CreateDocumentAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        PostAsync(
            channel,
            $"{Path}/documents",
            JsonSerializer.SerializeToUtf8Bytes(
                new WireFeedDocumentRequest(ContentType), FeedsJsonContext.Default.WireFeedDocumentRequest),
            Call(channel, UsagePlans.CreateFeedDocument),
            FeedsJsonContext.Default.WireFeedDocument,
            cancellationToken);

    /// <summary>Hands an uploaded feed over; its id is unique only together with the seller.</summary>
    public async Task<string> CreateAsync(
        ChannelConnection channel, string documentId, CancellationToken cancellationToken)
    {
        var created = await PostAsync(
            channel,
            $"{Path}/feeds",
            JsonSerializer.SerializeToUtf8Bytes(
                new WireFeedRequest("JSON_LISTINGS_FEED", [channel.Marketplace.Id], documentId),
                FeedsJsonContext.Default.WireFeedRequest),
            // Whether a lost answer made a feed cannot be known. The figures are sent once more, later, as they are then.
            Call(channel, UsagePlans.CreateFeed) with { Repeatable = false },
            FeedsJsonContext.Default.WireFeedCreated,
            cancellationToken);
        return created.FeedId ?? throw new MarketplaceUnavailableException("Amazon took a feed without giving it an id.", null);
    }

    public Task<WireFeed> GetAsync(ChannelConnection channel, string feedId, CancellationToken cancellationToken) =>
        GetAsync(
            channel,
            $"{Path}/feeds/{QueryText.Segment(feedId)}",
            UsagePlans.GetFeed,
            FeedsJsonContext.Default.WireFeed,
            cancellationToken);

    /// <summary>Where a document can be downloaded, for five minutes.</summary>
    public Task<WireFeedDocument> GetDocumentAsync(
        ChannelConnection channel, string documentId, CancellationToken cancellationToken) => GetAsync(
            channel,
            $"{Path}/documents/{QueryText.Segment(documentId)}",
            UsagePlans.GetFeedDocument,
            FeedsJsonContext.Default.WireFeedDocument,
            cancellationToken);

    private SpApiCall Call(ChannelConnection channel, UsagePlan plan) => calls.Of(channel, plan, Subject, NoWaits.Instance);

    private Task<T> GetAsync<T>(
        ChannelConnection channel, string path, UsagePlan plan, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        sender.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Get, new Uri(endpoints.Of(channel.Marketplace), path)),
            Call(channel, plan),
            answer => Read(answer, type),
            cancellationToken);

    private Task<T> PostAsync<T>(
        ChannelConnection channel,
        string path,
        byte[] body,
        SpApiCall call,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken) => sender.SendAsync(
            () =>
            {
                var content = new ByteArrayContent(body);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
                return new HttpRequestMessage(HttpMethod.Post, new Uri(endpoints.Of(channel.Marketplace), path)) { Content = content };
            },
            call,
            answer => Read(answer, type),
            cancellationToken);

    private static T Read<T>(ReadOnlyMemory<byte> answer, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(answer.Span, type) ?? throw new JsonException("The answer is empty.");
}
