using System.Text.Json;
using AmazonIn.Infrastructure.SpApi.Json;

namespace AmazonIn.Infrastructure.SpApi.Listings;

/// <summary>
/// Reads one attribute of a listing. Its values are an array of objects by marketplace and language; the value itself
/// is a text, a number, or an object around one, depending on the product type.
/// </summary>
internal static class AttributeValue
{
    private const int MaxNesting = 4;

    public static string? Find(JsonElement? attributes, string name, string marketplaceId)
    {
        if (attributes is not { ValueKind: JsonValueKind.Object } all
            || !all.TryGetProperty(name, out var entries)
            || entries.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var entry in entries.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.Object
                || !entry.TryGetProperty("marketplace_id", out var marketplace)
                || (marketplace.ValueKind == JsonValueKind.String && marketplace.ValueEquals(marketplaceId)))
            {
                return Scalar(entry, MaxNesting);
            }
        }

        return null;
    }

    private static string? Scalar(JsonElement value, int nesting)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return WireText.Trimmed(value.GetString());
            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.True:
                return "Yes";
            case JsonValueKind.False:
                return "No";
            case JsonValueKind.Object when nesting > 0:
                return value.TryGetProperty("value", out var inner)
                    ? WithUnit(Scalar(inner, nesting - 1), value)
                    : FirstNested(value, nesting);
            case JsonValueKind.Array when nesting > 0 && value.GetArrayLength() > 0:
                return Scalar(value[0], nesting - 1);
            default:
                return null;
        }
    }

    private static string? FirstNested(JsonElement value, int nesting)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                && Scalar(member.Value, nesting - 1) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? WithUnit(string? text, JsonElement value) =>
        text is not null
        && value.TryGetProperty("unit", out var unit)
        && unit.ValueKind == JsonValueKind.String
        && WireText.Trimmed(unit.GetString()) is { } name
            ? $"{text} {name}"
            : text;
}
