using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>How the quantities of a channel stand.</summary>
/// <param name="StockSync">Whether quantities are sent at all.</param>
/// <param name="Held">Whether nothing goes out until orders were read once since the channel was opened.</param>
/// <param name="Waiting">Listings with a change to be sent.</param>
/// <param name="InFeed">Listings in a feed that Amazon works on.</param>
/// <param name="InFeedSince">When the oldest such feed was handed over.</param>
/// <param name="Retrying">Listings that are tried again by themselves.</param>
/// <param name="NextRetryAt">When the first of them is tried next.</param>
/// <param name="Refused">Listings that wait for a person.</param>
/// <param name="Differing">Listings for which Amazon shows another quantity.</param>
/// <param name="Sent">Listings whose quantity Amazon took.</param>
/// <param name="LastSentAt">When a quantity was sent last.</param>
/// <param name="TopReasons">Why quantities were refused, most frequent first.</param>
internal sealed record StockPushStatusJson(
    bool StockSync,
    bool Held,
    int Waiting,
    int InFeed,
    DateTimeOffset? InFeedSince,
    int Retrying,
    DateTimeOffset? NextRetryAt,
    int Refused,
    int Differing,
    int Sent,
    DateTimeOffset? LastSentAt,
    IReadOnlyList<StockReasonJson> TopReasons)
{
    public static StockPushStatusJson Of(StockPushStatus status) => new(
        status.IsOn,
        status.IsHeld,
        status.Waiting,
        status.InFeed,
        status.InFeedSince,
        status.Retrying,
        status.NextRetryAt,
        status.Refused,
        status.Differing,
        status.Sent,
        status.LastSentAt,
        [.. status.TopReasons.Select(reason => new StockReasonJson(reason.Reason, reason.Count))]);
}
