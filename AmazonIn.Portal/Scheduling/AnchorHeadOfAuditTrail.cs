using AmazonIn.Domain.UseCases.Audit;
using Coravel.Invocable;

namespace AmazonIn.Portal.Scheduling;

internal sealed class AnchorHeadOfAuditTrail(AnchorAuditTrail anchorAuditTrail) : IInvocable, ICancellableInvocable
{
    public CancellationToken CancellationToken { get; set; }

    public Task Invoke() => anchorAuditTrail.RunAsync(CancellationToken);
}
