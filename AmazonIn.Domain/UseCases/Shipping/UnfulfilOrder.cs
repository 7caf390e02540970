using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>
/// Opens an order again (O4): its shipments are undone, its units are back in the stock and reserved. Amazon cannot
/// take a confirmation back, so a package that it knows is edited when it is shipped again.
/// </summary>
public sealed class UnfulfilOrder(
    IOrderStore orders, IOutboxSignal outbox, IAuditTrail audit, PrivacySettings privacy, TimeProvider time)
{
    public async Task<Result<SalesOrder>> RunAsync(Actor actor, long orderId, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageOrders, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (await orders.FindAsync(orderId, cancellationToken) is not { } file)
        {
            return ShippingErrors.NoOrder;
        }

        if (file.Order.Status is OrderStatus.Void or OrderStatus.Confirmed)
        {
            return ShippingErrors.NothingToUnfulfil(file.Order.Status);
        }

        if (file.Order.FulfilledBy == FulfilledBy.Amazon)
        {
            return ShippingErrors.AmazonPacks;
        }

        foreach (var package in file.Packages.Where(package => package.IsOut))
        {
            package.Shipment!.Undo();
        }

        file.Order.Unfulfil(
            privacy.RetentionDays, file.Packages.Any(package => package.Shipment?.ToldAt is not null));
        file.Order.Comment("Unfulfilled: nothing has left, the units are reserved again", actor.Name, time.GetUtcNow());
        return await audit.ActAsync(
            AuditedOrder.Entry(actor, AuditAction.UnfulfilOrder, file.Order),
            () => orders.SaveAndRingAsync(outbox, file, file.Order, cancellationToken),
            cancellationToken);
    }
}
