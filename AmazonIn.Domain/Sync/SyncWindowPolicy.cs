namespace AmazonIn.Domain.Sync;

/// <summary>Where a run's window by last update begins.</summary>
public static class SyncWindowPolicy
{
    /// <summary>Records may become visible late, so each window reaches back over the one before (security.md F-38).</summary>
    public static TimeSpan Overlap { get; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The watermark less the overlap. A first read of items takes everything; a first read of orders reaches back
    /// <paramref name="initialOrderDays"/> days.
    /// </summary>
    public static DateTimeOffset? From(SyncModule module, DateTimeOffset? watermark, int initialOrderDays, DateTimeOffset now) =>
        (module, watermark) switch
        {
            (_, { } mark) => mark - Overlap,
            (SyncModule.Orders, null) => now.AddDays(-initialOrderDays),
            (_, null) => null,
        };
}
