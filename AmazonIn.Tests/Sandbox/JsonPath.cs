using System.Globalization;
using System.Text.Json;

namespace AmazonIn.Tests.Sandbox;

internal static class JsonPath
{
    /// <summary>Follows members and positions separated by dots; what is missing fails the test.</summary>
    public static JsonElement At(this JsonElement element, string path)
    {
        foreach (var step in path.Split('.'))
        {
            element = element.ValueKind == JsonValueKind.Array
                ? element[int.Parse(step, CultureInfo.InvariantCulture)]
                : element.GetProperty(step);
        }

        return element;
    }

    public static string? TextAt(this JsonElement element, string path) => element.At(path).GetString();

    /// <summary>The items of an array.</summary>
    public static List<JsonElement> ListAt(this JsonElement element, string path) => [.. element.At(path).EnumerateArray()];
}
