using System.Globalization;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Orders;
using AmazonIn.Infrastructure.SpApi.Json;
using AmazonIn.Infrastructure.SpApi.Reports;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>
/// One row of the All Orders report. It is parsed at once, so that the row itself, with its postal code, is not kept.
/// </summary>
internal sealed record ReportedLine
{
    private const NumberStyles Amounts =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public const string KeyColumn = "amazon-order-id";

    public required string Sku { get; init; }

    public string? ItemId { get; init; }

    public string? Asin { get; init; }

    public string? Title { get; init; }

    public int Quantity { get; init; }

    public MarketplaceOrderStatus Status { get; init; }

    public string? StatusText { get; init; }

    public FulfilledBy FulfilledBy { get; init; }

    public bool EasyShip { get; init; }

    public bool Business { get; init; }

    public bool CancelRequested { get; init; }

    public string? ReplacesOrderId { get; init; }

    public string? State { get; init; }

    public string? Country { get; init; }

    public string? Payment { get; init; }

    public string? Currency { get; init; }

    public DateTimeOffset? PurchasedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public decimal? Item { get; init; }

    public decimal Shipping { get; init; }

    public decimal GiftWrap { get; init; }

    public decimal Tax { get; init; }

    public decimal Discount { get; init; }

    /// <summary>What makes the row unreadable, or null.</summary>
    public string? Fault { get; init; }

    /// <returns>Null for a row without an order id.</returns>
    public static (string OrderId, ReportedLine Line)? Of(ReportRow row)
    {
        if (row[KeyColumn] is not { } orderId)
        {
            return null;
        }

        string? fault = null;
        var status = row["order-status"];
        var line = new ReportedLine
        {
            Sku = row.Exact("sku") ?? (row["asin"] is { } asin ? $"ASIN:{asin}" : "(no SKU)"),
            ItemId = row["order-item-id"] ?? row["amazon-order-item-id"],
            Asin = row["asin"],
            Title = row["product-name"],
            Quantity = Quantity(),
            Status = StatusOf(status),
            StatusText = status,
            FulfilledBy = IsAmazon(row["fulfillment-channel"] ?? row["fulfilment-channel"])
                ? FulfilledBy.Amazon
                : FulfilledBy.Merchant,
            EasyShip = WireText.Is(row["fulfilled-by"], "Easy Ship") || WaitsForPickUp(status),
            Business = IsTrue(row["is-business-order"]),
            CancelRequested = IsTrue(row["is-buyer-requested-cancellation"]),
            ReplacesOrderId = IsTrue(row["is-replacement-order"]) ? row["original-order-id"] : null,
            State = row["ship-state"],
            Country = row["ship-country"],
            Payment = row["payment-method-details"],
            Currency = row["currency"],
            PurchasedAt = Time("purchase-date"),
            UpdatedAt = Time("last-updated-date"),
            Item = Amount("item-price"),
            Shipping = Amount("shipping-price") ?? 0,
            GiftWrap = Amount("gift-wrap-price") ?? 0,
            Tax = (Amount("item-tax") ?? 0) + (Amount("shipping-tax") ?? 0) + (Amount("gift-wrap-tax") ?? 0),
            Discount = Math.Abs(Amount("item-promotion-discount") ?? 0)
                + Math.Abs(Amount("ship-promotion-discount") ?? 0),
        };
        return (orderId, line with { Fault = fault });

        decimal? Amount(string column)
        {
            if (row[column] is not { } text)
            {
                return null;
            }

            if (decimal.TryParse(text, Amounts, CultureInfo.InvariantCulture, out var amount))
            {
                return amount;
            }

            fault = $"Amazon's report gives this order a value in “{column}” that is no number.";
            return null;
        }

        int Quantity()
        {
            var quantity = Amount("quantity") ?? 0;
            if (quantity is >= 0 and <= int.MaxValue && quantity == decimal.Truncate(quantity))
            {
                return (int)quantity;
            }

            fault = "Amazon's report gives this order an impossible quantity.";
            return 0;
        }

        DateTimeOffset? Time(string column)
        {
            if (DateTimeOffset.TryParse(
                row[column],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time))
            {
                return time;
            }

            return null;
        }
    }

    public MarketplaceOrderLine ToLine(string itemId) => new()
    {
        OrderItemId = itemId,
        Sku = Sku,
        Asin = Asin,
        Title = Title,
        Quantity = Quantity,
        QuantityFulfilled = Status == MarketplaceOrderStatus.Shipped ? Quantity : 0,
        UnitPrice = UnitPrice(),
        ItemAmount = Item,
        Shipping = Shipping,
        GiftWrap = GiftWrap,
        Discount = Discount,
        Tax = Item is null ? null : Tax,
    };

    // The report gives the line's price; where it does not divide to the paisa, no price is better than a wrong one.
    private decimal? UnitPrice()
    {
        if (Item is not { } item || Quantity == 0)
        {
            return null;
        }

        var price = Math.Round(item / Quantity, 2, MidpointRounding.AwayFromZero);
        return price * Quantity == item ? price : null;
    }

    // Indian files spell out where an Easy Ship parcel is; the list is open, so the beginning decides.
    private static MarketplaceOrderStatus StatusOf(string? text) =>
        text is null ? MarketplaceOrderStatus.Unknown
        : WaitsForPickUp(text) ? MarketplaceOrderStatus.Unshipped
        : Begins(text, "Shipp") ? MarketplaceOrderStatus.Shipped
        : Begins(text, "Partially") ? MarketplaceOrderStatus.PartiallyShipped
        : Begins(text, "Cancel") ? MarketplaceOrderStatus.Cancelled
        : OrderStatuses.Of(text);

    private static bool WaitsForPickUp(string? text) => text is not null && Begins(text, "Pending -");

    private static bool Begins(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static bool IsAmazon(string? channel) => channel is not null && Begins(channel, "Amazon");

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
}
