using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Listings;

/// <summary>What the four decisions about a listing have in common.</summary>
internal static class ListingLinking
{
    public static async Task<Result<ChangedLink>> RunAsync(
        Actor actor,
        IListingStore listings,
        IOutboxSignal outbox,
        long listingId,
        Func<Listing, Task<Error?>> decide,
        CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageInventory).Error is { } forbidden)
        {
            return forbidden;
        }

        if (await listings.FindAsync(listingId, cancellationToken) is not { } listing)
        {
            return Error.NotFound("The listing");
        }

        if (await decide(listing) is { } refusal)
        {
            return refusal;
        }

        try
        {
            var moved = await listings.SaveLinkAsync(listing, cancellationToken);
            outbox.Ring();
            return new ChangedLink(listing.ItemId, moved);
        }
        catch (ConcurrentChangeException)
        {
            return ListingErrors.Changed;
        }
    }
}
