using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Connect;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>The pencil beside Orders: saves which orders are imported, for every channel (O2).</summary>
public sealed class SaveOrderPreference(IOrganisationStore organisations, TimeProvider time)
{
    public async Task<Result> RunAsync(Actor actor, OrderPreference preference, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.RunSync).Error is { } forbidden)
        {
            return forbidden;
        }

        var organisation = await organisations.FindAsync(cancellationToken);
        if (organisation is null)
        {
            return ConnectErrors.NoOrganisation;
        }

        organisation.Prefer(preference);
        await organisations.SaveAsync(organisation, time.GetUtcNow(), cancellationToken);
        return Result.Success;
    }
}
