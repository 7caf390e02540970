using System.Text;
using System.Text.Json;

namespace AmazonIn.Infrastructure.SpApi.Json;

/// <summary>Cuts an answer into the raw JSON of its records, so that each can be read, or fail, by itself.</summary>
internal static class JsonSlices
{
    /// <summary>
    /// Walks the members of the answer's outermost object. The elements of the array <paramref name="arrayName"/> go
    /// to <paramref name="element"/>, every other member's raw value to <paramref name="member"/>.
    /// </summary>
    /// <exception cref="JsonException">The answer is no complete JSON object, or the array is not there.</exception>
    public static void Cut(
        ReadOnlyMemory<byte> json,
        string arrayName,
        Action<ReadOnlyMemory<byte>> element,
        Action<string, ReadOnlyMemory<byte>> member)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The answer is not an object.");
        }

        var found = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // A name that cannot be decoded is none of ours.
            var name = reader.ValueIsEscaped ? string.Empty : Encoding.UTF8.GetString(reader.ValueSpan);
            reader.Read();
            if (name == arrayName)
            {
                if (reader.TokenType != JsonTokenType.StartArray)
                {
                    throw new JsonException($"“{arrayName}” is not an array.");
                }

                found = true;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    element(Slice(json, ref reader));
                }
            }
            else
            {
                member(name, Slice(json, ref reader));
            }
        }

        if (!found)
        {
            throw new JsonException($"“{arrayName}” is missing.");
        }

        // Anything but blanks after the end is not JSON.
        while (reader.Read())
        {
        }
    }

    /// <summary>The raw value of one member of the answer's outermost object.</summary>
    /// <exception cref="JsonException">The answer is no complete JSON object, or the member is not there.</exception>
    public static ReadOnlyMemory<byte> Member(ReadOnlyMemory<byte> json, string wanted)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        ReadOnlyMemory<byte>? found = null;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isWanted = reader.ValueTextEquals(wanted);
                reader.Read();
                var value = Slice(json, ref reader);
                found = isWanted ? value : found;
            }

            while (reader.Read())
            {
            }
        }

        return found ?? throw new JsonException($"“{wanted}” is missing.");
    }

    private static ReadOnlyMemory<byte> Slice(ReadOnlyMemory<byte> json, ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }

    /// <summary>
    /// The text of a record's outermost string member, for naming a record that cannot be read whole.
    /// </summary>
    public static string? FindText(ReadOnlyMemory<byte> record, ReadOnlySpan<byte> name)
    {
        try
        {
            var reader = new Utf8JsonReader(record.Span);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var wanted = reader.ValueTextEquals(name);
                reader.Read();
                if (wanted)
                {
                    return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }

                reader.Skip();
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Not even its name can be read; the caller names it by its position.
        }

        return null;
    }
}
