using System.Globalization;
using System.Text;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;

namespace AmazonIn.Portal.Features.Stock;

/// <summary>
/// The stock list as a file, narrowed as the list is. It has the columns of an adjustment file, so that it can be
/// counted against, corrected and imported again.
/// </summary>
internal static class StockExport
{
    public const string Path = "/stock/export";

    private static readonly byte[] Mark = [.. Encoding.UTF8.Preamble];

    public static void MapStockExport(this IEndpointRouteBuilder pages) =>
        pages.MapGet(Path, WriteAsync)
            .RequireAuthorization(Permission.ViewInventory)
            .RequireRateLimiting(RateLimits.Documents)
            .ExcludeFromDescription();

    private static async Task WriteAsync(
        HttpContext context, IStockQueries stock, TimeProvider time, CancellationToken cancellationToken)
    {
        var filter = StockFilters.From(ListQuery.Parse(context.Request.QueryString.Value ?? string.Empty));
        var day = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"stock-{day}.csv\"";
        context.Response.Headers.CacheControl = "no-store";

        // The mark tells a spreadsheet that the text is UTF-8.
        await context.Response.Body.WriteAsync(Mark, cancellationToken);
        await context.Response.WriteAsync(
            Csv.Line("sku", "title", "warehouse", "quantity", "reserved", "available", "reason"), cancellationToken);
        for (var page = new PageRequest(PageRequest.MaxTake) { ByCursor = true }; ;)
        {
            var rows = await stock.ListAsync(filter, new SortBy<StockSort>(StockSort.Sku), page, cancellationToken);
            await context.Response.WriteAsync(string.Concat(rows.Items.SelectMany(Lines)), cancellationToken);
            if (rows.NextAfterId is not { } after)
            {
                return;
            }

            page = new PageRequest(PageRequest.MaxTake, AfterId: after);
        }
    }

    private static IEnumerable<string> Lines(StockRow row) => row.Balances.Select(balance => Csv.Line(
        row.Sku,
        row.Title,
        balance.WarehouseName,
        Units(balance.OnHand),
        Units(balance.Reserved),
        Units(balance.Available),
        null));

    private static string Units(int units) => units.ToString(CultureInfo.InvariantCulture);
}
