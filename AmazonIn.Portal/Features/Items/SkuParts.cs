using System.Globalization;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.Items;

/// <summary>
/// Cuts a SKU where it holds characters that a reader would miss: blanks at its ends, several in a row, and anything
/// blank that is no ordinary space. The parts together are the SKU, character for character.
/// </summary>
internal static class SkuParts
{
    public static IReadOnlyList<SkuPart> Of(string sku)
    {
        var parts = new List<SkuPart>();
        var start = 0;
        while (start < sku.Length)
        {
            var blank = IsBlank(sku[start]);
            var end = start + 1;
            while (end < sku.Length && IsBlank(sku[end]) == blank)
            {
                end++;
            }

            var text = sku[start..end];
            var marked = blank && (start == 0 || end == sku.Length || text != " ");
            if (!marked && parts.Count > 0 && !parts[^1].IsBlank)
            {
                parts[^1] = new SkuPart(parts[^1].Text + text, false);
            }
            else
            {
                parts.Add(new SkuPart(text, marked));
            }

            start = end;
        }

        return parts;
    }

    /// <summary>In words what the marks show: <c>starts with a blank, ends with 2 blanks</c>; null where none are.</summary>
    public static string? Describe(IReadOnlyList<SkuPart> parts)
    {
        var words = new List<string>();
        for (var index = 0; index < parts.Count; index++)
        {
            if (parts[index].IsBlank)
            {
                var what = parts[index].Text.Length == 1 ? "a blank" : IndianFormat.Plural(parts[index].Text.Length, "blank");
                words.Add(index == 0 ? $"starts with {what}"
                    : index == parts.Count - 1 ? $"ends with {what}"
                    : $"has {what} inside");
            }
        }

        return words.Count == 0 ? null : string.Join(", ", words.Distinct(StringComparer.Ordinal));
    }

    // Zero-width characters and controls are as invisible as a space.
    private static bool IsBlank(char letter) =>
        char.IsWhiteSpace(letter) || char.IsControl(letter)
        || (char.GetUnicodeCategory(letter) == UnicodeCategory.Format && letter is not ('\u200c' or '\u200d'));
}
