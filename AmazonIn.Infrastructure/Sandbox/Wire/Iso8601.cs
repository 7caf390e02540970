using System.Globalization;
using System.Text.Json;

namespace AmazonIn.Infrastructure.Sandbox.Wire;

/// <summary>Amazon's times: UTC with a Z, milliseconds only where there are any.</summary>
internal static class Iso8601
{
    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString(FormatOf(time), CultureInfo.InvariantCulture);

    public static void Write(Utf8JsonWriter writer, string name, DateTimeOffset time)
    {
        Span<byte> text = stackalloc byte[32];
        time.UtcDateTime.TryFormat(text, out var written, FormatOf(time), CultureInfo.InvariantCulture);
        writer.WriteString(name, text[..written]);
    }

    /// <summary>Reads a date or a date and time; a time without an offset counts as UTC.</summary>
    public static bool TryParse(string? text, out DateTimeOffset time)
    {
        time = default;
        return text is { Length: >= 10 and <= 40 }
            && text[4] == '-'
            && text[7] == '-'
            && DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out time);
    }

    private static string FormatOf(DateTimeOffset time) =>
        time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
}
