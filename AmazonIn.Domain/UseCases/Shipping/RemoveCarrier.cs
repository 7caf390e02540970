using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>Takes a carrier out of the table. Shipments that went with it keep it.</summary>
public sealed class RemoveCarrier(ICarrierStore carriers, IAuditTrail audit)
{
    public async Task<Result> RunAsync(Actor actor, long id, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageOrders, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if ((await carriers.ListAsync(cancellationToken)).FirstOrDefault(one => one.Id == id) is not { } carrier)
        {
            return Result.Success;
        }

        return await audit.ActAsync(
            AuditedCarrier.Entry(actor, AuditAction.RemoveCarrier, carrier),
            async () =>
            {
                await carriers.RemoveAsync(id, cancellationToken);
                return Result.Success;
            },
            cancellationToken);
    }
}
