using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.UseCases.Carriers;
using AmazonIn.Domain.UseCases.Shipping;

namespace AmazonIn.Domain.UseCases.EasyShip;

/// <summary>
/// Has Amazon collect a package. Order and stock stay until it is picked up. Where somebody else changed the order
/// meanwhile, the pickup stands at Amazon, and scheduling again takes it over.
/// </summary>
public sealed class SchedulePickup(
    EasyShipParcels parcels,
    HandOverPackage handOver,
    EasyShipCarrier carrier,
    IOrderStore orders,
    IAuditTrail audit,
    TimeProvider time)
{
    public async Task<Result<Package>> RunAsync(
        Actor actor, long packageId, ParcelSize size, PickupSlot slot, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ShipOrders, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (size.Check() is { } wrong)
        {
            return wrong;
        }

        var found = await parcels.FindToScheduleAsync(packageId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        var (file, package, channel, _) = found.Value;
        if (package.Pickup is { IsActive: true })
        {
            return EasyShipErrors.Scheduled(package);
        }

        var handed = await handOver.RunAsync(
            actor,
            file.Order,
            package,
            carrier,
            new ParcelTerms { Size = size, Slot = slot, Channel = channel },
            cancellationToken);
        if (!handed.Succeeded)
        {
            return handed.Error;
        }

        package.Collect(size, handed.Value.Pickup!, actor.Name, time.GetUtcNow());
        return await orders.TrySaveAsync(file, package, cancellationToken);
    }
}
