using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>Takes a carrier out of the table. Shipments that went with it keep it.</summary>
public sealed class RemoveCarrier(ICarrierStore carriers)
{
    public async Task<Result> RunAsync(Actor actor, long id, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageOrders).Error is { } forbidden)
        {
            return forbidden;
        }

        await carriers.RemoveAsync(id, cancellationToken);
        return Result.Success;
    }
}
