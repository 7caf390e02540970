using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Features.Exports;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Features.Stock;

/// <summary>
/// The stock list as a file, narrowed as the list is. It has the columns of an adjustment file, so that it can be
/// counted against, corrected and imported again.
/// </summary>
internal static class StockExport
{
    public const string Path = "/stock/export";

    private static readonly ExportColumn<(StockRow Item, BalanceRow Balance)>[] Columns =
    [
        new("sku", row => TableCell.Of(row.Item.Sku)),
        new("title", row => TableCell.Of(row.Item.Title)),
        new("warehouse", row => TableCell.Of(row.Balance.WarehouseName)),
        new("quantity", row => TableCell.Of(row.Balance.OnHand)),
        new("reserved", row => TableCell.Of(row.Balance.Reserved)),
        new("available", row => TableCell.Of(row.Balance.Available)),
        new("reason", _ => TableCell.Empty),
    ];

    public static void MapStockExport(this IEndpointRouteBuilder pages) =>
        pages.MapGet(Path, ExportAsync)
            .RequireAuthorization(Permission.ViewInventory)
            .RequireRateLimiting(RateLimits.Documents)
            .ExcludeFromDescription();

    private static async Task<PushStreamHttpResult> ExportAsync(
        HttpContext context, IStockQueries stock, TableFile file)
    {
        var request = await file.ReadAsync(context);
        var filter = StockFilters.From(request.Query);
        var sort = new SortBy<StockSort>(StockSort.Sku);
        var rows = WholeList.ReadAsync((page, cancellationToken) => stock.ListAsync(filter, sort, page, cancellationToken))
            .SelectMany(row => row.Balances.Select(balance => (row, balance)));
        return file.Of(request, "stock", "Stock", TableFormat.Csv, Columns, rows);
    }
}
