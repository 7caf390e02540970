using System.Text;

namespace AmazonIn.Infrastructure.Documents.Tables;

/// <summary>Texts of others in a cell.</summary>
internal static class CellText
{
    /// <summary>
    /// The text with marks that turn the reading direction made visible (security.md E-05): what looks like one SKU could
    /// else be another.
    /// </summary>
    public static string Of(string text)
    {
        if (!text.Any(TurnsDirection))
        {
            return text;
        }

        var shown = new StringBuilder();
        foreach (var sign in text)
        {
            shown.Append(TurnsDirection(sign) ? $"[U+{(int)sign:X4}]" : sign.ToString());
        }

        return shown.ToString();
    }

    private static bool TurnsDirection(char sign) => sign is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
