namespace AmazonIn.Domain.Stock;

/// <summary>When a quantity is tried again, and when Amazon's figure is looked at.</summary>
public static class PushPacePolicy
{
    /// <summary>How often a figure is sent again because Amazon shows more than was sent.</summary>
    public const int MostSendingsAgain = 3;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(5);

    /// <summary>An outage of hours is then met by four tries an hour.</summary>
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Half a minute, two and ten minutes after the acceptance: Amazon applies what it accepted within seconds to
    /// minutes.
    /// </summary>
    private static readonly TimeSpan[] Gaps =
        [TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90), TimeSpan.FromMinutes(8)];

    /// <summary>
    /// Doubling from five seconds to a quarter of an hour; of that between a half and the whole, so that listings which
    /// failed together are not tried together.
    /// </summary>
    /// <param name="failures">Failures before this one.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan RetryAfter(int failures, double chance)
    {
        var longest = Math.Min(FirstRetry.TotalSeconds * Math.Pow(2, Math.Min(failures, 20)), LongestRetry.TotalSeconds);
        return TimeSpan.FromSeconds(longest * (0.5 + (chance / 2)));
    }

    /// <summary>When to look first, after an acceptance.</summary>
    public static DateTimeOffset FirstLookAt(DateTimeOffset acceptedAt) => acceptedAt + Gaps[0];

    /// <summary>When to look again after so many looks that showed another figure; null after the last.</summary>
    public static DateTimeOffset? NextLookAt(DateTimeOffset now, int looks) => looks < Gaps.Length ? now + Gaps[looks] : null;

    /// <summary>
    /// Whether a figure that Amazon shows is to be sent over. Never where Amazon shows less: an order that we do not know
    /// yet may have taken the difference.
    /// </summary>
    /// <param name="push">The row, before the look is recorded.</param>
    /// <param name="effective">What Amazon shows.</param>
    public static bool MustSendAgain(StockPush push, int? effective) =>
        effective > push.Quantity && push.ReadBacks > 0 && push.Attempts < MostSendingsAgain;

    /// <summary>How long to leave a feed alone before asking for it again: seldom when it takes long.</summary>
    /// <param name="age">Since it was handed over.</param>
    public static TimeSpan AskAgainAfter(TimeSpan age) =>
        age < TimeSpan.FromMinutes(1) ? TimeSpan.FromSeconds(5)
        : age < TimeSpan.FromMinutes(10) ? TimeSpan.FromSeconds(15)
        : TimeSpan.FromMinutes(1);
}
