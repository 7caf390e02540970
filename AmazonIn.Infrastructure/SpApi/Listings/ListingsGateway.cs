using System.Runtime.CompilerServices;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Http;

namespace AmazonIn.Infrastructure.SpApi.Listings;

/// <summary>
/// Reads listings from Amazon. It lets page through 1,000 of them; a larger catalogue is read by a report's list of
/// SKUs, and a larger set of changes in parts of the window.
/// </summary>
internal sealed class ListingsGateway(
    ListingsClient client,
    ListingsBySku bySku,
    ListingReport report,
    TimeProvider time) : IMarketplaceListings
{
    /// <summary>Amazon's limit; what lies behind it cannot be reached.</summary>
    private const int MostPageable = 1000;

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
        CancellationToken cancellationToken) => bySku.ReadAsync(channel, skus, waits, cancellationToken);

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
        List<MarketplaceRecord<MarketplaceListing>> records = [];
        var calls = 0;
        while (true)
        {
            if (place.ReportId is not null)
            {
                await foreach (var reported in report.PagesAsync(channel, place, waits, cancellationToken))
                {
                    yield return reported;
                    if (reported.NextPage is null)
                    {
                        yield break;
                    }
                }

                // No last page came: the report cannot be used.
                place = place with { ReportId = null, Offset = 0, ReportRefused = true };
            }

            var page = await client.SearchAsync(channel, place.From, place.To, place.Token, waits, cancellationToken);
            place = place with { Total = place.Total ?? page.Total, IssuedAt = time.GetUtcNow() };
            if (place.Token is null && page.Total > MostPageable)
            {
                place = await NarrowAsync(channel, place, waits, cancellationToken);
                if (place.ReportId is not null)
                {
                    // An empty page, so that a restart goes on with this report instead of asking for another.
                    yield return new([], place.ToString(), null, place.Total);
                }

                continue;
            }

            records.AddRange(page.Records);
            calls++;
            if (page.NextToken is null && place.To is null)
            {
                yield return new(records, null, place.BegunAt, place.Total);
                yield break;
            }

            place = page.NextToken is null ? place.NextPart() : place with { Token = page.NextToken };
            if (calls == CallsPerPage)
            {
                yield return new(records, place.ToString(), null, place.Total);
                (records, calls) = ([], 0);
            }
        }
    }

    private async Task<ListingReadPlace> NarrowAsync(
        ChannelConnection channel,
        ListingReadPlace place,
        IWaitObserver waits,
        CancellationToken cancellationToken)
    {
        var half = place.FirstHalf(time.GetUtcNow());
        var wholeCatalog = place.ChangedSince is null && place.From is null;
        if (!place.ReportRefused && (wholeCatalog || half is null))
        {
            var reportId = await report.TryCreateAsync(channel, waits, cancellationToken);
            if (reportId is not null)
            {
                return place with { ReportId = reportId, Offset = 0 };
            }

            place = place with { ReportRefused = true };
        }

        return half is null
            ? throw new MarketplaceUnavailableException(
                "More than 1,000 listings changed at Amazon within the same seconds, and Amazon makes no report of "
                + "listings. Check that the application has the role Product Listing; the next sync tries again.",
                null)
            : half with { ReportRefused = place.ReportRefused };
    }
}
