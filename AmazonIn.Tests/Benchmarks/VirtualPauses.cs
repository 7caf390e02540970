using AmazonIn.Infrastructure.SpApi.Http;

namespace AmazonIn.Benchmarks;

/// <summary>Lets the clock run on instead of sleeping.</summary>
internal sealed class VirtualPauses(VirtualTime time) : Pauses(time)
{
    protected override Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        time.Advance(duration);
        return Task.CompletedTask;
    }
}
