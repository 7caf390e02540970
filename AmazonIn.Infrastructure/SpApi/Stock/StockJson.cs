using System.Buffers;
using System.Text.Json;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Errors;
using AmazonIn.Infrastructure.SpApi.Json;

namespace AmazonIn.Infrastructure.SpApi.Stock;

/// <summary>Quantities as Amazon reads them, and its words about them.</summary>
internal static class StockJson
{
    /// <summary>Accepted for attributes of the offer, so that the real type need not be known.</summary>
    private const string ProductType = "PRODUCT";

    private const int ReasonMaxLength = 400;

    /// <summary>Body of patchListingsItem.</summary>
    public static byte[] Patch(ListedAvailability listed, int quantity) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("productType", ProductType);
        WritePatches(json, listed, quantity);
        json.WriteEndObject();
    });

    /// <summary>The document of a JSON listings feed, schema version 2.</summary>
    public static byte[] Feed(string sellerId, IEnumerable<StockMessage> messages) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("header");
        json.WriteString("sellerId", sellerId);
        json.WriteString("version", "2.0");
        json.WriteString("issueLocale", "en_IN");
        json.WriteEndObject();
        json.WriteStartArray("messages");
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteNumber("messageId", message.Id);
            json.WriteString("sku", message.Listed.Sku);
            json.WriteString("operationType", "PATCH");
            json.WriteString("productType", ProductType);
            WritePatches(json, message.Listed, message.Quantity);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Amazon's errors in one line, or, where it names none, its warnings; null without any.</summary>
    public static string? Reason(JsonElement answer)
    {
        if (!answer.TryGetProperty("issues", out var issues) || issues.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var all = issues.EnumerateArray().Where(issue => issue.ValueKind == JsonValueKind.Object).ToList();
        var errors = all.Where(issue => WireText.Is(Text(issue, "severity"), "ERROR")).ToList();
        var words = (errors.Count > 0 ? errors : all)
            .Select(issue => Reason(Text(issue, "code"), Text(issue, "message")))
            .Distinct(StringComparer.Ordinal);
        return SafeText.Of(string.Join(" ", words), ReasonMaxLength);
    }

    public static string Reason(string? code, string? message) =>
        SafeText.Of(code is null ? message : $"{message} (Amazon's code {code})", ReasonMaxLength) ?? "Amazon gave no reason.";

    private static void WritePatches(Utf8JsonWriter json, ListedAvailability listed, int quantity)
    {
        json.WriteStartArray("patches");
        json.WriteStartObject();
        json.WriteString("op", "replace");
        json.WriteString("path", $"/attributes/{Availability.Attribute}");
        json.WritePropertyName("value");
        Availability.Merge(listed.Attribute, quantity).WriteTo(json);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
