using System.Text;

using AmazonIn.Infrastructure.Sandbox.Documents;
using AmazonIn.Infrastructure.Sandbox.Orders;

namespace AmazonIn.Infrastructure.Sandbox.Reports;

/// <summary>
/// Makes the documents of reports. Orders are held by reference and drawn when the document is downloaded.
/// </summary>
internal sealed class ReportWriter(string charset)
{
    // Amazon does not refuse a longer window, but says so inside the document.
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(30);

    private readonly Encoding encoding = charset == "Cp1252"
        ? CodePagesEncodingProvider.Instance.GetEncoding(
            1252,
            new EncoderReplacementFallback("?"),
            DecoderFallback.ReplacementFallback)!
        : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The document of a report, or null where nothing falls into its window.</summary>
    public StoredDocument? Make(
        SellerAccount seller,
        string type,
        DateTimeOffset from,
        DateTimeOffset to,
        DateTimeOffset now)
    {
        if (!ReportTypes.IsOfOrders(type))
        {
            var rows = ListingReport.Rows(seller.Listings, type, now);
            return rows.Count > 1 ? Document(seller, writer => rows.ForEach(row => writer.Row(row))) : null;
        }

        if (to - from > LongestWindow)
        {
            return Document(seller, writer => writer.Row("The requested date range exceeded the maximum of 30 days."));
        }

        var key = type == ReportTypes.OrdersByLastUpdate ? OrderKey.LastUpdated : OrderKey.Created;
        var orders = seller.Orders.Range(key, from, to, null, _ => true, int.MaxValue);
        return orders.Count > 0
            ? Document(seller, (output, cancellation) => WriteOrdersAsync(orders, output, cancellation))
            : null;
    }

    private async Task WriteOrdersAsync(List<OrderEntry> orders, Stream output, CancellationToken cancellationToken)
    {
        var rows = new ReportRowWriter(encoding);
        rows.Row(OrderReportRows.Header);
        foreach (var order in orders)
        {
            order.Body.WriteReportRows(order, rows);
            if (rows.IsFull)
            {
                await rows.FlushAsync(output, cancellationToken);
            }
        }

        await rows.FlushAsync(output, cancellationToken);
    }

    private StoredDocument Document(SellerAccount seller, Action<ReportRowWriter> write) =>
        Document(seller, (output, cancellation) =>
        {
            var rows = new ReportRowWriter(encoding);
            write(rows);
            return rows.FlushAsync(output, cancellation);
        });

    private StoredDocument Document(SellerAccount seller, Func<Stream, CancellationToken, Task> write) =>
        new($"amzn1.spdoc.1.4.eu.{Guid.NewGuid()}", seller.Id, $"text/plain; charset={charset}")
        {
            Gzip = true,
            WriteAsync = write,
        };
}
