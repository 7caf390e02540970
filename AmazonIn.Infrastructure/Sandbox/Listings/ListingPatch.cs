using System.Text.Json;
using System.Text.Json.Nodes;

using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Listings;

/// <summary>One operation on one attribute of a listing.</summary>
internal sealed record ListingPatch(string Op, string Attribute, IReadOnlyList<JsonObject> Value)
{
    private const string AttributePath = "/attributes/";

    private static readonly HashSet<string> Ops = new(StringComparer.Ordinal) { "add", "replace", "merge", "delete" };

    /// <summary>Reads the <c>patches</c> of a request or of a feed's message.</summary>
    /// <exception cref="ApiException">They do not have the shape of Amazon's model.</exception>
    public static List<ListingPatch> ReadAll(JsonElement parent)
    {
        var patches = parent.Items("patches");
        return patches.Count > 0
            ? [.. patches.Select(Read)]
            : throw ApiException.InvalidInput("patches must be an array of at least one operation.");
    }

    /// <summary>Whole attributes, as UPDATE and PARTIAL_UPDATE messages carry them.</summary>
    public static List<ListingPatch> FromAttributes(JsonElement parent)
    {
        var attributes = parent.Member("attributes");
        return attributes.ValueKind == JsonValueKind.Object
            ?
            [
                .. attributes.EnumerateObject().Select(attribute =>
                    new ListingPatch("replace", attribute.Name, ReadValue(attribute.Value, attribute.Name))),
            ]
            : throw ApiException.InvalidInput("attributes must be an object.");
    }

    private static ListingPatch Read(JsonElement patch)
    {
        var op = patch.Text("op") ?? "";
        if (!Ops.Contains(op))
        {
            throw ApiException.InvalidInput($"op must be one of {string.Join(", ", Ops)}.");
        }

        var path = patch.Text("path") ?? "";
        if (!path.StartsWith(AttributePath, StringComparison.Ordinal)
            || path.Length == AttributePath.Length
            || path.IndexOf('/', AttributePath.Length) >= 0)
        {
            throw ApiException.InvalidInput("path must name an attribute, as in /attributes/fulfillment_availability.");
        }

        var attribute = path[AttributePath.Length..];
        var value = patch.Member("value");
        var hasValue = value.ValueKind != JsonValueKind.Undefined;
        if (!hasValue && op != "delete")
        {
            throw ApiException.InvalidInput("value is required.");
        }

        return new ListingPatch(op, attribute, hasValue ? ReadValue(value, attribute) : []);
    }

    private static List<JsonObject> ReadValue(JsonElement value, string attribute) =>
        value.ValueKind == JsonValueKind.Array
        && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object)
            ? [.. value.EnumerateArray().Select(item => JsonObject.Create(item.Clone())!)]
            : throw ApiException.InvalidInput($"The value of {attribute} must be an array of objects.");
}
