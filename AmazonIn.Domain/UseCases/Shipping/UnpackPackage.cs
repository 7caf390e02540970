using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>Takes a parcel apart that has not left and that Amazon surely does not know.</summary>
public sealed class UnpackPackage(IOrderStore orders, IAuditTrail audit)
{
    public async Task<Result> RunAsync(Actor actor, long packageId, CancellationToken cancellationToken)
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
        if (package.IsOut || package.Shipment?.ToldAt is not null)
        {
            return ShippingErrors.CannotUnpack(package);
        }

        if (package.Pickup is { IsActive: true })
        {
            return ShippingErrors.PickupScheduled(package);
        }

        return await audit.ActAsync(
            AuditedOrder.Entry(actor, AuditAction.UnpackPackage, file.Order, package),
            () => orders.TrySaveAsync(
                file with { Packages = [.. file.Packages.Where(one => one.Id != packageId)] }, cancellationToken),
            cancellationToken);
    }
}
