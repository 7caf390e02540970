namespace AmazonIn.Portal.Features.Audit;

/// <summary>
/// Cells of a CSV file that a spreadsheet takes for text: one that would begin a formula gets an apostrophe in front
/// (OWASP, CSV injection).
/// </summary>
internal static class CsvText
{
    // The full-width ones are read as the plain ones in some settings of East Asian languages.
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    public static string Row(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    public static string Cell(string text)
    {
        var start = text.TrimStart();
        var safe = (text.Length > 0 && Formula.Contains(text[0])) || (start.Length > 0 && Formula.Contains(start[0]))
            ? "'" + text
            : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
