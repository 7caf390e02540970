using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.UseCases.Carriers;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>
/// A packed parcel leaves (H1): its units leave the stock, the order's status follows, and an Amazon order's shipment
/// waits to be confirmed, all in one transaction. Amazon is told right after it.
/// </summary>
public sealed class CreateShipment(
    IOrderStore orders,
    ShipmentTerms terms,
    HandOverPackage handOver,
    IOutboxSignal outbox,
    IAuditTrail audit,
    PrivacySettings privacy,
    TimeProvider time)
{
    private static readonly ManualCarrier _carrier = new();

    /// <summary>A parcel whose shipment was undone leaves again under its old reference, which edits Amazon's copy.</summary>
    public async Task<Result<Package>> RunAsync(
        Actor actor, long packageId, ShipmentRequest request, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ShipOrders, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (await orders.FindByPackageAsync(packageId, cancellationToken) is not { } file)
        {
            return ShippingErrors.NoPackage;
        }

        var package = file.Packages.Single(one => one.Id == packageId);
        if (OrderSaving.WhyNotShipped(file.Order) is { } refusal)
        {
            return refusal;
        }

        if (package.IsOut)
        {
            return ShippingErrors.Shipped(package);
        }

        if (file.Order.Status == Orders.OrderStatus.Fulfilled)
        {
            return ShippingErrors.Fulfilled;
        }

        var read = await terms.ReadAsync(file.Order, request, cancellationToken);
        if (!read.Succeeded)
        {
            return read.Error;
        }

        var booked = read.Value;
        package.Ship(
            booked.CarrierCode,
            booked.CarrierName,
            booked.TrackingNumber,
            booked.ShippedAt,
            await terms.AmazonWaitsAsync(file.Order, cancellationToken),
            time.GetUtcNow());
        file.Count(file.Packages, privacy.RetentionDays, time.GetUtcNow());
        return await audit.ActAsync<Package>(
            AuditedOrder.Entry(actor, AuditAction.CreateShipment, file.Order, package),
            async () =>
            {
                var handed = await handOver.RunAsync(
                    actor, file.Order, package, _carrier, ParcelTerms.None, cancellationToken);
                return handed.Succeeded
                    ? await orders.SaveAndRingAsync(outbox, file, package, cancellationToken)
                    : handed.Error;
            },
            cancellationToken);
    }
}
