using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Portal.Scheduling;

/// <summary>Wakes the sender of this portal. Rings that come while it works are one.</summary>
internal sealed class OutboxSignal : IOutboxSignal, IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // Rung already.
        }
    }

    /// <summary>Waits for a ring, at most so long.</summary>
    /// <returns>Whether it rang.</returns>
    public async Task<bool> WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var rung = _rung.WaitAsync(waiting.Token);
        await Task.WhenAny(rung, Task.Delay(longest, time, waiting.Token));
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        await rung.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return rung.IsCompletedSuccessfully;
    }

    public void Dispose() => _rung.Dispose();
}
