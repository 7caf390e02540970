using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>A person decides on the buyer's request to cancel, which blocks shipping until then (O2).</summary>
public sealed class DecideCancelRequest(IOrderStore orders, VoidOrder voidOrder, IAuditTrail audit, TimeProvider time)
{
    /// <param name="ship">Ship all the same; otherwise the order is voided.</param>
    public async Task<Result<SalesOrder>> RunAsync(
        Actor actor, long orderId, bool ship, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageOrders, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (await orders.FindAsync(orderId, cancellationToken) is not { } file)
        {
            return ShippingErrors.NoOrder;
        }

        if (!file.Order.AwaitsCancelDecision)
        {
            return ShippingErrors.NoCancelRequest;
        }

        if (!ship)
        {
            return await voidOrder.RunAsync(actor, orderId, cancellationToken);
        }

        var now = time.GetUtcNow();
        file.Order.DeclineCancelRequest(now);
        file.Order.Comment("Ships although the buyer asked to cancel", actor.Name, now);
        return await audit.ActAsync(
            AuditedOrder.Entry(actor, AuditAction.DeclineCancelRequest, file.Order),
            () => orders.TrySaveAsync(file, file.Order, cancellationToken),
            cancellationToken);
    }
}
