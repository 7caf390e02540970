using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Listings;

/// <summary>A person takes a listing's item away (I3): its sales no longer touch our stock, and nothing is sent to it.</summary>
public sealed class UnlinkListing(IListingStore listings, IOutboxSignal outbox)
{
    public Task<Result<ChangedLink>> RunAsync(Actor actor, long listingId, CancellationToken cancellationToken) =>
        ListingLinking.RunAsync(
            actor,
            listings,
            outbox,
            listingId,
            listing =>
            {
                listing.Unlink(ignore: false);
                return Task.FromResult<Error?>(null);
            },
            cancellationToken);
}
