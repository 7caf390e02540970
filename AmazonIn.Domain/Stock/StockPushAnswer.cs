namespace AmazonIn.Domain.Stock;

/// <summary>One figure that was sent to Amazon, and Amazon's answer; kept so that every figure can be explained.</summary>
public sealed class StockPushAnswer
{
    private StockPushAnswer()
    {
    }

    public StockPushAnswer(
        long listingId, long channelId, int quantity, PushRoute route, PushState state, string? answer, string? requestId, DateTimeOffset at)
    {
        ListingId = listingId;
        ChannelId = channelId;
        Quantity = quantity;
        Route = route;
        State = state;
        Answer = answer;
        RequestId = requestId;
        At = at;
    }

    public long Id { get; private set; }

    public long ListingId { get; private set; }

    public long ChannelId { get; private set; }

    /// <summary>In units.</summary>
    public int Quantity { get; private set; }

    public PushRoute Route { get; private set; }

    /// <summary><see cref="PushState.Accepted"/>, <see cref="PushState.InFeed"/>, <see cref="PushState.Refused"/>,
    /// <see cref="PushState.Retrying"/>, or what a read-back found.</summary>
    public PushState State { get; private set; }

    /// <summary>Amazon's words, or the figure that was read back; null where Amazon said nothing more.</summary>
    public string? Answer { get; private set; }

    public string? RequestId { get; private set; }

    public DateTimeOffset At { get; private set; }
}
