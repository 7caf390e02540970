namespace AmazonIn.Infrastructure.Sandbox;

/// <summary>The marketplace's own time: the host's clock plus what the control endpoint advanced it by.</summary>
internal sealed class MarketplaceClock(TimeProvider timeProvider)
{
    private long offsetTicks;

    public DateTimeOffset Now =>
        timeProvider.GetUtcNow().ToUniversalTime() + TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));

    /// <summary>
    /// Moves the marketplace alone, so that its clock and the portal's differ; negative moves it back.
    /// </summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref offsetTicks, by.Ticks);
}
