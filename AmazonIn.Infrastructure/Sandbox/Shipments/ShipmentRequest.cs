using System.Globalization;
using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Shipments;

/// <summary>A package to confirm, read by the rules of Amazon's Orders API v0.</summary>
internal sealed record ShipmentRequest(
    string MarketplaceId,
    string ReferenceId,
    string Carrier,
    string? Method,
    string TrackingNumber,
    DateTimeOffset Shipped,
    IReadOnlyList<(string OrderItemId, int Quantity)> Items)
{
    /// <exception cref="ApiException">A field is missing or has the wrong form; the message names it.</exception>
    public static ShipmentRequest Read(JsonElement body)
    {
        var marketplaceId = Text(body, "marketplaceId");
        var package = body.Member("packageDetail");
        if (package.ValueKind != JsonValueKind.Object)
        {
            throw ApiException.InvalidInput("packageDetail is required.");
        }

        // Since January 2026 a JSON number is refused here, although the value has to be numeric.
        var reference = package.Text("packageReferenceId");
        if (!long.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            throw ApiException.InvalidInput("PackageReferenceId: is invalid, must be a positive numeric value");
        }

        return new ShipmentRequest(
            marketplaceId,
            reference!,
            CarrierOf(package),
            package.Text("shippingMethod"),
            Text(package, "trackingNumber"),
            ShipDate(package),
            ReadItems(package));
    }

    private static string CarrierOf(JsonElement package)
    {
        var code = Text(package, "carrierCode");
        if (!CarrierCodes.All.Contains(code))
        {
            throw ApiException.InvalidInput("carrierCode is not one of the supported carriers.");
        }

        return code == CarrierCodes.Other ? Text(package, "carrierName") : code;
    }

    private static DateTimeOffset ShipDate(JsonElement package)
    {
        var text = Text(package, "shipDate");
        return text.Contains('T', StringComparison.Ordinal) && Iso8601.TryParse(text, out var time)
            ? time
            : throw ApiException.InvalidInput("shipDate must be a date and time in ISO 8601 format.");
    }

    private static List<(string OrderItemId, int Quantity)> ReadItems(JsonElement package)
    {
        var items = package.Items("orderItems");
        if (items.Count == 0)
        {
            throw ApiException.InvalidInput("OrderItemId is invalid: orderItems must be an array of items.");
        }

        var read = new List<(string OrderItemId, int Quantity)>();
        foreach (var item in items)
        {
            read.Add((
                Text(item, "orderItemId"),
                item.Number("quantity") is > 0 and var units
                    ? units
                    : throw ApiException.InvalidInput("quantity must be a whole number above 0.")));
        }

        return read.Select(item => item.OrderItemId).Distinct(StringComparer.Ordinal).Count() == read.Count
            ? read
            : throw ApiException.InvalidInput("OrderItemId is invalid: an item may stand in a package once.");
    }

    private static string Text(JsonElement parent, string name) =>
        parent.Text(name) is { Length: > 0 } text
            ? text
            : throw ApiException.InvalidInput($"{name} is required.");
}
