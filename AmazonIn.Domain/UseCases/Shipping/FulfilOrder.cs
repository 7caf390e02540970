using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>
/// Fulfils an order without a shipment of ours (O4): all its units have left. The 30 days of the buyer's data start
/// now, also where the order had been fulfilled before (X3).
/// </summary>
public sealed class FulfilOrder(
    IOrderStore orders,
    ShipmentTerms terms,
    IOutboxSignal outbox,
    IAuditTrail audit,
    PrivacySettings privacy,
    TimeProvider time)
{
    /// <param name="shippedOutside">An Amazon order was shipped outside this portal; Amazon is not told.</param>
    public async Task<Result<SalesOrder>> RunAsync(
        Actor actor, long orderId, bool shippedOutside, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageOrders, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (await orders.FindAsync(orderId, cancellationToken) is not { } file)
        {
            return ShippingErrors.NoOrder;
        }

        if (WhyNot(file.Order) is { } refusal)
        {
            return refusal;
        }

        if (!shippedOutside && await terms.AmazonWaitsAsync(file.Order, cancellationToken))
        {
            return ShippingErrors.FulfilNeedsShipment;
        }

        var now = time.GetUtcNow();
        file.Order.Fulfil(now, privacy.RetentionDays);
        file.Order.Comment(
            file.Order.AmazonOrderId is null
                ? "Fulfilled without a shipment"
                : "Fulfilled: shipped outside this portal. Amazon was not told from here.",
            actor.Name,
            now);
        return await audit.ActAsync(
            AuditedOrder.Entry(actor, AuditAction.FulfilOrder, file.Order).With("shipped-outside", shippedOutside ? "yes" : "no"),
            () => orders.SaveAndRingAsync(outbox, file, file.Order, cancellationToken),
            cancellationToken);
    }

    private static Error? WhyNot(SalesOrder order) => order switch
    {
        { Status: OrderStatus.Void } => ShippingErrors.Void,
        { Status: OrderStatus.Fulfilled } => ShippingErrors.Fulfilled,
        { FulfilledBy: Catalog.FulfilledBy.Amazon } => ShippingErrors.AmazonPacks,
        { AwaitsCancelDecision: true } => ShippingErrors.AwaitsCancelDecision,
        _ => null,
    };
}
