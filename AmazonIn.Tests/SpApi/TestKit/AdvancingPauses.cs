using AmazonIn.Infrastructure.SpApi.Http;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.SpApi.TestKit;

/// <summary>Lets the fake clock run on instead of sleeping, and remembers for how long.</summary>
internal sealed class AdvancingPauses(FakeTimeProvider time) : Pauses(time)
{
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _slept = [];

    public IReadOnlyList<TimeSpan> Slept
    {
        get
        {
            lock (_gate)
            {
                return [.. _slept];
            }
        }
    }

    protected override Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _slept.Add(duration);
        }

        time.Advance(duration);
        return Task.CompletedTask;
    }
}
