using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.UseCases.Connect;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>The pencil beside Orders: saves which orders are imported, for every channel (O2).</summary>
public sealed class SaveOrderPreference(IOrganisationStore organisations, IAuditTrail audit, TimeProvider time)
{
    public async Task<Result> RunAsync(Actor actor, OrderPreference preference, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.RunSync, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var organisation = await organisations.FindAsync(cancellationToken);
        if (organisation is null)
        {
            return ConnectErrors.NoOrganisation;
        }

        organisation.Prefer(preference);
        return await audit.ActAsync(
            new AuditEntry(actor, AuditAction.SaveOrderPreference, AuditOutcome.Granted, "organisation", organisation.Name)
                .With("preference", preference.ToString()),
            async () =>
            {
                await organisations.SaveAsync(organisation, time.GetUtcNow(), cancellationToken);
                return Result.Success;
            },
            cancellationToken);
    }
}
