using AmazonIn.Domain.UseCases.SyncRuns;

namespace AmazonIn.Portal.Scheduling;

/// <summary>
/// At shutdown lets go of the runs that this instance holds, so that they are gone on with at once after a restart, or
/// by another instance, instead of when their lease runs out.
/// </summary>
internal sealed class DispatcherLifetime(SyncDispatcher dispatcher, TimeProvider time) : IHostedService
{
    /// <summary>A page takes a second or two to commit; what takes longer is read again from its checkpoint.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await dispatcher.StopAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // The leases of what still runs expire by themselves.
        }
    }
}
