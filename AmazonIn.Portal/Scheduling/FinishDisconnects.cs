using AmazonIn.Domain.UseCases.Channels;
using Coravel.Invocable;

namespace AmazonIn.Portal.Scheduling;

internal sealed class FinishDisconnects(FinishDisconnecting finishDisconnecting) : IInvocable, ICancellableInvocable
{
    public CancellationToken CancellationToken { get; set; }

    public Task Invoke() => finishDisconnecting.RunAsync(CancellationToken);
}
