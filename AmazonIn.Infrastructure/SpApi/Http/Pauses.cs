using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>Sleeps for Amazon's sake, and tells the observer first where a person would notice.</summary>
internal class Pauses(TimeProvider time)
{
    private static readonly TimeSpan _noticeable = TimeSpan.FromSeconds(1);

    public async Task SleepAsync(
        TimeSpan duration,
        string reason,
        IWaitObserver waits,
        CancellationToken cancellationToken)
    {
        if (duration <= TimeSpan.Zero)
        {
            return;
        }

        if (duration > _noticeable)
        {
            await waits.WaitingAsync(time.GetUtcNow() + duration, reason, cancellationToken);
        }

        await DelayAsync(duration, cancellationToken);
    }

    /// <summary>Apart, so that a test can let virtual time pass instead.</summary>
    protected virtual Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken) =>
        Task.Delay(duration, time, cancellationToken);
}
