using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>
/// Says beforehand what voiding, unfulfilling or fulfilling an order does to stock and status, and what Amazon knows.
/// Amazon has no call to cancel an order or to take a confirmation back, so the words say what to do in Seller Central.
/// </summary>
public sealed class PreviewOrderStep(IOrderStore orders, ShipmentTerms terms, PrivacySettings privacy)
{
    public async Task<Result<OrderStepPreview>> RunAsync(
        Actor actor, long orderId, OrderStep step, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageOrders).Error is { } forbidden)
        {
            return forbidden;
        }

        if (await orders.FindAsync(orderId, cancellationToken) is not { } file)
        {
            return ShippingErrors.NoOrder;
        }

        var waits = await terms.AmazonWaitsAsync(file.Order, cancellationToken);
        return step switch
        {
            OrderStep.Void => OfVoid(file, waits),
            OrderStep.Unfulfil => OfUnfulfil(file, waits),
            OrderStep.Fulfil => OfFulfil(file, waits),
        };
    }

    private OrderStepPreview OfVoid(OrderFile file, bool amazonWaits)
    {
        var open = Open(file.Order);
        var unsent = file.Packages.Count(package => package.Shipment is { IsDue: true } or { State: ConfirmationState.Refused });
        var amazon = (file.Order, amazonWaits) switch
        {
            ({ AmazonOrderId: null }, _) => "The order is none of Amazon's.",
            (_, false) => "The integration is disconnected; Amazon is not told.",
            ({ AmazonStatus: OrderStatus.Void }, _) => "Amazon cancelled the order already.",
            ({ AmazonStatus: OrderStatus.Fulfilled }, _) =>
                "Amazon holds the order for shipped and is not told. Refund the buyer in Seller Central if that is due.",
            _ => "Amazon is not told: it has no call by which a portal cancels an order. Cancel it in Seller Central too "
                + "(Manage Orders, Cancel order), or the buyer goes on waiting.",
        };
        return new OrderStepPreview(
            Stock(file.Order, open == 0
                ? "The stock stays as it is: what has left stays left."
                : $"{Units(open)} reserved for it {(open == 1 ? "is" : "are")} released; what has left stays left."),
            $"The order becomes void and cannot be opened again. The buyer's data is deleted {privacy.RetentionDays} days after.",
            unsent == 0 ? amazon : $"{amazon} {Shipments(unsent)} that Amazon does not have yet will not be sent any more.",
            AsksWhetherOutside: false);
    }

    private static OrderStepPreview OfUnfulfil(OrderFile file, bool amazonWaits)
    {
        var left = file.Order.Lines.Where(line => line.ItemId is not null).Sum(line => line.QuantityFulfilled);
        var told = file.Packages.Count(package => package is { IsOut: true, Shipment.ToldAt: not null });
        var amazon = (file.Order, amazonWaits) switch
        {
            ({ AmazonOrderId: null }, _) => "The order is none of Amazon's.",
            (_, false) => "The integration is disconnected; Amazon is not told.",
            _ when told > 0 =>
                $"Amazon goes on showing {Shipments(told)} as sent: it has no call to take a confirmation back. Shipping the "
                + "same package again corrects it there; if nothing will be sent, settle it with the buyer in Seller Central.",
            ({ AmazonStatus: OrderStatus.Fulfilled or OrderStatus.PartiallyShipped }, _) =>
                "Amazon goes on showing the order as shipped: it was confirmed outside this portal, and Amazon has no call to "
                + "take that back.",
            _ => "Amazon was not told of a shipment yet, and will not be.",
        };
        return new OrderStepPreview(
            Stock(file.Order, $"{Units(left)} {(left == 1 ? "is" : "are")} back in the stock, reserved for this order."),
            "The order becomes confirmed again and its shipments count as undone. The days until the buyer's data is deleted "
            + "start anew once it is fulfilled again.",
            amazon,
            AsksWhetherOutside: false);
    }

    private OrderStepPreview OfFulfil(OrderFile file, bool amazonWaits)
    {
        var open = Open(file.Order);
        return new OrderStepPreview(
            Stock(file.Order, $"{Units(open)} still reserved {(open == 1 ? "leaves" : "leave")} the stock."),
            $"The order becomes fulfilled. The buyer's data is deleted {privacy.RetentionDays} days from now.",
            amazonWaits
                ? "Amazon is not told by this step. If the parcel has still to be confirmed, pack it and create a shipment "
                    + "instead; only say “shipped outside” if it was confirmed in Seller Central, or if it will be."
                : "Amazon is not concerned.",
            amazonWaits);
    }

    private static int Open(SalesOrder order) => order.IsOpen
        ? order.Lines.Where(line => line.ItemId is not null).Sum(line => Math.Max(0, line.Quantity - line.QuantityFulfilled))
        : 0;

    private static string Stock(SalesOrder order, string words) => order.FulfilledBy == FulfilledBy.Amazon
        ? "The order never touched our stock: Amazon ships it from its own."
        : order.Lines.All(line => line.ItemId is null)
            ? "No line is linked to an item of ours, so no stock changes."
            : words;

    private static string Units(int units) => units == 1 ? "1 unit" : $"{units} units";

    private static string Shipments(int shipments) => shipments == 1 ? "1 shipment" : $"{shipments} shipments";
}
