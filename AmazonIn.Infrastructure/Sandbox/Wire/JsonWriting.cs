using System.Text.Json;

namespace AmazonIn.Infrastructure.Sandbox.Wire;

internal static class JsonWriting
{
    /// <summary>Writes a member, or nothing at all where there is no text: Amazon leaves out what it has not.</summary>
    public static void WriteTextIfAny(this Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
