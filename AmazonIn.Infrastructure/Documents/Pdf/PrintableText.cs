using System.Globalization;
using System.Text;

namespace AmazonIn.Infrastructure.Documents.Pdf;

/// <summary>Texts of others as they may be set on one line of a document.</summary>
internal static class PrintableText
{
    // The fonts have none; the dash of figures is as wide and stands as high.
    private const int MinusSign = 0x2212;

    /// <summary>
    /// The text without control characters, without marks that turn the reading direction (they could make an address
    /// read otherwise than it is), and without emoji, which the fonts do not have. Line breaks become blanks. Joiners
    /// stay: Indian scripts need them.
    /// </summary>
    public static string Of(string text)
    {
        var made = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(letter) || Rune.IsControl(letter))
            {
                made.Append(made.Length > 0 && made[^1] != ' ' ? " " : string.Empty);
            }
            else if (!IsLeftOut(letter))
            {
                made.Append(letter.Value == MinusSign ? "–" : letter.ToString());
            }
        }

        return made.ToString().Trim();
    }

    /// <summary>Whether every letter of the text can be shown.</summary>
    public static bool IsWhole(string? text) => text is null || Of(text).EnumerateRunes().All(Fonts.Cover);

    private static bool IsLeftOut(Rune letter) => Rune.GetUnicodeCategory(letter) switch
    {
        UnicodeCategory.Format => letter.Value is not (0x200C or 0x200D),
        UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned => !Fonts.Cover(letter),
        UnicodeCategory.NonSpacingMark => letter.Value is >= 0xFE00 and <= 0xFE0F,
        _ => false,
    };
}
