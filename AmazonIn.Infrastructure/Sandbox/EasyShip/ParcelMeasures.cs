using System.Globalization;
using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.EasyShip;

/// <summary>Centimetres and grams, by the limits of the model.</summary>
internal sealed record ParcelMeasures(decimal Length, decimal Width, decimal Height, decimal Weight)
{
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Length}x{Width}x{Height}x{Weight}");

    public static ParcelMeasures Parse(string text)
    {
        var parts = text.Split('x').Select(part => decimal.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return new ParcelMeasures(parts[0], parts[1], parts[2], parts[3]);
    }

    /// <exception cref="ApiException">Something is missing, too small, or in another unit.</exception>
    public static ParcelMeasures Read(JsonElement body)
    {
        var dimensions = body.Member("packageDimensions");
        var weight = body.Member("packageWeight");
        if (dimensions.Text("unit") != "cm" || weight.Text("unit") is not ("g" or "grams"))
        {
            throw EasyShipError.InvalidInput;
        }

        return new ParcelMeasures(
            Least(dimensions, "length", 0.01m),
            Least(dimensions, "width", 0.01m),
            Least(dimensions, "height", 0.01m),
            Least(weight, "value", 11));
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("packageDimensions");
        json.WriteNumber("length", Length);
        json.WriteNumber("width", Width);
        json.WriteNumber("height", Height);
        json.WriteString("unit", "cm");
        json.WriteEndObject();
        json.WriteStartObject("packageWeight");
        json.WriteNumber("value", Weight);
        json.WriteString("unit", "g");
        json.WriteEndObject();
    }

    private static decimal Least(JsonElement parent, string name, decimal least) =>
        parent.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value) && value >= least
            ? value
            : throw EasyShipError.InvalidInput;
}
