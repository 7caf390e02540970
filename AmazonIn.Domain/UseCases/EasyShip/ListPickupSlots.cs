using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.EasyShip;

/// <summary>Asks Amazon when it could collect a package. Books nothing.</summary>
public sealed class ListPickupSlots(EasyShipParcels parcels, IMarketplaceEasyShip marketplace, IAuditTrail audit)
{
    public async Task<Result<IReadOnlyList<PickupSlot>>> RunAsync(
        Actor actor, long packageId, ParcelSize size, CancellationToken cancellationToken)
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
        return found.Succeeded
            ? await marketplace.ListSlotsAsync(found.Value.Channel, found.Value.OrderId, size, cancellationToken)
            : found.Error;
    }
}
