using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmazonIn.Infrastructure.SpApi.Json;

/// <summary>
/// ISO 8601 moments; blank is null, a missing zone is UTC. Whether a moment makes sense is the translator's matter.
/// </summary>
internal sealed class WireTimeConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType == JsonTokenType.String)
        {
            var text = reader.GetString();
            if (string.IsNullOrWhiteSpace(text))
            {
                return null;
            }

            if (DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var moment))
            {
                return moment;
            }
        }

        throw new JsonException("A date cannot be read.");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } moment)
        {
            writer.WriteStringValue(moment);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
