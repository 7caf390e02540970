using AmazonIn.Domain.UseCases.SyncRuns;
using Coravel.Invocable;

namespace AmazonIn.Portal.Scheduling;

/// <summary>Lets the dispatcher take what waits; the runs themselves are worked on in the background.</summary>
internal sealed class TickDispatcher(SyncDispatcher dispatcher, DispatcherPulse pulse) : IInvocable, ICancellableInvocable
{
    public CancellationToken CancellationToken { get; set; }

    public async Task Invoke()
    {
        await dispatcher.TickAsync(CancellationToken);
        pulse.Beat();
    }
}
