using System.Text.Json;
using System.Text.Json.Nodes;

using AmazonIn.Infrastructure.Sandbox.Orders;
using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Shipments;

/// <summary>
/// Books a confirmed package on an order: its packages, the quantities of its lines and its status. The same package
/// reference again edits that package.
/// </summary>
internal static class ShipmentBooking
{
    // Clocks of sellers run a little ahead of Amazon's.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    public static OrderEntry Book(OrderEntry order, ShipmentRequest request, DateTimeOffset now)
    {
        var json = Involved(order.ToJson());
        Check(order, json, request, now);
        if (json["packages"] is not JsonArray packages)
        {
            json["packages"] = packages = [];
        }

        var replaced = packages.OfType<JsonObject>()
            .FirstOrDefault(package => TextOf(package, "packageReferenceId") == request.ReferenceId);
        if (replaced is null && Lines(json).All(line => Unfulfilled(line) == 0))
        {
            throw ApiException.InvalidInput("Failed to create package: PackageToUpdateNotFound");
        }

        var unpacked = Lines(json).ToDictionary(
            line => line,
            line => Math.Max(0, Fulfilled(line) - UnitsIn(packages, line)));
        if (replaced is not null)
        {
            packages.Remove(replaced);
        }

        packages.Add((JsonNode)PackageOf(request, now, replaced));
        Recount(json, packages, unpacked);
        json.Remove("programs");
        json["lastUpdatedTime"] = Iso8601.Format(now > order.LastUpdated ? now : order.LastUpdated.AddMilliseconds(1));
        return order.With(json);
    }

    /// <summary>The members that a booking reads or changes; the rest of the order is left alone.</summary>
    private static JsonObject Involved(JsonElement order)
    {
        var involved = new JsonObject();
        foreach (var name in (ReadOnlySpan<string>)["programs", "fulfillment", "orderItems", "packages"])
        {
            if (order.Member(name) is { ValueKind: not JsonValueKind.Undefined } member)
            {
                involved[name] = JsonNode.Parse(member.GetRawText());
            }
        }

        return involved;
    }

    private static void Check(OrderEntry order, JsonObject json, ShipmentRequest request, DateTimeOffset now)
    {
        if (request.MarketplaceId != order.MarketplaceId)
        {
            throw ApiException.InvalidInput("marketplaceId is not the one of the order.");
        }

        if (order.FulfilledBy == "AMAZON")
        {
            throw ApiException.InvalidInput("The order is fulfilled by Amazon; its shipment cannot be confirmed.");
        }

        if ((json["programs"] as JsonArray)?.Any(program => program?.ToString() == "AMAZON_EASY_SHIP") == true)
        {
            throw ApiException.InvalidInput("The order is shipped with Easy Ship; its shipment cannot be confirmed.");
        }

        if (order.Status is not ("UNSHIPPED" or "PARTIALLY_SHIPPED" or "SHIPPED"))
        {
            throw ApiException.InvalidInput($"An order in status {order.Status} cannot be shipped.");
        }

        if (request.Shipped < order.Created || request.Shipped > now + Ahead)
        {
            throw ApiException.InvalidInput("shipDate must not precede the order nor lie in the future.");
        }

        foreach (var (orderItemId, quantity) in request.Items)
        {
            var line = Lines(json).FirstOrDefault(line => TextOf(line, "orderItemId") == orderItemId)
                ?? throw ApiException.InvalidInput($"OrderItemId is invalid: {orderItemId} is not in the order.");
            var elsewhere = (json["packages"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Where(package => TextOf(package, "packageReferenceId") != request.ReferenceId)
                .Sum(package => UnitsIn(package, orderItemId));
            if (quantity + elsewhere > Number(line, "quantityOrdered"))
            {
                throw ApiException.InvalidInput($"The quantity of item {orderItemId} exceeds what is left to ship.");
            }
        }
    }

    private static JsonObject PackageOf(ShipmentRequest request, DateTimeOffset now, JsonObject? replaced)
    {
        var package = new JsonObject
        {
            ["packageReferenceId"] = request.ReferenceId,
            ["createdTime"] = replaced?["createdTime"]?.ToString() ?? Iso8601.Format(now),
            ["packageStatus"] = new JsonObject { ["status"] = "SHIPPED" },
            ["carrier"] = request.Carrier,
            ["shipTime"] = Iso8601.Format(request.Shipped),
            ["trackingNumber"] = request.TrackingNumber,
            ["packageItems"] = new JsonArray([.. request.Items.Select(item => (JsonNode)new JsonObject
            {
                ["orderItemId"] = item.OrderItemId,
                ["quantity"] = item.Quantity,
            })]),
        };
        if (request.Method is not null)
        {
            package["shippingService"] = request.Method;
        }

        return package;
    }

    /// <summary>
    /// What is shipped is what stands in packages, and what an order said was shipped without a package.
    /// </summary>
    private static void Recount(JsonObject json, JsonArray packages, Dictionary<JsonObject, int> unpacked)
    {
        var open = 0;
        foreach (var line in Lines(json))
        {
            var shipped = UnitsIn(packages, line) + unpacked[line];
            var left = Math.Max(0, Number(line, "quantityOrdered") - shipped);
            if (line["fulfillment"] is not JsonObject fulfillment)
            {
                line["fulfillment"] = fulfillment = [];
            }

            fulfillment["quantityFulfilled"] = shipped;
            fulfillment["quantityUnfulfilled"] = left;
            open += left;
        }

        if (json["fulfillment"] is JsonObject status)
        {
            status["fulfillmentStatus"] = open == 0 ? "SHIPPED" : "PARTIALLY_SHIPPED";
        }
    }

    private static IEnumerable<JsonObject> Lines(JsonObject json) =>
        (json["orderItems"] as JsonArray ?? []).OfType<JsonObject>();

    private static int UnitsIn(JsonArray packages, JsonObject line) =>
        packages.OfType<JsonObject>().Sum(package => UnitsIn(package, TextOf(line, "orderItemId")));

    private static int UnitsIn(JsonObject package, string? orderItemId) =>
        (package["packageItems"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Where(item => TextOf(item, "orderItemId") == orderItemId)
            .Sum(item => Number(item, "quantity"));

    private static int Unfulfilled(JsonObject line) =>
        line["fulfillment"] is JsonObject fulfillment
            ? Number(fulfillment, "quantityUnfulfilled")
            : Number(line, "quantityOrdered");

    private static int Fulfilled(JsonObject line) =>
        line["fulfillment"] is JsonObject fulfillment ? Number(fulfillment, "quantityFulfilled") : 0;

    private static string? TextOf(JsonObject parent, string name) => parent[name]?.ToString();

    private static int Number(JsonObject parent, string name) =>
        parent[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;
}
