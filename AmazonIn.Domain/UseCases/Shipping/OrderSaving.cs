using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>What the steps with an order's packages have in common.</summary>
internal static class OrderSaving
{
    /// <summary>Counts what has left and settles the order's status by it.</summary>
    public static void Count(this OrderFile file, IReadOnlyList<Package> packages, int retentionDays, DateTimeOffset now) =>
        file.Order.CountShipments(
            PackingPolicy.Shipped(packages),
            packages.Where(package => package.IsOut).Select(package => package.Shipment!.ShippedAt).DefaultIfEmpty(now).Max(),
            retentionDays);

    /// <summary>Saves; a change of somebody else's in between is a refusal in words.</summary>
    public static Task<Result> TrySaveAsync(
        this IOrderStore orders, OrderFile file, CancellationToken cancellationToken) =>
        TryAsync(() => orders.SaveAsync(file.Order, file.Packages, cancellationToken));

    /// <inheritdoc cref="TrySaveAsync(IOrderStore, OrderFile, CancellationToken)"/>
    /// <param name="saved">What to answer once it is saved.</param>
    public static async Task<Result<T>> TrySaveAsync<T>(
        this IOrderStore orders, OrderFile file, T saved, CancellationToken cancellationToken) =>
        (await orders.TrySaveAsync(file, cancellationToken)).Error is { } conflict ? conflict : saved;

    /// <summary>As <see cref="TrySaveAsync{T}"/>, and has sent at once what the change left to send.</summary>
    public static async Task<Result<T>> SaveAndRingAsync<T>(
        this IOrderStore orders, IOutboxSignal outbox, OrderFile file, T saved, CancellationToken cancellationToken)
    {
        var result = await orders.TrySaveAsync(file, saved, cancellationToken);
        if (result.Succeeded)
        {
            outbox.Ring();
        }

        return result;
    }

    /// <summary>Notes how Amazon shows a pickup; a change of somebody else's in between is a refusal in words.</summary>
    public static Task<Result> TryRecordPickupAsync(
        this IOrderStore orders, long packageId, Action<Pickup> change, CancellationToken cancellationToken) =>
        TryAsync(() => orders.RecordPickupAsync(packageId, change, cancellationToken));

    /// <summary>What stands against packing or shipping the order, or null.</summary>
    public static Error? WhyNotPacked(SalesOrder order) => order switch
    {
        { Status: OrderStatus.Void } => ShippingErrors.Void,
        { FulfilledBy: Catalog.FulfilledBy.Amazon } => ShippingErrors.AmazonPacks,
        { Status: OrderStatus.Fulfilled } => ShippingErrors.Fulfilled,
        _ => null,
    };

    public static Error? WhyNotShipped(SalesOrder order) => order switch
    {
        { Status: OrderStatus.Void } => ShippingErrors.Void,
        { FulfilledBy: Catalog.FulfilledBy.Amazon } => ShippingErrors.AmazonPacks,
        { AwaitsCancelDecision: true } => ShippingErrors.AwaitsCancelDecision,
        { EasyShip: true } => ShippingErrors.EasyShip,
        _ => null,
    };

    private static async Task<Result> TryAsync(Func<Task> save)
    {
        try
        {
            await save();
            return Result.Success;
        }
        catch (ConcurrentChangeException)
        {
            return ShippingErrors.Changed;
        }
    }
}
