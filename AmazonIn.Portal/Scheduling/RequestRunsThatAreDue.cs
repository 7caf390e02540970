using AmazonIn.Domain.UseCases.SyncRuns;
using Coravel.Invocable;

namespace AmazonIn.Portal.Scheduling;

internal sealed class RequestRunsThatAreDue(RequestDueRuns requestDueRuns) : IInvocable, ICancellableInvocable
{
    public CancellationToken CancellationToken { get; set; }

    public Task Invoke() => requestDueRuns.RunAsync(CancellationToken);
}
