using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace AmazonIn.Infrastructure.SpApi.Json;

/// <summary>
/// Replaces what no database stores (NUL, half a surrogate pair, bytes that are no UTF-8) by U+FFFD, in the raw JSON,
/// because the JSON reader refuses to give such a string out at all.
/// </summary>
internal static class JsonTextRepair
{
    private const int EscapeLength = 6;

    /// <returns>The same bytes where nothing had to be replaced.</returns>
    public static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> json, out bool repaired)
    {
        repaired = false;
        if (!Utf8.IsValid(json.Span))
        {
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));
            repaired = true;
        }

        return json.Span.IndexOf(@"\u"u8) < 0 ? json : RepairEscapes(json, ref repaired);
    }

    private static ReadOnlyMemory<byte> RepairEscapes(ReadOnlyMemory<byte> json, ref bool repaired)
    {
        byte[]? copy = null;
        var text = json.Span;
        for (var at = text.IndexOf((byte)'\\'); at >= 0 && at + 1 < text.Length;)
        {
            var length = 2;
            if (UnitAt(text, at) is { } unit)
            {
                var pair = char.IsHighSurrogate(unit)
                    && UnitAt(text, at + EscapeLength) is { } low
                    && char.IsLowSurrogate(low);
                length = pair ? 2 * EscapeLength : EscapeLength;
                if (unit == '\0' || (char.IsSurrogate(unit) && !pair))
                {
                    copy ??= text.ToArray();
                    @"\uFFFD"u8.CopyTo(copy.AsSpan(at));
                    repaired = true;
                }
            }

            var next = at + length < text.Length ? text[(at + length)..].IndexOf((byte)'\\') : -1;
            at = next < 0 ? -1 : at + length + next;
        }

        return copy ?? json;
    }

    private static char? UnitAt(ReadOnlySpan<byte> text, int at)
    {
        if (at + EscapeLength > text.Length || text[at] != '\\' || text[at + 1] != 'u')
        {
            return null;
        }

        var hex = text.Slice(at + 2, 4);
        return ushort.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
    }
}
