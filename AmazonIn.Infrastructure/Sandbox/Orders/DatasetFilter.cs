using System.Text.Json;

namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>
/// Copies an order and leaves out the datasets that were not asked for. Works on the text, not on a model, so that
/// members nobody has heard of pass through as they came.
/// </summary>
internal static class DatasetFilter
{
    public static void Write(ReadOnlySpan<byte> order, OrderDatasets asked, Utf8JsonWriter writer)
    {
        if (asked == OrderDatasets.All)
        {
            writer.WriteRawValue(order, skipInputValidation: true);
            return;
        }

        var reader = new Utf8JsonReader(order);
        reader.Read();
        writer.WriteStartObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("orderItems"u8) && reader.TokenType == JsonTokenType.StartArray)
            {
                writer.WritePropertyName(name);
                WriteItems(ref reader, order, asked, writer);
            }
            else
            {
                CopyMember(ref reader, order, name, OrderDatasetNames.OfOrderMember(name), asked, writer);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteItems(
        ref Utf8JsonReader reader,
        ReadOnlySpan<byte> order,
        OrderDatasets asked,
        Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                CopyValue(ref reader, order, writer);
                continue;
            }

            writer.WriteStartObject();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.ValueSpan;
                reader.Read();
                CopyMember(ref reader, order, name, OrderDatasetNames.OfItemMember(name), asked, writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void CopyMember(
        ref Utf8JsonReader reader,
        ReadOnlySpan<byte> order,
        ReadOnlySpan<byte> name,
        OrderDatasets dataset,
        OrderDatasets asked,
        Utf8JsonWriter writer)
    {
        if ((dataset & ~asked) != 0)
        {
            reader.Skip();
            return;
        }

        writer.WritePropertyName(name);
        CopyValue(ref reader, order, writer);
    }

    private static void CopyValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> order, Utf8JsonWriter writer)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        writer.WriteRawValue(order[start..(int)reader.BytesConsumed], skipInputValidation: true);
    }
}
