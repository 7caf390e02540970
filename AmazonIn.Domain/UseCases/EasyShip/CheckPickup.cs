using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.UseCases.Shipping;

namespace AmazonIn.Domain.UseCases.EasyShip;

/// <summary>
/// Asks Amazon how far a pickup is. Once the parcel is taken it becomes a shipment with Amazon's tracking id, and its
/// units leave the stock; Amazon is not told, it knows.
/// </summary>
public sealed class CheckPickup(
    EasyShipParcels parcels,
    IMarketplaceEasyShip marketplace,
    IOrderStore orders,
    IOutboxSignal outbox,
    IAuditTrail audit,
    PrivacySettings privacy,
    TimeProvider time)
{
    /// <summary>Amazon's own carrier, by a code of <see cref="Carrier.AmazonCodes"/>.</summary>
    public const string CarrierCode = "Amazon Shipping";

    public async Task<Result<Package>> RunAsync(Actor actor, long packageId, CancellationToken cancellationToken)
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
        var asked = time.GetUtcNow();
        var shown = await marketplace.ReadAsync(channel, orderId, cancellationToken);
        if (!shown.Succeeded)
        {
            return shown.Error;
        }

        pickup.See(shown.Value, asked);
        if (package.IsOut || pickup is not { HasLeft: true, TrackingId: { } tracking })
        {
            var noted = await orders.TryRecordPickupAsync(
                packageId, one => one.See(shown.Value, asked), cancellationToken);
            return noted.Error is { } changed ? changed : package;
        }

        var now = time.GetUtcNow();
        package.Ship(CarrierCode, null, tracking, now, confirm: false, now);
        file.Count(file.Packages, privacy.RetentionDays, now);
        return await audit.ActAsync(
            AuditedOrder.Entry(actor, AuditAction.CreateShipment, file.Order, package),
            () => orders.SaveAndRingAsync(outbox, file, package, cancellationToken),
            cancellationToken);
    }
}
