namespace AmazonIn.Infrastructure.Sandbox.Feeds;

/// <summary>A seller's feeds, those that wait for their time, and the limit on how many may be created.</summary>
internal sealed class FeedDesk
{
    private const int MostInWindow = 5;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly Queue<Feed> waiting = new();

    public JobList<Feed> Feeds { get; } = new(firstNumber: 60_000_019_001, most: 500, feed => feed.Id);

    /// <summary>Whether another JSON_LISTINGS_FEED may be created: five in five minutes.</summary>
    public bool HasRoom(DateTimeOffset now) =>
        Feeds.Newest().Count(feed => feed.Type == FeedTypes.JsonListings && feed.Times.Created > now - Window)
        < MostInWindow;

    public void Add(Feed feed)
    {
        lock (gate)
        {
            Feeds.Add(feed);
            waiting.Enqueue(feed);
        }
    }

    /// <summary>Processes, oldest first, each feed whose time has come. Two callers never process at once.</summary>
    public void Settle(DateTimeOffset now, Action<Feed> process)
    {
        lock (gate)
        {
            while (waiting.TryPeek(out var feed) && feed.Times.Ended <= now)
            {
                waiting.Dequeue();
                if (feed is { CancelledByCaller: false, IsFatal: false })
                {
                    process(feed);
                }
            }
        }
    }
}
