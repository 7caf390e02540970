using System.Runtime.CompilerServices;
using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Infrastructure.SpApi.Listings;

/// <summary>
/// Reads listings by SKU, twenty a call. A SKU that Amazon does not give back is a record with a reason.
/// </summary>
internal sealed class ListingsBySku(ListingsClient client)
{
    public const string NotFound = "listing.not-found";

    public async IAsyncEnumerable<MarketplaceRecord<MarketplaceListing>> ReadAsync(
        ChannelConnection channel,
        IReadOnlyCollection<string> skus,
        IWaitObserver waits,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var batch in skus.Where(FitsList).Distinct(StringComparer.Ordinal).Chunk(ListingsClient.PageSize))
        {
            var page = await client.SearchAsync(channel, batch, waits, cancellationToken);
            var missing = batch.ToHashSet(StringComparer.Ordinal);
            foreach (var record in page.Records)
            {
                missing.Remove(record.Key);
                yield return record;
            }

            foreach (var sku in missing)
            {
                yield return new MarketplaceRecord<MarketplaceListing>(
                    sku,
                    null,
                    NotFound,
                    "Amazon has no listing with this SKU in this marketplace any more. If you still sell it, look at "
                    + "it in Seller Central.");
            }
        }

        foreach (var sku in skus.Where(sku => !FitsList(sku)).Distinct(StringComparer.Ordinal))
        {
            yield return await client.GetAsync(channel, sku, waits, cancellationToken);
        }
    }

    private static bool FitsList(string sku) => !sku.Contains(',', StringComparison.Ordinal);
}
