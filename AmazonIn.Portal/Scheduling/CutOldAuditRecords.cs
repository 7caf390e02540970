using AmazonIn.Domain.UseCases.Audit;
using Coravel.Invocable;

namespace AmazonIn.Portal.Scheduling;

internal sealed class CutOldAuditRecords(CutAuditTrail cutAuditTrail) : IInvocable, ICancellableInvocable
{
    public CancellationToken CancellationToken { get; set; }

    public Task Invoke() => cutAuditTrail.RunAsync(CancellationToken);
}
