using System.Text.Json;
using System.Text.Json.Nodes;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Errors;

namespace AmazonIn.Infrastructure.SpApi.Stock;

/// <summary>Reads what a listing says of its availability, and writes a quantity into it.</summary>
internal static class Availability
{
    public const string Attribute = "fulfillment_availability";

    /// <summary>The merchant's own units.</summary>
    private const string Merchant = "DEFAULT";

    private const string ChannelCode = "fulfillment_channel_code";
    private const string Quantity = "quantity";

    /// <param name="sku">As it was asked for.</param>
    /// <param name="item">Amazon's <c>Item</c>, read with attributes and fulfillmentAvailability.</param>
    public static ListedAvailability Read(string sku, JsonElement item)
    {
        var attribute = Member(Member(item, "attributes"), Attribute);
        var codes = Entries(attribute).Select(entry => Text(entry, ChannelCode))
            .Concat(Entries(Member(item, "fulfillmentAvailability")).Select(entry => Text(entry, "fulfillmentChannelCode")))
            .OfType<string>()
            .ToList();
        var raw = attribute.ValueKind == JsonValueKind.Array ? attribute.GetRawText() : null;

        // Writing the merchant's quantity there would add a second channel, or flip the listing to it.
        return codes.Any(code => code.StartsWith("AMAZON", StringComparison.OrdinalIgnoreCase))
            ? new ListedAvailability(sku, raw, "Amazon fulfils this listing (FBA) and counts its stock itself, so no quantity is sent for it.")
            : codes.Count > 0 && !codes.Contains(Merchant, StringComparer.Ordinal)
                ? new ListedAvailability(
                    sku,
                    raw,
                    $"Amazon offers this listing from the location {SafeText.Of(codes[0], 40)}, not from the merchant's own stock, so no quantity is sent for it.")
                : new ListedAvailability(sku, raw, null);
    }

    /// <summary>What buyers are offered of the merchant's own units.</summary>
    public static int? Effective(JsonElement item) =>
        Entries(Member(item, "fulfillmentAvailability"))
            .Where(entry => Text(entry, "fulfillmentChannelCode") == Merchant)
            .Select(entry => Number(entry, Quantity))
            .FirstOrDefault();

    /// <summary>The attribute with the merchant's quantity set and everything else as it was.</summary>
    public static JsonArray Merge(string? attribute, int quantity)
    {
        var entries = attribute is null ? [] : JsonNode.Parse(attribute)!.AsArray();
        var own = entries.OfType<JsonObject>().Where(entry => CodeOf(entry) == Merchant).ToList();
        if (own.Count == 0)
        {
            var entry = new JsonObject { [ChannelCode] = Merchant };
            entries.Add((JsonNode)entry);
            own.Add(entry);
        }

        own.ForEach(entry => entry[Quantity] = quantity);
        return entries;
    }

    private static string? CodeOf(JsonObject entry) =>
        entry[ChannelCode] is JsonValue value && value.TryGetValue<string>(out var code) ? code : null;

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;

    private static List<JsonElement> Entries(JsonElement array) =>
        array.ValueKind == JsonValueKind.Array ? [.. array.EnumerateArray()] : [];

    private static string? Text(JsonElement entry, string name) =>
        Member(entry, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static int? Number(JsonElement entry, string name) =>
        Member(entry, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;
}
