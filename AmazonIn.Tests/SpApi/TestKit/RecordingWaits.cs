using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Tests.SpApi.TestKit;

internal sealed class RecordingWaits : IWaitObserver
{
    private readonly Lock _gate = new();
    private readonly List<(DateTimeOffset Until, string Reason)> _waits = [];

    public IReadOnlyList<(DateTimeOffset Until, string Reason)> Waits
    {
        get
        {
            lock (_gate)
            {
                return [.. _waits];
            }
        }
    }

    public Task WaitingAsync(DateTimeOffset until, string reason, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _waits.Add((until, reason));
        }

        return Task.CompletedTask;
    }
}
