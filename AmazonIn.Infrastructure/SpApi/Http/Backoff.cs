namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>
/// Exponential back-off with full jitter: 2, 8, 32, 128, 300 seconds at most, times a random fraction.
/// </summary>
internal sealed class Backoff(Random random)
{
    private static readonly TimeSpan _most = TimeSpan.FromMinutes(5);

    /// <param name="failures">How many tries have failed, from 1.</param>
    public TimeSpan After(int failures)
    {
        var seconds = Math.Min(2 * Math.Pow(4, failures - 1), _most.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * random.NextDouble());
    }
}
