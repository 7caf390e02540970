using System.Text.Encodings.Web;
using System.Text.Json;

namespace AmazonIn.Domain.Audit;

/// <summary>Writes and reads a record's details: a JSON object of texts, its names in ordinal order.</summary>
public static class AuditDetails
{
    /// <summary>Characters that a record's details may take.</summary>
    public const int MaxLength = 2000;

    private const int NameMaxLength = 40;
    private const int ValueMaxLength = 200;

    /// <summary>Said in place of what found no room.</summary>
    private const string Left = "left-out";

    // Escapes only what JSON must: the text is for databases and files, never put into a page as it is.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Cleaned and short enough; details that find no room are counted under <c>left-out</c>.</summary>
    public static string Write(IReadOnlyDictionary<string, string> details)
    {
        var clean = details
            .OrderBy(detail => detail.Key, StringComparer.Ordinal)
            .Select(detail => (
                Name: AuditText.Clean(detail.Key, NameMaxLength),
                Value: AuditText.Clean(detail.Value, ValueMaxLength)))
            .DistinctBy(detail => detail.Name)
            .ToList();
        for (var count = clean.Count; ; count--)
        {
            var kept = clean.Take(count);
            var text = Json(count == clean.Count ? kept : kept.Append((Left, $"{clean.Count - count}")));
            if (text.Length <= MaxLength)
            {
                return text;
            }
        }
    }

    /// <summary>The details of a record; none where somebody made them unreadable, which the verification reports.</summary>
    public static IReadOnlyDictionary<string, string> Read(string details)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(details) ?? [];
        }
        catch (JsonException)
        {
            return new Dictionary<string, string>();
        }
    }

    private static string Json(IEnumerable<(string Name, string Value)> details)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Writing))
        {
            json.WriteStartObject();
            foreach (var (name, value) in details)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
