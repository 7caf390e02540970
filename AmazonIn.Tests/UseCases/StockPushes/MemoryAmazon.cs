using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Tests.UseCases.StockPushes;

/// <summary>A marketplace in memory that takes quantities as Amazon does, and whose answers a test decides.</summary>
internal sealed class MemoryAmazon : IMarketplaceStock
{
    private int _feeds;

    /// <summary>What buyers are offered, by SKU.</summary>
    public Dictionary<string, int?> Shown { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Refusals { get; } = new(StringComparer.Ordinal);

    /// <summary>Every figure that was taken, in order.</summary>
    public List<StockFigure> Taken { get; } = [];

    /// <summary>Thrown instead of an answer, one after the other.</summary>
    public Queue<MarketplaceException> Failures { get; } = new();

    /// <summary>Feeds by id that are under way or have ended.</summary>
    public Dictionary<string, IReadOnlyList<StockMessage>> Feeds { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, StockFeedState> FeedStates { get; } = new(StringComparer.Ordinal);

    public bool PrefersFeeds { get; set; }

    public TimeSpan FeedWait { get; set; }

    /// <summary>Whether accepted figures do not show.</summary>
    public bool Forgets { get; set; }

    /// <summary>Runs before a figure is taken.</summary>
    public Func<StockFigure, Task>? BeforePatch { get; set; }

    public Task<StockRoutes> ChooseAsync(
        ChannelConnection channel, IReadOnlyCollection<string> skus, CancellationToken cancellationToken)
    {
        var byFeed = skus.Where(sku => PrefersFeeds || sku.Contains('/', StringComparison.Ordinal)).ToList();
        return Task.FromResult(new StockRoutes([.. skus.Except(byFeed)], byFeed, FeedWait));
    }

    public async Task<StockAnswer> PatchAsync(
        ChannelConnection channel, StockFigure figure, CancellationToken cancellationToken)
    {
        if (Failures.TryDequeue(out var failure))
        {
            throw failure;
        }

        if (BeforePatch is { } before)
        {
            await before(figure);
        }

        if (Refusals.TryGetValue(figure.Sku, out var refusal))
        {
            return new StockAnswer(refusal, "sub-refused");
        }

        Take(figure.Sku, figure.Quantity);
        return new StockAnswer(null, $"sub-{Taken.Count}");
    }

    public Task<IReadOnlyList<ListedAvailability>> ReadAvailabilityAsync(
        ChannelConnection channel, IReadOnlyCollection<string> skus, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ListedAvailability>>([.. skus.Select(sku => new ListedAvailability(sku, null, null))]);

    public Task<string> SubmitFeedAsync(
        ChannelConnection channel, IReadOnlyList<StockMessage> messages, CancellationToken cancellationToken)
    {
        if (Failures.TryDequeue(out var failure))
        {
            throw failure;
        }

        var id = $"feed-{++_feeds}";
        Feeds.Add(id, messages);
        return Task.FromResult(id);
    }

    public Task<StockFeedState> ReadFeedAsync(ChannelConnection channel, string feedId, CancellationToken cancellationToken) =>
        Task.FromResult(FeedStates.GetValueOrDefault(feedId, StockFeedState.UnderWay));

    public Task<IReadOnlyDictionary<string, int?>> ReadQuantitiesAsync(
        ChannelConnection channel, IReadOnlyCollection<string> skus, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, int?>>(
            skus.Where(Shown.ContainsKey).ToDictionary(sku => sku, sku => Shown[sku], StringComparer.Ordinal));

    /// <summary>Amazon works the feed off: refuses the given messages and takes the others.</summary>
    public void EndFeed(string feedId, params int[] refused)
    {
        foreach (var message in Feeds[feedId].Where(message => !refused.Contains(message.Id)))
        {
            Take(message.Listed.Sku, message.Quantity);
        }

        FeedStates[feedId] = StockFeedState.Done(refused.ToDictionary(id => id, id => $"Message {id} is not valid."));
    }

    private void Take(string sku, int quantity)
    {
        lock (Taken)
        {
            Taken.Add(new StockFigure(sku, quantity));
            if (!Forgets)
            {
                Shown[sku] = quantity;
            }
        }
    }
}
