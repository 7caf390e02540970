namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>How this machine's clock stands against Amazon's. Second factors, deadlines and deletions depend on it.</summary>
public interface IAmazonClock
{
    /// <summary>Beyond it somebody is told (security.md I-03).</summary>
    static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How far our clock was ahead of Amazon's at its last answer, negative where it was behind. Never more than it is for
    /// sure: what an answer took on its way does not count. Null before the first answer.
    /// </summary>
    TimeSpan? Ahead { get; }

    /// <summary>Whether our clock is off by more than the tolerance.</summary>
    bool IsOff => Ahead is { } ahead && ahead.Duration() > Tolerance;
}
