using System.Text.Json;

namespace AmazonIn.Infrastructure.Sandbox.Wire;

/// <summary>Reads JSON that may be anything: what is not there, or not of the kind asked for, is absent.</summary>
internal static class JsonReading
{
    /// <summary>A member of an object; an undefined element where there is none.</summary>
    public static JsonElement Member(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;

    public static string? Text(this JsonElement parent, string name) =>
        parent.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static int? Number(this JsonElement parent, string name) =>
        parent.Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt32(out var number)
            ? number
            : null;

    /// <summary>The items of an array; none where there is no array.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement parent, string name) =>
        parent.Member(name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    /// <summary>
    /// One entry, an array of entries, or an object that holds the array under <paramref name="name"/>.
    /// </summary>
    public static IReadOnlyList<JsonElement> OneOrMany(this JsonElement body, string name) => body.ValueKind switch
    {
        JsonValueKind.Array => [.. body.EnumerateArray()],
        _ when body.Member(name).ValueKind == JsonValueKind.Array => body.Items(name),
        _ => [body],
    };
}
