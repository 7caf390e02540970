using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>
/// Voids an order (O4): its reservations are released, what has left stays left, and what Amazon was not told yet is
/// not told any more. Amazon has no call to cancel an order, so it is not told of the voiding either.
/// </summary>
public sealed class VoidOrder(
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

        if (file.Order.Status == OrderStatus.Void)
        {
            return ShippingErrors.VoidAlready;
        }

        var now = time.GetUtcNow();
        file.Order.Void(now, privacy.RetentionDays);
        file.Order.Comment("Voided", actor.Name, now);
        foreach (var package in file.Packages.Where(package =>
            package.Shipment is { IsDue: true } or { State: ConfirmationState.Refused }))
        {
            package.Shipment!.Undo();
        }

        return await audit.ActAsync(
            AuditedOrder.Entry(actor, AuditAction.VoidOrder, file.Order),
            () => orders.SaveAndRingAsync(outbox, file, file.Order, cancellationToken),
            cancellationToken);
    }
}
