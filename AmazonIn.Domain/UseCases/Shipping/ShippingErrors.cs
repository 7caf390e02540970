using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>Every refusal around packages and shipments, in words that say what to do.</summary>
internal static class ShippingErrors
{
    public static Error NoOrder => Error.NotFound("The sales order");

    public static Error NoPackage => Error.NotFound("The package");

    public static Error Changed => new(
        "order.changed",
        "Somebody else, or a sync, changed this order in the meantime. Nothing was saved: look at it again and repeat the step.",
        ErrorKind.Conflict);

    public static Error Void => new(
        "order.void", "The order is void: it is neither packed nor shipped.", ErrorKind.Conflict);

    public static Error Fulfilled => new(
        "order.fulfilled",
        "Everything of this order has left already. If that is wrong, unfulfil the order first.",
        ErrorKind.Conflict);

    public static Error AwaitsCancelDecision => new(
        "order.cancel-requested",
        "The buyer asked Amazon to cancel this order. Decide first: ship it all the same, or void it.",
        ErrorKind.Conflict);

    public static Error AmazonPacks => new(
        "order.fulfilled-by-amazon",
        "Amazon packs and ships this order from its own warehouse (FBA). There is nothing to do here: the order becomes "
        + "fulfilled with the sync after Amazon has shipped it.",
        ErrorKind.Conflict);

    public static Error EasyShip => new(
        "order.easy-ship",
        "This is an Easy Ship order: Amazon collects the parcel and gives it its tracking number, so no shipment is "
        + "confirmed from here. Schedule the pick-up in Seller Central (Orders, Manage Orders, Schedule pick-up) and print "
        + "its label there. The order becomes shipped with the next sync.",
        ErrorKind.Conflict);

    public static Error NoLines => new("package.empty", "Say which lines go into the package, and how many units of each.");

    public static Error UnknownLine => new(
        "package.line", "One of the lines is not in this order. Reload the order and pack again.");

    public static Error LineTwice => new("package.line-twice", "A line is named twice. Name it once, with all its units.");

    public static Error NotAQuantity(string sku) => new(
        "package.quantity", $"Pack a whole number of “{sku}”, 1 or more.");

    public static Error TooMany(string sku, int asked, int left, int ordered) => new(
        "package.too-many",
        left == 0
            ? $"All {ordered} of “{sku}” are packed or shipped already."
            : $"Only {left} of “{sku}” can still be packed, not {asked}: {ordered} were ordered, the others are packed or shipped.",
        ErrorKind.Conflict);

    public static Error Shipped(Package package) => new(
        "package.shipped",
        $"{package.Number} has left already. To change carrier, tracking number or date, correct its shipment.",
        ErrorKind.Conflict);

    public static Error CannotUnpack(Package package) => new(
        "package.told",
        package.IsOut
            ? $"{package.Number} has left. Unfulfil the order first if the parcel came back."
            : $"Amazon was told of {package.Number} and has no way to take that back, so the package stays: ship it again, "
                + "which corrects it at Amazon.",
        ErrorKind.Conflict);

    public static Error NotShipped(Package package) => new(
        "package.not-shipped", $"{package.Number} has no shipment yet.", ErrorKind.Conflict);

    public static Error NothingToRetry(Shipment shipment) => new(
        "shipment.nothing-to-retry",
        shipment.State switch
        {
            ConfirmationState.NotNeeded => "Amazon need not be told of this shipment.",
            ConfirmationState.Undone => "This shipment was undone. Ship the package again instead.",
            ConfirmationState.Waiting => "This shipment is on its way to Amazon already.",
            ConfirmationState.Accepted or ConfirmationState.Confirmed => "Amazon has this shipment already.",
            ConfirmationState.Retrying or ConfirmationState.Differs or ConfirmationState.Refused =>
                throw new DomainRuleException("shipment.can-be-retried", $"A shipment that is {shipment.State} can be."),
        },
        ErrorKind.Conflict);

    public static Error UnknownCarrier(string carrier) => new(
        "shipment.carrier",
        carrier.Length == 0 ? "Choose the carrier." : $"The carrier “{Cut(carrier)}” is neither in the table of carriers nor one of Amazon's codes, which are "
        + "case-sensitive. Pick one from the table, or add it there.");

    public static Error CarrierNameNeeded => new(
        "shipment.carrier-name", "For the carrier “Other” Amazon wants the carrier's name. Enter it, at most 100 characters.");

    public static Error TrackingNumber => new(
        "shipment.tracking-number",
        $"Enter the tracking number: letters, digits and - _ . / only, at most {Shipment.TrackingNumberMaxLength} characters.");

    public static Error ShipDate => new(
        "shipment.date",
        "The parcel cannot have left before the order was placed, nor can it leave after today. Check the date of shipment.");

    public static Error NoCancelRequest => new(
        "order.no-cancel-request", "No request of the buyer to cancel waits for a decision here.", ErrorKind.Conflict);

    public static Error VoidAlready => new("order.void-already", "The order is void already.", ErrorKind.Conflict);

    public static Error NothingToUnfulfil(OrderStatus status) => new(
        "order.nothing-to-unfulfil",
        status == OrderStatus.Void
            ? "The order is void; there is nothing to take back."
            : "Nothing of this order has left; there is nothing to take back.",
        ErrorKind.Conflict);

    public static Error FulfilNeedsShipment => new(
        "order.fulfil-needs-shipment",
        "Amazon waits for a shipment of this order: pack it and create a shipment, which is confirmed to Amazon. If it was "
        + "shipped outside this portal, say so (shippedOutside); then the order is fulfilled here and Amazon is not told.",
        ErrorKind.Conflict);

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
