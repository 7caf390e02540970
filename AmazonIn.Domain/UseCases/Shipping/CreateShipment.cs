using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>
/// A packed parcel leaves (H1): its units leave the stock, the order's status follows, and an Amazon order's shipment
/// waits to be confirmed, all in one transaction. Amazon is told right after it.
/// </summary>
public sealed class CreateShipment(
    IOrderStore orders, ShipmentTerms terms, IOutboxSignal outbox, PrivacySettings privacy, TimeProvider time)
{
    /// <summary>A parcel whose shipment was undone leaves again under its old reference, which edits Amazon's copy.</summary>
    public async Task<Result<Package>> RunAsync(
        Actor actor, long packageId, ShipmentRequest request, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ShipOrders).Error is { } forbidden)
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

        Ship(package, read.Value, await terms.AmazonWaitsAsync(file.Order, cancellationToken));
        file.Count(file.Packages, privacy.RetentionDays, time.GetUtcNow());
        if (await orders.TrySaveAsync(file.Order, file.Packages, cancellationToken) is { } conflict)
        {
            return conflict;
        }

        outbox.Ring();
        return package;
    }

    private void Ship(Package package, ShipmentTerms.Checked booked, bool confirm)
    {
        if (package.Shipment is { } undone)
        {
            undone.Redo(booked.CarrierCode, booked.CarrierName, booked.TrackingNumber, booked.ShippedAt, confirm);
            return;
        }

        package.Ship(new Shipment(
            booked.CarrierCode, booked.CarrierName, booked.TrackingNumber, booked.ShippedAt, confirm, time.GetUtcNow()));
    }
}
