using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.UseCases.Shipping;

namespace AmazonIn.Domain.UseCases.EasyShip;

/// <summary>Moves a scheduled pickup to another slot.</summary>
public sealed class ReschedulePickup(
    EasyShipParcels parcels, IMarketplaceEasyShip marketplace, IOrderStore orders, IAuditTrail audit, TimeProvider time)
{
    public async Task<Result<Package>> RunAsync(
        Actor actor, long packageId, PickupSlot slot, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ShipOrders, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var found = await parcels.FindScheduledAsync(packageId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        var ((file, package, channel, orderId), pickup) = found.Value;
        if (pickup.HasLeft)
        {
            return EasyShipErrors.HasLeft(package);
        }

        return await audit.ActAsync<Package>(
            AuditedOrder.Entry(actor, AuditAction.ReschedulePickup, file.Order, package),
            async () =>
            {
                var moved = await marketplace.RescheduleAsync(
                    channel, orderId, pickup.AmazonPackageId, slot, cancellationToken);
                if (!moved.Succeeded)
                {
                    return moved.Error;
                }

                pickup.See(moved.Value, time.GetUtcNow());
                return await orders.TrySaveAsync(file, package, cancellationToken);
            },
            cancellationToken);
    }
}
