using System.Collections.Concurrent;

namespace AmazonIn.Infrastructure.SpApi.Feeds;

/// <summary>How long Amazon takes for a seller's feeds, from handing over to the end: half the last, half what was.</summary>
internal sealed class FeedTimes
{
    /// <summary>Amazon publishes none. Wrong by a factor, it moves the point where a feed is taken by as much.</summary>
    public static readonly TimeSpan Assumed = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, TimeSpan> _times = new(StringComparer.Ordinal);

    public TimeSpan Of(string seller) => _times.GetValueOrDefault(seller, Assumed);

    public void Learn(string seller, TimeSpan took)
    {
        if (took > TimeSpan.Zero && took < TimeSpan.FromDays(1))
        {
            _times.AddOrUpdate(seller, took, (_, before) => (before + took) / 2);
        }
    }
}
