using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace AmazonIn.Infrastructure.Sandbox.Wire;

/// <summary>
/// JSON merge patch, RFC 7396: objects merge, null removes, everything else replaces. What a patch does not touch
/// keeps its text to the byte, text that no decoder accepts included.
/// </summary>
internal static class MergePatch
{
    public static JsonElement Apply(JsonElement target, JsonElement patch)
    {
        var merged = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(merged, Answer.WriterOptions))
        {
            Write(writer, target, patch);
        }

        using var document = JsonDocument.Parse(merged.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement target, JsonElement patch)
    {
        if (patch.ValueKind != JsonValueKind.Object)
        {
            WriteAsIs(writer, patch);
            return;
        }

        writer.WriteStartObject();
        if (target.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in target.EnumerateObject())
            {
                if (!patch.TryGetProperty(member.Name, out var change))
                {
                    writer.WritePropertyName(member.Name);
                    WriteAsIs(writer, member.Value);
                }
                else if (change.ValueKind != JsonValueKind.Null)
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, change);
                }
            }
        }

        foreach (var member in patch.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null
                && target.Member(member.Name).ValueKind == JsonValueKind.Undefined)
            {
                writer.WritePropertyName(member.Name);
                Write(writer, default, member.Value);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteAsIs(Utf8JsonWriter writer, JsonElement value) =>
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
}
