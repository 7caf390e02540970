using System.Text.RegularExpressions;

namespace AmazonIn.Infrastructure.SpApi.Errors;

/// <summary>
/// Makes a text of Amazon's fit for a message or a log: one line, short, and nothing secret or personal.
/// </summary>
internal static partial class SafeText
{
    public static string? Of(string? text, int maxLength = 240)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var line = Breaks().Replace(text, " ").Trim();
        line = Secrets().Replace(line, "[removed]");
        line = Mail().Replace(line, "[removed]");
        if (line.Length <= maxLength)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[maxLength - 1]) ? maxLength - 1 : maxLength;
        return string.Concat(line.AsSpan(0, end), "…");
    }

    // Control characters, and the line and paragraph separators that some log viewers break at.
    [GeneratedRegex(@"[\p{Cc}\p{Cf}\u2028\u2029]+")]
    private static partial Regex Breaks();

    // Access, refresh and restricted tokens; client secrets; MWS tokens; signed query strings.
    [GeneratedRegex(
        @"Atz[a-z.]*\|[^\s""'<>&]+|amzn1\.oa2-cs\.[^\s""'<>&]+|amzn\.mws\.[0-9a-f-]+|X-Amz-[A-Za-z-]+=[^\s""'<>&]+",
        RegexOptions.IgnoreCase)]
    private static partial Regex Secrets();

    [GeneratedRegex(@"[^\s""'<>@]+@[^\s""'<>@]+\.[^\s""'<>@]+")]
    private static partial Regex Mail();
}
