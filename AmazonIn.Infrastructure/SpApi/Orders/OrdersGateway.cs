using System.Runtime.CompilerServices;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Http;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>Reads orders from Amazon: by search while its quota lasts, the rest by report, single ones by id.</summary>
internal sealed class OrdersGateway(
    OrdersClient client,
    OrderReadPlanner planner,
    OrderReport report,
    TimeProvider time) : IMarketplaceOrders
{
    public IAsyncEnumerable<MarketplacePage<MarketplaceOrder>> ReadAsync(
        ChannelConnection channel,
        OrderWindow window,
        string? resumeFrom,
        IWaitObserver waits,
        CancellationToken cancellationToken) => ReadAhead.OneAsync(
            (held, stop) => PagesAsync(channel, window, resumeFrom, held, stop), waits, time, cancellationToken);

    public async IAsyncEnumerable<MarketplaceRecord<MarketplaceOrder>> ReadByIdAsync(
        ChannelConnection channel,
        IReadOnlyCollection<string> orderIds,
        IWaitObserver waits,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var orderId in orderIds)
        {
            yield return await client.GetAsync(channel, orderId, waits, cancellationToken);
        }
    }

    private async IAsyncEnumerable<MarketplacePage<MarketplaceOrder>> PagesAsync(
        ChannelConnection channel,
        OrderWindow window,
        string? resumeFrom,
        IWaitObserver waits,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = resumeFrom is null
            ? OrderReadPlace.Start(channel, window)
            : OrderReadPlace.Parse(resumeFrom, channel, window, time.GetUtcNow());
        var search = new OrderSearch(client, channel, waits, time);
        HashSet<string> delivered = new(StringComparer.Ordinal);
        while (true)
        {
            if (place.IsInReport || await planner.PrefersReportAsync(place, cancellationToken))
            {
                await foreach (var reported in report.PagesAsync(channel, place, delivered, waits, cancellationToken))
                {
                    yield return reported;
                    if (reported.NextPage is null)
                    {
                        yield break;
                    }
                }

                // No last page came: Amazon makes no report. The search goes on where it was, at its own pace.
                place = place.WithoutReport();
            }

            (var page, place) = await search.NextAsync(place, cancellationToken);
            delivered.UnionWith(page.Records.Where(record => record.Value is not null).Select(record => record.Key));
            if (page.NextToken is null)
            {
                yield return new(page.Records, null, place.UpTo ?? place.To, null);
                yield break;
            }

            yield return new(page.Records, place.ToString(), null, null);
        }
    }
}
