namespace AmazonIn.Infrastructure.Sandbox.Seed;

/// <summary>Cuts times to what Amazon's texts can hold, so that an order is indexed by the time it shows.</summary>
internal static class TimeTruncation
{
    public static DateTimeOffset ToSecond(this DateTimeOffset time) => time.Cut(TimeSpan.TicksPerSecond);

    public static DateTimeOffset ToMillisecond(this DateTimeOffset time) => time.Cut(TimeSpan.TicksPerMillisecond);

    private static DateTimeOffset Cut(this DateTimeOffset time, long unit) =>
        new(time.UtcTicks - (time.UtcTicks % unit), TimeSpan.Zero);
}
