using AmazonIn.Domain.UseCases.SyncRuns;
using Coravel.Invocable;

namespace AmazonIn.Portal.Scheduling;

internal sealed class PurgeOldHistory(PurgeHistory purgeHistory) : IInvocable, ICancellableInvocable
{
    public CancellationToken CancellationToken { get; set; }

    public Task Invoke() => purgeHistory.RunAsync(CancellationToken);
}
