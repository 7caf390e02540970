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
    public static async Task<Error?> TrySaveAsync(
        this IOrderStore orders, SalesOrder order, IReadOnlyList<Package> packages, CancellationToken cancellationToken)
    {
        try
        {
            await orders.SaveAsync(order, packages, cancellationToken);
            return null;
        }
        catch (ConcurrentChangeException)
        {
            return ShippingErrors.Changed;
        }
    }

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
}
