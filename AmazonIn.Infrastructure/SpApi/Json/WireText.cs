namespace AmazonIn.Infrastructure.SpApi.Json;

/// <summary>Texts and enumeration values as Amazon sends them.</summary>
internal static class WireText
{
    /// <summary>Blank is null: Amazon leaves empty strings in addresses.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>Blank is null, and the edges are trimmed.</summary>
    public static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>
    /// Whether an enumeration value is the one meant; casing and separators drift between Amazon's APIs.
    /// </summary>
    public static bool Is(string? value, string meant)
    {
        if (value is null)
        {
            return false;
        }

        if (value.Equals(meant, StringComparison.Ordinal))
        {
            return true;
        }

        var (left, right) = (0, 0);
        while (true)
        {
            while (left < value.Length && !char.IsLetterOrDigit(value[left]))
            {
                left++;
            }

            while (right < meant.Length && !char.IsLetterOrDigit(meant[right]))
            {
                right++;
            }

            if (left == value.Length || right == meant.Length)
            {
                return left == value.Length && right == meant.Length;
            }

            if (char.ToUpperInvariant(value[left++]) != char.ToUpperInvariant(meant[right++]))
            {
                return false;
            }
        }
    }
}
