using System.Globalization;

namespace AmazonIn.Infrastructure.Sandbox.Feeds;

/// <summary>A seller's feeds, oldest first, and the limit on how many may be created.</summary>
internal sealed class FeedDesk
{
    private const int MostInWindow = 5;
    private const int Most = 500;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly List<Feed> feeds = [];
    private readonly Queue<Feed> waiting = new();
    private long lastNumber = 60_000_019_000;

    /// <summary>Whether another JSON_LISTINGS_FEED may be created: five in five minutes.</summary>
    public bool HasRoom(DateTimeOffset now)
    {
        lock (gate)
        {
            return feeds.Count(feed => feed.Type == FeedTypes.JsonListings && feed.Times.Created > now - Window)
                < MostInWindow;
        }
    }

    public string NextId()
    {
        lock (gate)
        {
            return (++lastNumber).ToString(CultureInfo.InvariantCulture);
        }
    }

    public void Add(Feed feed)
    {
        lock (gate)
        {
            feeds.Add(feed);
            waiting.Enqueue(feed);
            if (feeds.Count > Most)
            {
                feeds.RemoveAt(0);
            }
        }
    }

    public Feed? Find(string id)
    {
        lock (gate)
        {
            return feeds.Find(feed => feed.Id == id);
        }
    }

    /// <summary>Newest first.</summary>
    public List<Feed> Newest()
    {
        lock (gate)
        {
            return [.. Enumerable.Reverse(feeds)];
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
