using System.Globalization;
using System.Text.Json.Nodes;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>Orders in Amazon's shape that no documentation prepares for.</summary>
internal static class StrangeOrders
{
    public const string Teleported = "999-0000000-0000001";
    public const string FiveHundredLines = "999-0000000-0000002";
    public const string AwkwardSku = "999-0000000-0000003";
    public const string Unreadable = "999-0000000-0000004";
    public const string Sku = "कुर्ता/M + \"b\" 'x' 100% #1 🧵 1234567890";

    public static JsonArray All
    {
        get
        {
            var teleported = Order(Teleported, 1, "KURTA");
            teleported["fulfillment"]!["fulfillmentStatus"] = "TELEPORTED";
            teleported["aFieldOfTomorrow"] = new JsonObject { ["nested"] = true };
            var unreadable = Order(Unreadable, 1, "KURTA");
            unreadable["createdTime"] = "1005-01-01T00:00:00Z";
            return [teleported, Order(FiveHundredLines, 500, "KURTA"), Order(AwkwardSku, 1, Sku), unreadable];
        }
    }

    /// <summary>An open order of a few minutes ago, each line one unit of the SKU for ₹10.</summary>
    public static JsonObject Order(string id, int lines, string sku) => new()
    {
        ["orderId"] = id,
        ["createdTime"] = Recently(60),
        ["lastUpdatedTime"] = Recently(5),
        ["salesChannel"] = new JsonObject { ["channelName"] = "AMAZON", ["marketplaceId"] = "A21TJRUUN4KGV" },
        ["recipient"] = new JsonObject
        {
            ["deliveryAddress"] = new JsonObject { ["stateOrRegion"] = "Kerala", ["countryCode"] = "IN" },
        },
        ["proceeds"] = new JsonObject { ["grandTotal"] = Money(10m * lines) },
        ["fulfillment"] = new JsonObject { ["fulfillmentStatus"] = "UNSHIPPED", ["fulfilledBy"] = "MERCHANT" },
        ["orderItems"] = new JsonArray([.. Enumerable.Range(1, lines).Select(number => Line(number, sku))]),
    };

    private static JsonNode Line(int number, string sku) => new JsonObject
    {
        ["orderItemId"] = number.ToString("D14", CultureInfo.InvariantCulture),
        ["quantityOrdered"] = 1,
        ["product"] = new JsonObject
        {
            ["asin"] = "B0TEST0001",
            ["title"] = "Kurta",
            ["sellerSku"] = sku,
            ["price"] = new JsonObject { ["unitPrice"] = Money(10m) },
        },
        ["proceeds"] = new JsonObject
        {
            ["proceedsTotal"] = Money(10m),
            ["breakdowns"] = new JsonArray(new JsonObject { ["type"] = "ITEM", ["subtotal"] = Money(10m) }),
        },
    };

    private static JsonObject Money(decimal amount) => new()
    {
        ["amount"] = amount.ToString("0.00", CultureInfo.InvariantCulture),
        ["currencyCode"] = "INR",
    };

    private static string Recently(int minutes) => TimeProvider.System.GetUtcNow().AddMinutes(-minutes)
        .ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
