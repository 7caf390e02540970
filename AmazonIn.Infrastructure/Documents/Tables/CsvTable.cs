using System.Globalization;
using System.Text;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Documents;

namespace AmazonIn.Infrastructure.Documents.Tables;

/// <summary>
/// A table as text (security.md E-01, E-02): every field in quotes, lines end with CR LF, a byte order mark in front, since
/// spreadsheets else take the text for another encoding.
/// </summary>
internal static class CsvTable
{
    public static async Task WriteAsync(Table table, Stream target, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(
            target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(
            string.Join(',', table.Columns.Select(column => Csv.Text(column.Title))).AsMemory(), cancellationToken);
        await foreach (var row in table.Rows.WithCancellation(cancellationToken))
        {
            await writer.WriteLineAsync(string.Join(',', row.Select(Field)).AsMemory(), cancellationToken);
        }
    }

    // What we made from a number needs no guard: "-10.50" stays a figure.
    private static string Field(TableCell cell) => cell switch
    {
        { Text: { } text } => Csv.Text(CellText.Of(text)),
        { Figure: { } figure } => $"\"{figure.ToString(cell.IsAmount ? "0.00########" : "0", CultureInfo.InvariantCulture)}\"",
        { Time: { } time } => $"\"{time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}\"",
        _ => "\"\"",
    };
}
