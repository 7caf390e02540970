using System.Globalization;

namespace AmazonIn.Infrastructure.Documents.Pdf;

/// <summary>Breaks a text into lines of a width: between words, inside a word only where it alone is too long.</summary>
internal static class TextWrap
{
    private const string More = "…";

    /// <param name="most">Lines at most; the last one then ends with an ellipsis.</param>
    public static IReadOnlyList<string> Lines(string text, TextStyle style, float width, int most = int.MaxValue)
    {
        var lines = new List<string>();
        var line = string.Empty;
        foreach (var word in PrintableText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Parts))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Fits(longer, style, width))
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            line = word;
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        return lines.Count <= most
            ? lines
            : [.. lines.Take(most - 1), Shortened(string.Join(' ', lines.Skip(most - 1)), style, width)];

        IEnumerable<string> Parts(string word)
        {
            while (!Fits(word, style, width))
            {
                var head = Head(word, string.Empty, style, width);
                yield return head;
                word = word[head.Length..];
            }

            yield return word;
        }
    }

    /// <summary>The text on one line, cut with an ellipsis where it is too long.</summary>
    public static string OneLine(string text, TextStyle style, float width) =>
        Shortened(PrintableText.Of(text), style, width);

    private static string Shortened(string text, TextStyle style, float width) =>
        Fits(text, style, width) ? text : Head(text, More, style, width).TrimEnd() + More;

    private static bool Fits(string text, TextStyle style, float width) => TextShaper.Measure(text, style) <= width;

    // Cut between what a reader takes for letters: never inside a conjunct or before a vowel sign.
    private static string Head(string text, string tail, TextStyle style, float width)
    {
        var ends = StringInfo.ParseCombiningCharacters(text).Append(text.Length).Skip(1).ToArray();
        var (fits, fails) = (0, ends.Length);
        while (fits < fails - 1)
        {
            var middle = (fits + fails) / 2;
            (fits, fails) = Fits(text[..ends[middle]] + tail, style, width) ? (middle, fails) : (fits, middle);
        }

        return text[..ends[fits]];
    }
}
