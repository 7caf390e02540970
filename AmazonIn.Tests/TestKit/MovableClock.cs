namespace AmazonIn.Tests.TestKit;

/// <summary>The machine's clock, moved ahead where a test says so; timers run as they do.</summary>
internal sealed class MovableClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
