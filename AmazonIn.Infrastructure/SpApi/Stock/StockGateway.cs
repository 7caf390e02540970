using System.Collections.Concurrent;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Errors;
using AmazonIn.Infrastructure.SpApi.Feeds;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Json;
using AmazonIn.Infrastructure.SpApi.Listings;
using AmazonIn.Infrastructure.SpApi.Quotas;

namespace AmazonIn.Infrastructure.SpApi.Stock;

/// <summary>Sends quantities to Amazon: Listings Items API 2021-08-01 and Feeds API 2021-06-30.</summary>
internal sealed class StockGateway(
    StockClient client,
    StockRoutePlanner planner,
    FeedsClient feeds,
    FeedDocuments documents,
    FeedTimes times,
    IQuotaStore quotas,
    Pauses pauses,
    TimeProvider time) : IMarketplaceStock
{
    private const int PagesAtOnce = 3;

    private const string NotThere =
        "Amazon has no listing with this SKU in this marketplace any more. If you still sell it, look at it in Seller Central.";

    private static readonly string[] _availability = ["attributes", "fulfillmentAvailability"];
    private static readonly string[] _effective = ["fulfillmentAvailability"];

    public Task<StockRoutes> ChooseAsync(
        ChannelConnection channel, IReadOnlyCollection<string> skus, CancellationToken cancellationToken) =>
        planner.ChooseAsync(channel, skus, cancellationToken);

    public async Task<StockAnswer> PatchAsync(
        ChannelConnection channel, StockFigure figure, CancellationToken cancellationToken)
    {
        var listed = await ReadOneAsync(channel, figure.Sku, cancellationToken);
        return listed.Refusal is { } refusal
            ? new StockAnswer(refusal, null)
            : await client.PatchAsync(channel, listed, figure.Quantity, cancellationToken);
    }

    public async Task<IReadOnlyList<ListedAvailability>> ReadAvailabilityAsync(
        ChannelConnection channel, IReadOnlyCollection<string> skus, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<string, ListedAvailability>(StringComparer.Ordinal);
        await ForEachPageAsync(
            skus,
            async (page, token) =>
            {
                var listed = await client.SearchAsync(channel, page, _availability, Availability.Read, token);
                foreach (var (sku, availability) in listed)
                {
                    found[sku] = availability;
                }
            },
            cancellationToken);
        foreach (var sku in skus.Where(sku => !FitsList(sku)))
        {
            found[sku] = sku.Contains('/', StringComparison.Ordinal)
                ? new ListedAvailability(
                    sku, null, "A SKU with both a comma and a slash cannot be asked for at Amazon, so no quantity is sent for it.")
                : await ReadOneAsync(channel, sku, cancellationToken);
        }

        return [.. skus.Select(sku => found.GetValueOrDefault(sku) ?? new ListedAvailability(sku, null, NotThere))];
    }

    public async Task<string> SubmitFeedAsync(
        ChannelConnection channel, IReadOnlyList<StockMessage> messages, CancellationToken cancellationToken)
    {
        var documentId = await documents.UploadAsync(
            channel, StockJson.Feed(channel.SellerId, messages), cancellationToken);
        while (await quotas.TakeAsync(
            channel.SellerId, UsagePlans.JsonListingsFeed, time.GetUtcNow(), cancellationToken) is var wait && wait > TimeSpan.Zero)
        {
            await pauses.SleepAsync(wait, "Amazon takes five feeds in five minutes", NoWaits.Instance, cancellationToken);
        }

        return await feeds.CreateAsync(channel, documentId, cancellationToken);
    }

    public async Task<StockFeedState> ReadFeedAsync(
        ChannelConnection channel, string feedId, CancellationToken cancellationToken)
    {
        var feed = await feeds.GetAsync(channel, feedId, cancellationToken);
        if (WireText.Is(feed.ProcessingStatus, "FATAL") || WireText.Is(feed.ProcessingStatus, "CANCELLED"))
        {
            return StockFeedState.Failed($"Amazon ended the feed of quantities as {feed.ProcessingStatus}; it is sent again.");
        }

        if (!WireText.Is(feed.ProcessingStatus, "DONE"))
        {
            return StockFeedState.UnderWay;
        }

        if (feed.CreatedTime is { } created && feed.ProcessingEndTime is { } ended)
        {
            times.Learn(channel.SellerId, ended - created);
        }

        if (feed.ResultFeedDocumentId is not { } documentId)
        {
            return StockFeedState.Failed("Amazon finished the feed of quantities without a report; it is sent again.");
        }

        var report = await documents.ReadReportAsync(channel, documentId, cancellationToken);
        return StockFeedState.Done((report.Issues ?? [])
            .Where(issue => issue is { MessageId: not null } && WireText.Is(issue.Severity, "ERROR"))
            .GroupBy(issue => issue!.MessageId!.Value)
            .ToDictionary(
                message => message.Key,
                message => SafeText.Of(
                    string.Join(" ", message.Select(issue => StockJson.Reason(issue!.Code, issue.Message)).Distinct()), 400)!));
    }

    public async Task<IReadOnlyDictionary<string, int?>> ReadQuantitiesAsync(
        ChannelConnection channel, IReadOnlyCollection<string> skus, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<string, int?>(StringComparer.Ordinal);
        await ForEachPageAsync(
            skus,
            async (page, token) =>
            {
                var read = await client.SearchAsync(
                    channel, page, _effective, (_, item) => Availability.Effective(item), token);
                foreach (var (sku, quantity) in read)
                {
                    found[sku] = quantity;
                }
            },
            cancellationToken);
        foreach (var sku in skus.Where(sku => !FitsList(sku) && !sku.Contains('/', StringComparison.Ordinal)))
        {
            try
            {
                found[sku] = await client.GetAsync(channel, sku, _effective, Availability.Effective, cancellationToken);
            }
            catch (MarketplaceRejectedException)
            {
                // Gone from Amazon; left out like those a page does not hold.
            }
        }

        return found;
    }

    private async Task<ListedAvailability> ReadOneAsync(
        ChannelConnection channel, string sku, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetAsync(
                channel, sku, _availability, item => Availability.Read(sku, item), cancellationToken);
        }
        catch (MarketplaceRejectedException refused) when (refused.Code == SpApiErrors.NotFound)
        {
            return new ListedAvailability(sku, null, NotThere);
        }
    }

    private static Task ForEachPageAsync(
        IEnumerable<string> skus, Func<string[], CancellationToken, Task> read, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            skus.Where(FitsList).Chunk(ListingsClient.PageSize),
            new ParallelOptions { MaxDegreeOfParallelism = PagesAtOnce, CancellationToken = cancellationToken },
            async (page, token) => await read(page, token));

    // A comma would part the SKU in the list.
    private static bool FitsList(string sku) => !sku.Contains(',', StringComparison.Ordinal);
}
