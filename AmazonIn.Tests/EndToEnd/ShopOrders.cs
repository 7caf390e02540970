using System.Globalization;
using System.Text.Json.Nodes;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>Purchases that happen at the demo marketplace during a test.</summary>
internal static class ShopOrders
{
    private static int _last;

    /// <summary>Somebody buys; gives the Amazon order id.</summary>
    public static async Task<string> PlaceAsync(Shop shop, string sku = "KURTA")
    {
        var number = Interlocked.Increment(ref _last).ToString("D7", CultureInfo.InvariantCulture);
        var id = $"998-{number}-{number}";
        await Shop.PostAsync(shop.Amazon, "/control/orders", new JsonObject { ["orders"] = new JsonArray(StrangeOrders.Order(id, 1, sku)) });
        return id;
    }

    /// <summary>Amazon order ids of our sales orders, in order.</summary>
    public static async Task<List<string>> IdsAsync(Shop shop) =>
    [
        .. (await shop.AllAsync("/api/v1/sales-orders"))
            .Select(order => order.GetProperty("amazonOrderId").GetString()!)
            .Order(StringComparer.Ordinal),
    ];
}
