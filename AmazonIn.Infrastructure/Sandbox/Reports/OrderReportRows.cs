using System.Globalization;
using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Orders;
using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Reports;

/// <summary>
/// The All Orders report: one row a line, in Amazon's columns. Prices are net with the tax beside them, as the API
/// of this marketplace gives them, so that a report read back as an orders file gives the same money.
/// </summary>
internal static class OrderReportRows
{
    public static readonly string[] Header =
    [
        "amazon-order-id", "merchant-order-id", "purchase-date", "last-updated-date", "order-status",
        "fulfillment-channel", "sales-channel", "order-channel", "ship-service-level", "product-name", "sku", "asin",
        "item-status", "quantity", "currency", "item-price", "item-tax", "shipping-price", "shipping-tax",
        "gift-wrap-price", "gift-wrap-tax", "item-promotion-discount", "ship-promotion-discount", "ship-city",
        "ship-state", "ship-postal-code", "ship-country", "promotion-ids", "is-business-order",
        "purchase-order-number", "price-designation", "fulfilled-by",
    ];

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);

    public static void Write(JsonElement order, OrderEntry entry, ReportRowWriter rows)
    {
        var programs = order.Items("programs").Select(program => program.ToString()).ToHashSet(StringComparer.Ordinal);
        var easyShip = programs.Contains("AMAZON_EASY_SHIP");
        var status = StatusText(order, entry.Status, easyShip);
        var address = order.Member("recipient").Member("deliveryAddress");
        var serviceLevel = order.Member("fulfillment").Text("fulfillmentServiceLevel") ?? "";
        foreach (var line in order.Items("orderItems"))
        {
            var product = line.Member("product");
            var money = line.Member("proceeds").Items("breakdowns").ToList();
            rows.Row(
                entry.Id,
                Alias(order) ?? entry.Id,
                Time(entry.Created),
                Time(entry.LastUpdated),
                status,
                entry.FulfilledBy == "AMAZON" ? "Amazon" : "Merchant",
                order.Member("salesChannel").Text("marketplaceName"),
                "",
                CultureInfo.InvariantCulture.TextInfo.ToTitleCase(serviceLevel.Replace('_', ' ').ToLowerInvariant()),
                product.Text("title"),
                product.Text("sellerSku"),
                product.Text("asin"),
                ItemStatus(entry.Status),
                line.Number("quantityOrdered")?.ToString(CultureInfo.InvariantCulture),
                Currency(line),
                Subtotal(money, "ITEM"),
                Detail(money, "TAX", "ITEM"),
                Subtotal(money, "SHIPPING"),
                Detail(money, "TAX", "SHIPPING"),
                Subtotal(money, "GIFT_WRAP"),
                Detail(money, "TAX", "GIFT_WRAP"),
                Positive(Detail(money, "DISCOUNT", "ITEM")),
                Positive(Detail(money, "DISCOUNT", "SHIPPING")),
                address.Text("city"),
                address.Text("stateOrRegion"),
                address.Text("postalCode"),
                address.Text("countryCode"),
                string.Join(',', line.Member("promotion").Items("breakdowns").Select(item => item.Text("promotionId"))),
                programs.Contains("AMAZON_BUSINESS") ? "true" : "false",
                order.Member("buyer").Text("buyerPurchaseOrderNumber"),
                product.Member("price").Text("priceDesignation") is null ? "" : "Business Price",
                easyShip ? "Easy Ship" : "");
        }
    }

    private static string StatusText(JsonElement order, string status, bool easyShip)
    {
        var detail = order.Items("packages")
            .Select(package => package.Member("packageStatus").Text("detailedStatus"))
            .FirstOrDefault();
        return status switch
        {
            "PENDING" or "PENDING_AVAILABILITY" => "Pending",
            "UNSHIPPED" when easyShip => "Pending - Waiting for Pick Up",
            "UNSHIPPED" => "Unshipped",
            "PARTIALLY_SHIPPED" => "Partially Shipped",
            "CANCELLED" => "Cancelled",
            "SHIPPED" => detail switch
            {
                "PICKED_UP" => "Shipped - Picked Up",
                "OUT_FOR_DELIVERY" => "Shipped - Out for Delivery",
                "DELIVERED" => "Shipped - Delivered to Buyer",
                "REJECTED_BY_BUYER" => "Shipped - Rejected by Buyer",
                "RETURNING_TO_SELLER" => "Shipped - Returning to Seller",
                "RETURNED_TO_SELLER" => "Shipped - Returned to Seller",
                "LOST" => "Shipped - Lost in Transit",
                "DAMAGED" => "Shipped - Damaged",
                _ => "Shipped",
            },
            _ => status,
        };
    }

    private static string ItemStatus(string status) => status switch
    {
        "SHIPPED" => "Shipped",
        "CANCELLED" => "Cancelled",
        _ => "Unshipped",
    };

    private static string? Alias(JsonElement order) =>
        order.Items("orderAliases").Select(alias => alias.Text("aliasId")).FirstOrDefault();

    private static string? Currency(JsonElement line) =>
        line.Member("proceeds").Member("proceedsTotal").Text("currencyCode");

    private static string? Subtotal(List<JsonElement> breakdowns, string type) =>
        Find(breakdowns, "type", type).Member("subtotal").Text("amount");

    private static string? Detail(List<JsonElement> breakdowns, string type, string subtype) =>
        Find(Find(breakdowns, "type", type).Items("detailedBreakdowns"), "subtype", subtype)
            .Member("value")
            .Text("amount");

    private static string? Positive(string? amount) => amount?.TrimStart('-');

    private static JsonElement Find(IEnumerable<JsonElement> entries, string name, string value) =>
        entries.FirstOrDefault(entry => entry.Text(name) == value);
}
