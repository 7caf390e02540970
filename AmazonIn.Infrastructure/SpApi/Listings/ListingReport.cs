using System.Runtime.CompilerServices;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Reports;

namespace AmazonIn.Infrastructure.SpApi.Listings;

/// <summary>
/// Reads a catalogue of more than 1,000 listings, which Amazon does not let page through: the list of SKUs comes from a
/// report, the listings by SKU. Parents of families are often not in the report; their members name them.
/// </summary>
internal sealed class ListingReport(
    ReportsClient reports,
    ReportWaiter waiter,
    ReportDownload download,
    ListingsBySku listings,
    TimeProvider time)
{
    private const int PageSize = 100;

    private const string What = "the report of listings";

    /// <summary>Orders the report.</summary>
    /// <returns>Null where Amazon makes none.</returns>
    public Task<string?> TryCreateAsync(
        ChannelConnection channel,
        IWaitObserver waits,
        CancellationToken cancellationToken) => ReportAttempt.TryAsync(() => reports.CreateAsync(
            channel, ReportTypes.AllListings, null, null, waits, cancellationToken));

    /// <summary>Streams the rest of the catalogue. Ends without a last page where the report cannot be used.</summary>
    public async IAsyncEnumerable<MarketplacePage<MarketplaceListing>> PagesAsync(
        ChannelConnection channel,
        ListingReadPlace place,
        IWaitObserver waits,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rowsFound = await ReportAttempt.TryAsync(
            () => LoadAsync(channel, place.ReportId!, waits, cancellationToken));
        if (rowsFound is not { } found)
        {
            yield break;
        }

        var known = found.Select(row => row.Sku).ToHashSet(StringComparer.Ordinal);
        while (true)
        {
            var rows = found.Skip(place.Offset).Take(PageSize).ToList();
            var records = await ReadAsync(channel, rows, known, waits, cancellationToken);
            place = place with { Offset = place.Offset + rows.Count, IssuedAt = time.GetUtcNow() };
            if (place.Offset >= found.Count)
            {
                yield return new(records, null, place.BegunAt, place.Total);
                yield break;
            }

            yield return new(records, place.ToString(), null, place.Total);
        }
    }

    private async Task<List<ReportedListing>> LoadAsync(
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
            channel, documentId, ReportedListing.KeyColumn, What, ReportedListing.Of, waits, cancellationToken);
        return [.. rows.OfType<ReportedListing>().DistinctBy(row => row.Sku, StringComparer.Ordinal)];
    }

    private async Task<List<MarketplaceRecord<MarketplaceListing>>> ReadAsync(
        ChannelConnection channel,
        List<ReportedListing> rows,
        HashSet<string> known,
        IWaitObserver waits,
        CancellationToken cancellationToken)
    {
        List<MarketplaceRecord<MarketplaceListing>> records = new(PageSize);
        var bySku = rows.ToDictionary(row => row.Sku, StringComparer.Ordinal);
        await foreach (var record in listings.ReadAsync(channel, bySku.Keys, waits, cancellationToken))
        {
            records.Add(record.ReasonCode == ListingsBySku.NotFound && bySku.TryGetValue(record.Key, out var row)
                ? new MarketplaceRecord<MarketplaceListing>(record.Key, row.ToListing())
                : record);
        }

        List<string> parents =
        [
            .. records.Select(record => record.Value?.ParentSku).OfType<string>().Where(known.Add),
        ];
        await foreach (var parent in listings.ReadAsync(channel, parents, waits, cancellationToken))
        {
            // A member may name a parent that is not the seller's own listing.
            if (parent.ReasonCode != ListingsBySku.NotFound)
            {
                records.Add(parent);
            }
        }

        return records;
    }
}
