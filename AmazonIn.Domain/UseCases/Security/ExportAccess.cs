using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Security;

/// <summary>Hands out the list of who has access, as evidence of a review. It knows nothing of buyers.</summary>
public sealed class ExportAccess(AccessRegister register, IAuditTrail audit)
{
    public async Task<Result<AccessLine[]>> RunAsync(Actor actor, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageUsers, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        await audit.RecordAsync(
            new AuditEntry(actor, AuditAction.ExportAccess, AuditOutcome.Granted, "access", "Everybody with access"),
            cancellationToken);
        return await register.ListAsync(cancellationToken);
    }
}
