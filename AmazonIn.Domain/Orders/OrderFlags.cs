using System.Globalization;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.Orders;

/// <summary>Every flag that an import can raise, with its words.</summary>
public static class OrderFlags
{
    private const string AmazonLineCode = "amazon.line-differs";

    public static OrderFlag StateNotUnderstood(string? text) => string.IsNullOrWhiteSpace(text)
        ? new("state.missing", "The delivery address names no state, so the tax is not split. Check the address in Seller Central.")
        : StateNames.IsArmyPostOffice(text)
            ? new("state.army-post-office", "The parcel goes to an Army Post Office, which has no state. Check the address in Seller Central.")
            : new("state.unknown", $"The state “{Clip(text)}” is not known, so the tax is not split. Check the address in Seller Central.");

    public static OrderFlag StateReadAs(string text, GstState state) =>
        new("state.read-as", $"State “{Clip(text)}” read as {state.Name}.", NeedsDecision: false);

    public static OrderFlag PinOutsideState(GstState state) =>
        new("pin.outside-state", $"The PIN code does not look like one of {state.Name}.", NeedsDecision: false);

    public static OrderFlag GstinInvalid() =>
        new("gstin.invalid", "The buyer's GSTIN has a wrong format or check character; the buyer is treated as a consumer.");

    public static OrderFlag GstinOfOtherState(GstState registered, GstState delivery) => new(
        "gstin.other-state",
        $"The buyer's GSTIN is registered in {registered.Name}, the parcel goes to {delivery.Name}. "
        + "The place of supply follows the delivery address.");

    public static OrderFlag ForeignCurrency(string currency, string expected) => new(
        "currency.foreign",
        $"Amounts are in {currency}, not in {expected}. They are kept as sent and left out of {expected} totals.");

    public static OrderFlag UnknownStatus(string? status) => new(
        "status.unknown",
        $"Amazon gives the status “{Clip(status ?? "none")}”, which is not known. The order is kept as confirmed.");

    public static OrderFlag Unfulfillable() =>
        new("status.unfulfillable", "Amazon marks the order as unfulfillable. Look at it in Seller Central.");

    public static OrderFlag AmountsMissing() =>
        new("amounts.missing", "Amazon sent no amounts for this order. They are filled in when Amazon sends them.");

    public static OrderFlag TotalsDiffer(decimal lines, decimal total, string currency) => new(
        "amounts.differ",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The lines add up to {currency} {lines:0.00##}, Amazon's total is {currency} {total:0.00##}."));

    public static OrderFlag LineTotalDiffers(string sku, decimal parts, decimal total) => new(
        "amounts.line-differs",
        string.Create(
            CultureInfo.InvariantCulture,
            $"On the line of SKU “{Clip(sku)}” the parts add up to {parts:0.00##}, Amazon's line total is {total:0.00##}."));

    public static OrderFlag BuyerAskedToCancel() => new(
        "cancel.requested",
        "The buyer asked Amazon to cancel this order. Decide before you ship it.");

    public static OrderFlag ReadFromReport() => new(
        "source.report",
        "Read from Amazon's order report, since the order quota was used up. The report names no buyer and its total "
        + "is the sum of its lines; the next change at Amazon completes the order.",
        NeedsDecision: false);

    public static OrderFlag TextRepaired() => new(
        "text.repaired",
        "A text of this order held characters that cannot be stored; they were replaced.",
        NeedsDecision: false);

    public static OrderFlag AmazonStatusDiffers(OrderStatus amazon, OrderStatus ours) => new(
        "amazon.status-differs",
        $"Amazon says {Words(amazon)}; here the order was set to {Words(ours)} by hand and stays so until you change it.",
        NeedsDecision: amazon is OrderStatus.Void or OrderStatus.Fulfilled);

    /// <summary>For a line whose <see cref="OrderLine.DiffersFromAmazon"/> is true.</summary>
    public static OrderFlag AmazonLineDiffers(OrderLine ours, string currency) => ours.AmazonQuantity is not { } quantity
        ? new(
            "amazon.line-gone",
            $"SKU “{Clip(ours.Sku)}” was changed by hand, and Amazon's order no longer has it. Set its quantity to 0 if it is off.")
        : new(
            AmazonLineCode,
            string.Create(
                CultureInfo.InvariantCulture,
                $"SKU “{Clip(ours.Sku)}” was changed by hand. Amazon has {quantity} at {currency} "
                + $"{ours.AmazonTotal ?? 0m:0.00##}, here it is {ours.Quantity} at {currency} {ours.Total ?? 0m:0.00##}."),
            NeedsDecision: false);

    public static OrderFlag AmazonPlaceDiffers(GstState? amazon, GstState? ours) => new(
        "amazon.place-differs",
        $"Amazon's delivery address is in {amazon?.Name ?? "another country"}; here the place of supply was set to "
        + $"{ours?.Name ?? "outside India"} by hand and stays so until you change it.",
        NeedsDecision: false);

    /// <summary>Whether a person's choice of the place of supply answers the flag.</summary>
    public static bool IsAboutState(OrderFlag flag) =>
        flag.Code.StartsWith("state.", StringComparison.Ordinal) || flag.Code == "pin.outside-state";

    /// <summary>Whether the flag says where a line that a person changed differs from Amazon's.</summary>
    public static bool IsLineDifference(OrderFlag flag) => flag.Code is AmazonLineCode or "amazon.line-gone";

    private static string Words(OrderStatus status) => status switch
    {
        OrderStatus.Confirmed => "confirmed",
        OrderStatus.PartiallyShipped => "partially shipped",
        OrderStatus.Fulfilled => "fulfilled",
        OrderStatus.Void => "cancelled",
    };

    private static string Clip(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length <= 60 ? trimmed : trimmed[..60] + "…";
    }
}
