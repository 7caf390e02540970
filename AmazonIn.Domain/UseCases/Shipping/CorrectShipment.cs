using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>
/// Corrects a shipment's carrier, tracking number or date. Amazon is told again under the same package reference,
/// which edits the package there.
/// </summary>
public sealed class CorrectShipment(IOrderStore orders, ShipmentTerms terms, IOutboxSignal outbox, IAuditTrail audit)
{
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
        if (file.Order.Status == OrderStatus.Void)
        {
            return ShippingErrors.Void;
        }

        if (package.Shipment is not { IsOut: true } shipment)
        {
            return ShippingErrors.NotShipped(package);
        }

        var read = await terms.ReadAsync(file.Order, request, cancellationToken);
        if (!read.Succeeded)
        {
            return read.Error;
        }

        var booked = read.Value;
        if (IsSame(shipment, booked))
        {
            return package;
        }

        shipment.Correct(booked.CarrierCode, booked.CarrierName, booked.TrackingNumber, booked.ShippedAt);
        return await audit.ActAsync(
            AuditedOrder.Entry(actor, AuditAction.CorrectShipment, file.Order, package),
            () => orders.SaveAndRingAsync(outbox, file, package, cancellationToken),
            cancellationToken);
    }

    // Nothing to tell Amazon twice.
    private static bool IsSame(Shipment shipment, ShipmentTerms.Checked booked) =>
        shipment.CarrierCode == booked.CarrierCode
        && shipment.CarrierName == booked.CarrierName
        && shipment.TrackingNumber == booked.TrackingNumber
        && shipment.ShippedAt == booked.ShippedAt;
}
