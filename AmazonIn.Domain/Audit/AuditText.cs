using System.Text;
using System.Text.RegularExpressions;
using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Audit;

/// <summary>
/// Keeps what looks like a telephone number or an e-mail address out of the trail (security.md C-25). A name cannot be
/// told from other words, so forms that ask for a reason say that it must name nobody.
/// </summary>
public static partial class AuditText
{
    public const int ReasonMaxLength = 200;

    /// <summary>Stands where something was taken out.</summary>
    public const string Mask = "[removed]";

    /// <summary>For a form: what is wrong with a reason, or null where it can be recorded as it is.</summary>
    public static Error? CheckReason(string? reason)
    {
        var trimmed = reason?.Trim() ?? string.Empty;
        return trimmed.Length == 0 ? AuditErrors.ReasonMissing
            : trimmed.Length > ReasonMaxLength ? AuditErrors.ReasonTooLong
            : LooksPersonal(trimmed) ? AuditErrors.ReasonPersonal
            : null;
    }

    public static bool LooksPersonal(string text)
    {
        var plain = WithPlainDigits(text);
        return Email().IsMatch(plain) || Telephone().IsMatch(plain);
    }

    /// <summary>
    /// One line of at most <paramref name="maxLength"/> UTF-16 units, well-formed, without what looks personal. The last
    /// guard, for every text; a form that can ask again uses <see cref="CheckReason"/>.
    /// </summary>
    public static string Clean(string text, int maxLength)
    {
        var line = OneLine(text);
        var masked = Without(Telephone(), Without(Email(), line));
        return masked.Length <= maxLength ? masked : Clip(masked, maxLength);
    }

    private static string Without(Regex pattern, string text)
    {
        var clean = new StringBuilder(text);
        foreach (var match in pattern.Matches(WithPlainDigits(text)).Reverse())
        {
            clean.Remove(match.Index, match.Length).Insert(match.Index, Mask);
        }

        return clean.ToString();
    }

    // A number in Devanagari is as personal as one in ASCII. Character by character, so that places stay the same.
    private static string WithPlainDigits(string text) => string.Concat(
        text.Select(character => char.IsDigit(character) ? (char)('0' + (int)char.GetNumericValue(character)) : character));

    private static string Clip(string text, int length) =>
        text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    // EnumerateRunes puts U+FFFD for half a surrogate pair, which no database would give back as it was.
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            line.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return line.ToString().Trim();
    }

    [GeneratedRegex(
        @"[^\s@""'<>(),;:]+@[^\s@""'<>(),;:]+\.[^\s@""'<>(),;:]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    // An Indian mobile number with or without +91 or 0, a landline with its area code, or any number with a plus.
    // Neighbouring digits rule a match out: 403-9876543-2109876 is an Amazon order id.
    [GeneratedRegex(
        @"(?<![\w-])(?:(?:\+?91[\s.-]?|0)?[6-9](?:[\s.-]?\d){9}|0\d{2,4}[\s.-]?\d{6,8}|\+\d(?:[\s.-]?\d){7,14})(?![\s.-]?\d)(?!\w)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Telephone();
}
