namespace AmazonIn.Domain.Shipping;

/// <summary>
/// How long a confirmation without an answer waits for its next try: a minute, doubled with each, an hour at most. The
/// client has tried for a while by then, so that shorter waits would only add to Amazon's trouble.
/// </summary>
public static class ConfirmationBackOff
{
    private static readonly TimeSpan _most = TimeSpan.FromHours(1);

    /// <param name="attempts">Tries that failed, this one included.</param>
    public static TimeSpan After(int attempts)
    {
        var minutes = Math.Pow(2, Math.Clamp(attempts, 1, 7) - 1);
        return minutes < _most.TotalMinutes ? TimeSpan.FromMinutes(minutes) : _most;
    }
}
