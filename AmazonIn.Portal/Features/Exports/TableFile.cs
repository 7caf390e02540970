using System.Globalization;
using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Features.Exports;

/// <summary>Rows as the file that a browser saves, written while they are read.</summary>
internal sealed class TableFile(ITableWriter writer, IOrganisationStore organisations, TimeProvider time)
{
    /// <summary>The request as the list's address has it, in the organisation's zone.</summary>
    public async Task<ExportRequest> ReadAsync(HttpContext context)
    {
        var organisation = await organisations.FindAsync(context.RequestAborted);
        return new ExportRequest(
            context,
            ListQuery.Parse(context.Request.QueryString.Value ?? string.Empty),
            organisation?.FindZone() ?? TimeZoneInfo.Utc);
    }

    /// <param name="name">Of the file: <c>sales-orders</c>.</param>
    /// <param name="words">The same for people.</param>
    public PushStreamHttpResult Of<TRow>(
        ExportRequest request,
        string name,
        string words,
        TableFormat format,
        IReadOnlyList<ExportColumn<TRow>> columns,
        IAsyncEnumerable<TRow> rows)
    {
        var table = new Table(
            words,
            [.. columns.Select(column => new TableColumn(column.Title, column.Width))],
            rows.Select(IReadOnlyList<TableCell> (row) => [.. columns.Select(column => column.Cell(row))]));
        var day = TimeZoneInfo.ConvertTime(time.GetUtcNow(), request.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return TypedResults.Stream(
            stream => writer.WriteAsync(table, format, stream, request.Context.RequestAborted),
            format switch
            {
                TableFormat.Csv => "text/csv; charset=utf-8",
                TableFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            },
            $"{name}-{day}.{format.ToString().ToLowerInvariant()}");
    }
}
