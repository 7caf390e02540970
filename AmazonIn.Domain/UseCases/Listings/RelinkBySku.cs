using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Listings;

/// <summary>
/// Takes a person's decision back: the listing belongs to the item of its SKU again (I3). Where there is none, the next
/// sync of items makes it.
/// </summary>
public sealed class RelinkBySku(IListingStore listings, IOutboxSignal outbox)
{
    public Task<Result<ChangedLink>> RunAsync(Actor actor, long listingId, CancellationToken cancellationToken) =>
        ListingLinking.RunAsync(
            actor,
            listings,
            outbox,
            listingId,
            async listing =>
            {
                listing.LinkBySku(await listings.FindItemBySkuAsync(listing.Sku, cancellationToken));
                return null;
            },
            cancellationToken);
}
