using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;

namespace AmazonIn.Domain.UseCases.SalesOrders;

/// <summary>Why an order cannot be made or changed so, in a seller's words.</summary>
public static class OrderErrors
{
    /// <summary>The most lines that an order can have by hand.</summary>
    public const int MaxLines = 200;

    /// <summary>Somebody else was faster; the screen offers to reload.</summary>
    public static Error Changed { get; } = new(
        "order.changed",
        "A sync or somebody else changed this order since you opened it. Reload it to see how it stands now, then make "
        + "your change again.",
        ErrorKind.Conflict);

    public static Error IsVoid { get; } = new(
        "order.void", "A void order is kept as it was and cannot be edited. Clone it to sell the same again.", ErrorKind.Conflict);

    public static Error HomeStateMissing { get; } = new(
        "organisation.home-state-missing",
        "The tax cannot be worked out without the organisation's home state. Set it under Settings, Organisation.",
        ErrorKind.Conflict);

    public static Error PlaceMissing { get; } = new(
        "order.place-missing",
        "Choose the place of supply first: it decides whether a rate becomes IGST, or CGST with SGST or UTGST.");

    public static Error NoLines { get; } = new("order.no-lines", "Add at least one line.");

    public static Error TooManyLines { get; } = new("order.too-many-lines", $"An order can have {MaxLines} lines at most.");

    public static Error LineGone { get; } = new(
        "order.line-unknown", "A line of this edit is not in the order any more. Reload the order.", ErrorKind.Conflict);

    public static Error WarehouseInUse { get; } = new(
        "order.warehouse-in-use",
        "Units of this order are packed or have left already, so it stays in its warehouse. Undo the packages first.",
        ErrorKind.Conflict);

    public static Error WarehouseOfAmazon { get; } = new(
        "order.warehouse-of-amazon", "Amazon ships this order from its own warehouse (FBA); ours has no part in it.");

    public static Error CommentEmpty { get; } = new("comment.empty", "Write something first.");

    public static Error CommentTooLong { get; } = new(
        "comment.too-long", $"A comment can have {OrderComment.TextMaxLength} characters at most.");

    public static Error CommentPersonal { get; } = new(
        "comment.personal",
        "The comment holds what looks like a phone number or an e-mail address. Comments are kept and exported, so leave the "
        + "buyer’s details out.");

    public static Error LineOfAmazon(string sku) => new(
        "order.line-of-amazon", $"The line of {sku} came from Amazon and cannot be removed. Set its quantity to 0 instead.");

    public static Error QuantityOutOfRange(string sku) => new(
        "order.quantity", $"The quantity of {sku} must be a whole number from 0 to {LineEdit.MaxQuantity:N0}.");

    public static Error AddedWithoutUnits(string sku) => new(
        "order.quantity", $"The quantity of {sku} must be 1 or more. Remove the line if it is not wanted.");

    public static Error BelowPacked(string sku, int units) => new(
        "order.below-packed",
        $"{units} of {sku} {(units == 1 ? "is" : "are")} packed or shipped already, so the quantity cannot go below that. "
        + "Undo the package first.",
        ErrorKind.Conflict);

    public static Error QuantityAfterFulfilment(string sku) => new(
        "order.fulfilled",
        $"The order is fulfilled, so quantities stand: that of {sku} cannot change. Unfulfil the order first, or change prices "
        + "and tax rates only.",
        ErrorKind.Conflict);

    public static Error AmountOutOfRange(string sku, string which) => new(
        "order.amount",
        $"The {which} of {sku} must be an amount from 0 to 10 crore, with two decimals at most.");

    public static Error PriceMissing(string sku) => new(
        "order.price-missing", $"Enter the unit price of {sku}, without tax.");

    public static Error DiscountTooLarge(string sku) => new(
        "order.discount", $"The discount of {sku} is more than everything charged on its line.");

    public static Error RateUnknown(string sku) => new(
        "order.rate", $"The tax rate of {sku} is none of the GST slabs. Choose one from the list.");

    public static Error ItemUnknown(string what) => new(
        "order.item-unknown", $"{what} is not an item of yours. Choose one from the list.", ErrorKind.NotFound);

    /// <summary>The plan of lost tax was not confirmed, or is another one now.</summary>
    /// <param name="lines">The lines and amounts, in words.</param>
    public static Error TaxWouldBeLost(string lines) => new(
        "order.tax-would-be-lost",
        "A rate on some lines only sets the tax that Amazon sent for the others to nothing: " + lines + ". Set a rate on every "
        + "line, or confirm that this tax goes.",
        ErrorKind.Conflict);
}
