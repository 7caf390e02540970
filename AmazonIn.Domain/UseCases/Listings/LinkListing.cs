using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Listings;

/// <summary>A person says which item a listing sells, whatever its SKU (I3). A sync leaves that alone.</summary>
public sealed class LinkListing(IListingStore listings, IItemQueries items, IOutboxSignal outbox)
{
    public Task<Result<ChangedLink>> RunAsync(
        Actor actor, long listingId, long itemId, CancellationToken cancellationToken) => ListingLinking.RunAsync(
            actor,
            listings,
            outbox,
            listingId,
            async listing =>
            {
                if (await items.FindAsync(itemId, cancellationToken) is null)
                {
                    return Error.NotFound("The item");
                }

                listing.LinkByHand(itemId);
                return null;
            },
            cancellationToken);
}
