namespace AmazonIn.Domain.Webhooks;

/// <summary>
/// When a failed delivery is tried again: ten attempts over three days and a bit, as Standard Webhooks proposes
/// (security.md W-04), each pause up to a tenth longer by chance so that a receiver that is back is not met by all at once.
/// </summary>
public static class WebhookRetryPolicy
{
    private const double LongestJitter = 0.1;

    // A receiver may ask for more time, not for silence.
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(24);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>The first attempt and those after each pause.</summary>
    public static int MostAttempts => Pauses.Length + 1;

    /// <param name="attempts">Made so far, at least one.</param>
    /// <param name="jitter">From 0 to 1, at random.</param>
    /// <returns>Null when it is given up.</returns>
    public static DateTimeOffset? NextAfter(int attempts, TimeSpan? retryAfter, double jitter, DateTimeOffset now)
    {
        if (attempts >= MostAttempts)
        {
            return null;
        }

        var own = Pauses[attempts - 1] * (1 + (LongestJitter * jitter));
        var asked = retryAfter ?? TimeSpan.Zero;
        var granted = asked < LongestRetryAfter ? asked : LongestRetryAfter;
        return now + (own > granted ? own : granted);
    }
}
