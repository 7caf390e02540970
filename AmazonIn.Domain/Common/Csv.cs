using System.Text;

namespace AmazonIn.Domain.Common;

/// <summary>
/// Tables as text (RFC 4180). What is written can be opened in a spreadsheet without running anything: a text that a
/// spreadsheet would take for a formula gets an apostrophe in front, and loses it again when it is read.
/// </summary>
public static class Csv
{
    // The full-width ones are read as the plain ones in some settings of East Asian languages.
    private const string FormulaStarts = "=+-@\t\r\n\0＝＋－＠";

    /// <summary>One text as a field in quotes that never begins a formula; a negative figure is text here too.</summary>
    public static string Text(string text) =>
        $"\"{(NeedsApostrophe(text) ? "'" : string.Empty)}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>
    /// Reads rows with the number of the line that each starts on, from 1. Fields are separated by whichever of comma,
    /// semicolon and tab the first line uses. Empty lines are left out.
    /// </summary>
    /// <exception cref="FormatException">A quote is opened and never closed; the message names the line.</exception>
    public static IEnumerable<(int Line, IReadOnlyList<string> Fields)> Read(string text)
    {
        var separator = SeparatorOf(text);
        var fields = new List<string>();
        var field = new StringBuilder();
        var (line, start) = (1, 1);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (sign == '"' && field.Length == 0)
            {
                at = ReadQuoted(text, at + 1, field, ref line);
            }
            else if (sign == separator)
            {
                Take(fields, field);
            }
            else if (sign is '\n' or '\r')
            {
                at += sign == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 1 : 0;
                Take(fields, field);
                if (fields.Count > 1 || fields[0].Length > 0)
                {
                    yield return (start, fields.ToArray());
                }

                fields.Clear();
                start = ++line;
            }
            else
            {
                field.Append(sign);
            }
        }

        Take(fields, field);
        if (fields.Count > 1 || fields[0].Length > 0)
        {
            yield return (start, fields.ToArray());
        }
    }

    private static void Take(List<string> fields, StringBuilder field)
    {
        var text = field.ToString();
        fields.Add(text.StartsWith('\'') && NeedsApostrophe(text) ? text[1..] : text);
        field.Clear();
    }

    private static int ReadQuoted(string text, int from, StringBuilder field, ref int line)
    {
        var opened = line;
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                line += text[at] == '\n' ? 1 : 0;
                field.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                field.Append('"');
                at++;
            }
            else
            {
                return at;
            }
        }

        throw new FormatException($"On line {opened} a quotation mark is opened and never closed.");
    }

    private static char SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        return new[] { ',', ';', '\t' }.MaxBy(sign => first.Count(other => other == sign));
    }

    // Also a text of our own that looks as if it had been made safe, or it would lose its apostrophe when it is read.
    private static bool NeedsApostrophe(string text) => BeginsFormula(text.TrimStart('\''));

    // Blanks in front are passed over by spreadsheets too (OWASP, CSV injection).
    private static bool BeginsFormula(string text)
    {
        var start = text.TrimStart();
        return (text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal))
            || (start.Length > 0 && FormulaStarts.Contains(start[0], StringComparison.Ordinal));
    }
}
