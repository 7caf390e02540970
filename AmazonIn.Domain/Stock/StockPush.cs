using AmazonIn.Domain.Catalog;

namespace AmazonIn.Domain.Stock;

/// <summary>
/// The outbox of one listing's quantity, and how the last sending went. A change only counts <see cref="Change"/> up, in
/// the transaction that moved the stock; the figure is worked out when it is sent, so the last value wins and a
/// thousand changes are one message. Sending the same figure again does no harm.
/// </summary>
public sealed class StockPush
{
    public const int FeedIdMaxLength = 64;
    public const int RequestIdMaxLength = 100;

    private StockPush()
    {
    }

    public StockPush(long listingId, long channelId)
    {
        ListingId = listingId;
        ChannelId = channelId;
        Touch();
    }

    public long Id { get; private set; }

    public long ListingId { get; private set; }

    public long ChannelId { get; private set; }

    /// <summary>Counted up with every change of what should be offered.</summary>
    public long Change { get; private set; }

    /// <summary>The change that the last sending covered.</summary>
    public long SentChange { get; private set; }

    /// <summary>Whether something waits to be sent: <see cref="Change"/> is ahead of <see cref="SentChange"/>.</summary>
    public bool Due { get; private set; }

    public PushState State { get; private set; }

    /// <summary>The figure last sent, in units; null before the first.</summary>
    public int? Quantity { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public PushRoute? Route { get; private set; }

    /// <summary>Amazon's feed, while it is under way.</summary>
    public string? FeedId { get; private set; }

    /// <summary>The message in that feed.</summary>
    public int? FeedMessage { get; private set; }

    /// <summary>Amazon's request id, for its support.</summary>
    public string? RequestId { get; private set; }

    /// <summary>Amazon's reason, or why it is tried again; null while all is well.</summary>
    public string? Reason { get; private set; }

    /// <summary>Sendings in a row that failed, or whose figure Amazon did not show afterwards.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not to be tried before; null at once.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    /// <summary>When Amazon's figure is to be read back; null when there is nothing to read.</summary>
    public DateTimeOffset? ReadBackAt { get; private set; }

    /// <summary>Read-backs since the last sending that showed another figure.</summary>
    public int ReadBacks { get; private set; }

    /// <summary>What Amazon showed when it was read back.</summary>
    public int? Effective { get; private set; }

    public DateTimeOffset? EffectiveAt { get; private set; }

    /// <summary>Units kept back on this channel, 0 or more.</summary>
    public int Buffer { get; private set; }

    /// <summary>The most that this channel is offered; null for no limit.</summary>
    public int? Cap { get; private set; }

    /// <summary>What is to be offered when so many units are available: less the buffer, at most the cap, never below zero.</summary>
    public int Offered(int available)
    {
        var offered = Math.Max(0, available - Buffer);
        return Cap is { } cap ? Math.Min(cap, offered) : offered;
    }

    /// <summary>What should be offered has changed; a refusal stays until a person asks again.</summary>
    public void Touch()
    {
        Change++;
        Due = true;
    }

    /// <summary>A person asks again after a refusal, or wants the figure sent now.</summary>
    public void AskAgain()
    {
        Touch();
        Attempts = 0;
        NotBefore = null;
        if (State is PushState.Refused or PushState.Retrying or PushState.Differs)
        {
            State = PushState.Waiting;
            Reason = null;
        }
    }

    public void Limit(int buffer, int? cap)
    {
        Buffer = buffer;
        Cap = cap;
        Touch();
    }

    /// <summary>
    /// The figure is in a feed that Amazon works on; it is not sent again until that ends. Failures before it still
    /// count: the feed as a whole can fail too.
    /// </summary>
    public void PutInFeed(long change, int quantity, string feedId, int message, string? requestId, DateTimeOffset now)
    {
        Sent(change, quantity, PushRoute.Feed, requestId, now);
        State = PushState.InFeed;
        FeedId = feedId;
        FeedMessage = message;
        ReadBackAt = null;
    }

    /// <summary>Amazon took the figure.</summary>
    public void Accept(long change, int quantity, PushRoute route, string? requestId, DateTimeOffset readBackAt, DateTimeOffset now)
    {
        // A figure that is sent again because Amazon did not show it stands as accepted already.
        if (State is not (PushState.Accepted or PushState.InFeed))
        {
            Attempts = 0;
        }

        Sent(change, quantity, route, requestId, now);
        State = PushState.Accepted;
        LeaveFeed();
        ReadBackAt = readBackAt;
        ReadBacks = 0;
    }

    /// <summary>Amazon refused the figure.</summary>
    public void Refuse(long change, int? quantity, PushRoute route, string reason, string? requestId, DateTimeOffset now)
    {
        Sent(change, quantity ?? Quantity, route, requestId, now);
        Attempts = 0;
        State = PushState.Refused;
        Reason = Cut(reason);
        LeaveFeed();
        ReadBackAt = null;
    }

    /// <summary>No usable answer: the same change is tried again at <paramref name="notBefore"/>.</summary>
    public void RetryLater(string reason, DateTimeOffset notBefore)
    {
        State = PushState.Retrying;
        Attempts++;
        Reason = Cut(reason);
        NotBefore = notBefore;
        LeaveFeed();
        SentChange = Math.Min(SentChange, Change - 1);
        Due = true;
        ReadBackAt = null;
    }

    /// <summary>Amazon took the figure, yet shows more: it is sent once more, which never does harm.</summary>
    public void SendAgain(int effective, DateTimeOffset now)
    {
        Effective = effective;
        EffectiveAt = now;
        Attempts++;
        SentChange = Math.Min(SentChange, Change - 1);
        Due = true;
        ReadBackAt = null;
    }

    /// <summary>Amazon did not tell: looked at later instead.</summary>
    public void LookLater(DateTimeOffset at)
    {
        if (ReadBackAt is not null)
        {
            ReadBackAt = at;
        }
    }

    /// <summary>Amazon's figure was read back.</summary>
    /// <param name="nextReadBackAt">When to look again if it differs; null settles it as differing.</param>
    public void ReadBack(int? effective, DateTimeOffset? nextReadBackAt, DateTimeOffset now)
    {
        Effective = effective;
        EffectiveAt = now;
        if (effective == Quantity)
        {
            State = PushState.Confirmed;
            Reason = null;
            ReadBackAt = null;
            Attempts = 0;
            return;
        }

        ReadBacks++;
        ReadBackAt = nextReadBackAt;
        if (nextReadBackAt is null)
        {
            State = PushState.Differs;
        }
    }

    private void Sent(long change, int? quantity, PushRoute route, string? requestId, DateTimeOffset now)
    {
        SentChange = Math.Max(SentChange, change);
        Due = Change > SentChange;
        Quantity = quantity;
        Route = route;
        RequestId = requestId;
        SentAt = now;
        Reason = null;
        NotBefore = null;
    }

    private void LeaveFeed()
    {
        FeedId = null;
        FeedMessage = null;
    }

    private static string Cut(string reason) =>
        reason.Length <= Listing.ReasonMaxLength ? reason : reason[..Listing.ReasonMaxLength];
}
