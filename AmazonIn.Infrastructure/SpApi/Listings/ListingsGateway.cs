using System.Runtime.CompilerServices;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Http;

namespace AmazonIn.Infrastructure.SpApi.Listings;

/// <summary>Reads listings from Amazon.</summary>
internal sealed class ListingsGateway(ListingsClient client, TimeProvider time) : IMarketplaceListings
{
    /// <summary>Five of Amazon's small pages make one of ours, so that the caller has fewer transactions.</summary>
    private const int CallsPerPage = 5;

    public IAsyncEnumerable<MarketplacePage<MarketplaceListing>> ReadAsync(
        ChannelConnection channel,
        DateTimeOffset? changedSince,
        string? resumeFrom,
        IWaitObserver waits,
        CancellationToken cancellationToken) => ReadAhead.OneAsync(
            (held, stop) => PagesAsync(channel, changedSince, resumeFrom, held, stop), waits, time, cancellationToken);

    public IAsyncEnumerable<MarketplaceRecord<MarketplaceListing>> ReadBySkuAsync(
        ChannelConnection channel,
        IReadOnlyCollection<string> skus,
        IWaitObserver waits,
        CancellationToken cancellationToken) =>
        new ListingsBySku(client).ReadAsync(channel, skus, waits, cancellationToken);

    private async IAsyncEnumerable<MarketplacePage<MarketplaceListing>> PagesAsync(
        ChannelConnection channel,
        DateTimeOffset? changedSince,
        string? resumeFrom,
        IWaitObserver waits,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var place = resumeFrom is null
            ? ListingReadPlace.Start(channel, changedSince, now)
            : ListingReadPlace.Parse(resumeFrom, channel, changedSince, now);
        while (true)
        {
            List<MarketplaceRecord<MarketplaceListing>> records = [];
            for (var calls = 0; calls < CallsPerPage; calls++)
            {
                var page = await client.SearchAsync(channel, place.From, place.To, place.Token, waits, cancellationToken);
                records.AddRange(page.Records);
                place = place with { Token = page.NextToken, Total = page.Total, IssuedAt = time.GetUtcNow() };
                if (page.NextToken is null)
                {
                    yield return new(records, null, place.BegunAt, place.Total);
                    yield break;
                }
            }

            yield return new(records, place.ToString(), null, place.Total);
        }
    }
}
