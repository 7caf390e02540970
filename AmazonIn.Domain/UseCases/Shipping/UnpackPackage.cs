using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>Takes a parcel apart that has not left and that Amazon surely does not know.</summary>
public sealed class UnpackPackage(IOrderStore orders)
{
    public async Task<Result> RunAsync(Actor actor, long packageId, CancellationToken cancellationToken)
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
        if (package.IsOut || package.Shipment?.ToldAt is not null)
        {
            return ShippingErrors.CannotUnpack(package);
        }

        return await orders.TrySaveAsync(
            file.Order, [.. file.Packages.Where(one => one.Id != packageId)], cancellationToken) is { } conflict
            ? conflict
            : Result.Success;
    }
}
