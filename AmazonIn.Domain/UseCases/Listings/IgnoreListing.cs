using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Listings;

/// <summary>A person says that a listing is no concern of ours (I3); it is no longer asked about.</summary>
public sealed class IgnoreListing(IListingStore listings, IOutboxSignal outbox)
{
    public Task<Result<ChangedLink>> RunAsync(Actor actor, long listingId, CancellationToken cancellationToken) =>
        ListingLinking.RunAsync(
            actor,
            listings,
            outbox,
            listingId,
            listing =>
            {
                listing.Unlink(ignore: true);
                return Task.FromResult<Error?>(null);
            },
            cancellationToken);
}
