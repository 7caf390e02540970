using System.Text.Json;
using System.Text.Json.Nodes;

using AmazonIn.Infrastructure.Sandbox.Orders;
using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.EasyShip;

/// <summary>Shows a scheduled parcel in its order: a package with its detailed status, and once it left, an order that is shipped.</summary>
internal static class EasyShipBooking
{
    public static bool IsEasyShip(OrderEntry order) =>
        order.ToJson().Items("programs").Any(program => program.ToString() == "AMAZON_EASY_SHIP");

    public static OrderEntry Show(OrderEntry order, ScheduledParcel parcel, DateTimeOffset now)
    {
        var json = order.ToJson();
        var left = parcel.HasLeftAt(now);
        var changes = new JsonObject
        {
            ["lastUpdatedTime"] = Iso8601.Format(now > order.LastUpdated ? now : order.LastUpdated.AddMilliseconds(1)),
            ["packages"] = new JsonArray(Package(json, parcel, now, left)),
        };
        if (left)
        {
            changes["fulfillment"] = new JsonObject { ["fulfillmentStatus"] = "SHIPPED" };
            changes["orderItems"] = new JsonArray([.. json.Items("orderItems").Select(Shipped)]);
        }

        return order.With(changes);
    }

    private static JsonObject Package(JsonElement order, ScheduledParcel parcel, DateTimeOffset now, bool left)
    {
        var package = new JsonObject
        {
            ["packageReferenceId"] = parcel.PackageId,
            ["createdTime"] = Iso8601.Format(parcel.Scheduled),
            ["packageStatus"] = new JsonObject
            {
                ["status"] = left ? "SHIPPED" : "PENDING",
                ["detailedStatus"] = parcel.DetailedStatusAt(now),
            },
            ["carrier"] = "ATS",
            ["trackingNumber"] = parcel.TrackingId,
            ["packageItems"] = new JsonArray([.. order.Items("orderItems").Select(item => (JsonNode)new JsonObject
            {
                ["orderItemId"] = item.Text("orderItemId"),
                ["quantity"] = item.Number("quantityOrdered") ?? 0,
            })]),
        };
        if (left)
        {
            package["shipTime"] = Iso8601.Format(parcel.Slot.End);
        }

        return package;
    }

    private static JsonNode? Shipped(JsonElement item)
    {
        var line = JsonNode.Parse(item.GetRawText());
        if (line is JsonObject shipped)
        {
            shipped["fulfillment"] ??= new JsonObject();
            shipped["fulfillment"]!["quantityFulfilled"] = item.Number("quantityOrdered") ?? 0;
            shipped["fulfillment"]!["quantityUnfulfilled"] = 0;
        }

        return line;
    }
}
