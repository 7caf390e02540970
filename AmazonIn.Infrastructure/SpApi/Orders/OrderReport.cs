using System.Runtime.CompilerServices;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Reports;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>
/// Reads the rest of a window from All Orders reports, and gets singly those orders whose buyer matters now: what a
/// person still has to ship, and business orders, whose tax treatment hangs on the buyer's registration.
/// </summary>
internal sealed class OrderReport(
    ReportsClient reports,
    ReportWaiter waiter,
    ReportDownload download,
    OrdersClient orders,
    TimeProvider time)
{
    private const int PageSize = 100;

    /// <summary>As many as getOrder gives at once; more would hold a page up.</summary>
    private const int SinglesPerPage = 30;

    private const string What = "the report of orders";

    /// <summary>Streams the rest of the window. Ends without a last page where Amazon makes no usable report.</summary>
    /// <param name="place">In the report part, or at the place where the search was given up.</param>
    /// <param name="delivered">Orders that this read has given out already.</param>
    public async IAsyncEnumerable<MarketplacePage<MarketplaceOrder>> PagesAsync(
        ChannelConnection channel,
        OrderReadPlace place,
        HashSet<string> delivered,
        IWaitObserver waits,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var upTo = place.UpTo ?? place.Before ?? time.GetUtcNow().AddMinutes(-2);
        var parts = OrderReadPlanner.Parts(place.From, upTo, ReportTypes.MaxOrdersWindow);
        for (var part = place.ReportPart; part < parts.Count; part++)
        {
            if (part != place.ReportPart || place.ReportId is null)
            {
                var reportId = await ReportAttempt.TryAsync(() => reports.CreateAsync(
                    channel,
                    ReportTypes.OrdersByLastUpdate,
                    parts[part].From,
                    parts[part].To,
                    waits,
                    cancellationToken));
                if (reportId is null)
                {
                    yield break;
                }

                place = place with { ReportId = reportId, ReportPart = part, Offset = 0, UpTo = upTo };

                // An empty page, so that a restart goes on with this report instead of asking for another.
                yield return Page([], null);
            }

            var rows = await ReportAttempt.TryAsync(
                () => LoadAsync(channel, place.ReportId!, waits, cancellationToken));
            if (rows is not { } found)
            {
                yield break;
            }

            int? expected = parts.Count == 1 && place.Offset == 0
                ? delivered.Count + found.Count(order => !delivered.Contains(order.OrderId))
                : null;
            while (place.Offset < found.Count)
            {
                (var records, var next) = await TakeAsync(
                    channel, found, place.Offset, delivered, waits, cancellationToken);
                place = place with { Offset = next };
                if (next == found.Count && part == parts.Count - 1)
                {
                    yield return new(records, null, upTo, expected);
                    yield break;
                }

                yield return Page(records, expected);
            }
        }

        yield return new([], null, upTo, null);

        MarketplacePage<MarketplaceOrder> Page(IReadOnlyList<MarketplaceRecord<MarketplaceOrder>> records, int? total) =>
            new(records, (place with { TokenIssuedAt = time.GetUtcNow() }).ToString(), null, total);
    }

    private async Task<List<ReportedOrder>> LoadAsync(
        ChannelConnection channel,
        string reportId,
        IWaitObserver waits,
        CancellationToken cancellationToken)
    {
        var finished = await waiter.WaitAsync(channel, reportId, What, waits, cancellationToken);
        if (finished.DocumentId is not { } documentId)
        {
            return [];
        }

        var rows = await download.ReadAsync(
            channel, documentId, ReportedLine.KeyColumn, What, ReportedLine.Of, waits, cancellationToken);
        return ReportedOrder.Group(rows.Where(row => row is not null).Select(row => row!.Value));
    }

    private async Task<(List<MarketplaceRecord<MarketplaceOrder>> Records, int Next)> TakeAsync(
        ChannelConnection channel,
        List<ReportedOrder> found,
        int from,
        HashSet<string> delivered,
        IWaitObserver waits,
        CancellationToken cancellationToken)
    {
        List<MarketplaceRecord<MarketplaceOrder>> records = new(PageSize);
        var singles = 0;
        var next = from;
        for (; next < found.Count && records.Count < PageSize && singles < SinglesPerPage; next++)
        {
            if (!delivered.Add(found[next].OrderId))
            {
                continue;
            }

            var record = found[next].ToRecord(channel.Marketplace.Currency, time.GetUtcNow());
            if (record.Value is null || NeedsBuyer(record.Value))
            {
                singles++;
                var single = await orders.GetAsync(channel, found[next].OrderId, waits, cancellationToken);
                record = single.Value is null ? record : single;
            }

            records.Add(record);
        }

        return (records, next);
    }

    private static bool NeedsBuyer(MarketplaceOrder order) =>
        order.Business
        || (order.FulfilledBy == FulfilledBy.Merchant
            && order.Status is MarketplaceOrderStatus.Unshipped or MarketplaceOrderStatus.PartiallyShipped);
}
