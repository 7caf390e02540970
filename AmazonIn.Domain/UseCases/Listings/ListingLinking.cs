using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Listings;

/// <summary>What the four decisions about a listing have in common.</summary>
internal static class ListingLinking
{
    public static async Task<Result<ChangedLink>> RunAsync(
        Actor actor,
        IListingStore listings,
        IOutboxSignal outbox,
        IAuditTrail audit,
        string how,
        long listingId,
        Func<Listing, Task<Error?>> decide,
        CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageInventory, cancellationToken)).Error is { } forbidden)
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

        return await audit.ActAsync(
            new AuditEntry(
                actor,
                AuditAction.LinkListing,
                AuditOutcome.Granted,
                string.Create(CultureInfo.InvariantCulture, $"listing:{listingId}"),
                $"Listing {listing.Sku}").With("how", how),
            () => SaveAsync(listings, outbox, listing, cancellationToken),
            cancellationToken);
    }

    private static async Task<Result<ChangedLink>> SaveAsync(
        IListingStore listings, IOutboxSignal outbox, Listing listing, CancellationToken cancellationToken)
    {
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
