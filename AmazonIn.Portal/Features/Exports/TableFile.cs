using System.Globalization;
using System.Runtime.CompilerServices;
using AmazonIn.Domain.Ports.Documents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Features.Exports;

/// <summary>Rows as the file that a browser saves, written while they are read.</summary>
internal sealed class TableFile(ITableWriter writer, TimeProvider time)
{
    /// <param name="context">Whose going away ends the reading.</param>
    /// <param name="zone">The organisation's: the day in the file's name is one of its days.</param>
    /// <param name="name">Of the file: <c>sales-orders</c>.</param>
    /// <param name="words">The same for people.</param>
    public PushStreamHttpResult Of<TRow>(
        HttpContext context,
        TimeZoneInfo zone,
        string name,
        string words,
        TableFormat format,
        IReadOnlyList<ExportColumn<TRow>> columns,
        IAsyncEnumerable<TRow> rows)
    {
        var table = new Table(
            words, [.. columns.Select(column => new TableColumn(column.Title, column.Width))], CellsAsync(columns, rows));
        var day = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return TypedResults.Stream(
            stream => writer.WriteAsync(table, format, stream, context.RequestAborted),
            format switch
            {
                TableFormat.Csv => "text/csv; charset=utf-8",
                TableFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            },
            $"{name}-{day}.{format.ToString().ToLowerInvariant()}");
    }

    private static async IAsyncEnumerable<IReadOnlyList<TableCell>> CellsAsync<TRow>(
        IReadOnlyList<ExportColumn<TRow>> columns,
        IAsyncEnumerable<TRow> rows,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            yield return [.. columns.Select(column => column.Cell(row))];
        }
    }
}
