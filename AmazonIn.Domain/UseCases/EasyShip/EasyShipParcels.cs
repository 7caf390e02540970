using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Shipping;

namespace AmazonIn.Domain.UseCases.EasyShip;

/// <summary>Finds packages that Amazon collects.</summary>
public sealed class EasyShipParcels(IOrderStore orders, IChannelStore channels)
{
    internal async Task<Result<EasyShipParcel>> FindAsync(long packageId, CancellationToken cancellationToken)
    {
        if (await orders.FindByPackageAsync(packageId, cancellationToken) is not { } file)
        {
            return ShippingErrors.NoPackage;
        }

        if (file.Order is not { EasyShip: true, ChannelId: { } channelId, AmazonOrderId: { } orderId })
        {
            return EasyShipErrors.NotEasyShip;
        }

        return await channels.FindAsync(channelId, cancellationToken) is { State: ChannelState.Active } channel
            ? new EasyShipParcel(
                file, file.Packages.Single(one => one.Id == packageId), ChannelConnection.To(channel), orderId)
            : EasyShipErrors.ChannelRests;
    }

    /// <summary>As <see cref="FindAsync"/>, for one whose pickup may be booked.</summary>
    internal async Task<Result<EasyShipParcel>> FindToScheduleAsync(long packageId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(packageId, cancellationToken);
        return found.Succeeded && WhyNot(found.Value) is { } refusal ? refusal : found;
    }

    /// <summary>As <see cref="FindAsync"/>, for one whose pickup is booked.</summary>
    internal async Task<Result<(EasyShipParcel Parcel, Pickup Pickup)>> FindScheduledAsync(
        long packageId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(packageId, cancellationToken);
        return !found.Succeeded ? found.Error
            : found.Value.Package.Pickup is { IsActive: true } pickup ? (found.Value, pickup)
            : EasyShipErrors.NotScheduled(found.Value.Package);
    }

    private static Error? WhyNot(EasyShipParcel parcel) => parcel.File.Order switch
    {
        { Status: Orders.OrderStatus.Void } => ShippingErrors.Void,
        { Status: Orders.OrderStatus.Fulfilled } => ShippingErrors.Fulfilled,
        { AwaitsCancelDecision: true } => ShippingErrors.AwaitsCancelDecision,
        _ when parcel.Package.Pickup is { HasLeft: true } => EasyShipErrors.HasLeft(parcel.Package),
        _ when parcel.File.Packages.FirstOrDefault(one =>
            one.Id != parcel.Package.Id && one.Pickup is { IsActive: true }) is { } other => EasyShipErrors.OnePackage(other),
        _ => null,
    };
}
