using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>Tells Amazon of a shipment again that it refused or shows otherwise, or at once what waits for its next try.</summary>
public sealed class RetryConfirmation(IOrderStore orders, IOutboxSignal outbox, IAuditTrail audit)
{
    public async Task<Result<Package>> RunAsync(Actor actor, long packageId, CancellationToken cancellationToken)
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
        if (package.Shipment is not { } shipment)
        {
            return ShippingErrors.NotShipped(package);
        }

        if (shipment.State is not (ConfirmationState.Refused or ConfirmationState.Differs or ConfirmationState.Retrying))
        {
            return ShippingErrors.NothingToRetry(shipment);
        }

        shipment.ConfirmAgain();
        return await audit.ActAsync(
            AuditedOrder.Entry(actor, AuditAction.RetryConfirmation, file.Order, package),
            () => orders.SaveAndRingAsync(outbox, file, package, cancellationToken),
            cancellationToken);
    }
}
