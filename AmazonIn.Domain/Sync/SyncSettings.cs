namespace AmazonIn.Domain.Sync;

/// <summary>How often and how far back channels are synced.</summary>
/// <param name="Interval">Between two scheduled runs of a module; four hours unless configured (S1).</param>
/// <param name="InitialOrderDays">How many days of orders the first sync reaches back.</param>
/// <param name="Lease">How long a run is held without a sign of life before another instance takes over.</param>
/// <param name="MaxParallelRuns">Runs that one portal instance works on at once.</param>
public sealed record SyncSettings(TimeSpan Interval, int InitialOrderDays, TimeSpan Lease, int MaxParallelRuns)
{
    public static SyncSettings Default { get; } = new(TimeSpan.FromHours(4), 30, TimeSpan.FromMinutes(1), 4);
}
