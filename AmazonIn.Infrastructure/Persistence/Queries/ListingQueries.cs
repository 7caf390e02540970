using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class ListingQueries(Storage<PortalDbContext> storage) : IListingQueries
{
    public Task<PageOf<ListingOverview>> ListAsync(
        ListingFilter filter, PageRequest page, CancellationToken cancellationToken) => storage.ReadAsync(
            async (context, token) =>
            {
                var wanted = Filter(context.Listings, filter);
                var sorted = wanted.OrderBy(listing => listing.Sku).ThenBy(listing => listing.Id);
                var found = await wanted.Select(listing => listing.Id)
                    .ReadPageAsync(sorted.Select(listing => listing.Id), page, token);
                return found.Of(await RowsAsync(context, found.Ids, token), row => row.Id);
            },
            cancellationToken);

    private static IQueryable<Listing> Filter(IQueryable<Listing> listings, ListingFilter filter)
    {
        if (filter.ChannelId is { } channelId)
        {
            listings = listings.Where(listing => listing.ChannelId == channelId);
        }

        if (filter.Standing is { } standing)
        {
            listings = standing switch
            {
                ListingStanding.Linked => listings.Where(listing => listing.ItemId != null),
                ListingStanding.Unlinked => listings.Where(listing =>
                    listing.ItemId == null && listing.Link != ListingLink.Ignored),
                ListingStanding.Ignored => listings.Where(listing => listing.Link == ListingLink.Ignored),
            };
        }

        return TextMatching.Wanted(filter.Search) is { } text
            ? listings.Mentioning(text, listing => listing.Sku, listing => listing.Title, listing => listing.Asin)
            : listings;
    }

    private static Task<List<ListingOverview>> RowsAsync(
        PortalDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken) => context.Listings
            .Where(listing => ids.Contains(listing.Id))
            .Join(
                context.Channels,
                listing => listing.ChannelId,
                channel => channel.Id,
                (listing, channel) => new { Listing = listing, channel.Name })
            .LeftJoin(
                context.Items,
                joined => joined.Listing.ItemId,
                item => item.Id,
                (joined, item) => new ListingOverview(
                    joined.Listing.Id,
                    joined.Listing.ChannelId,
                    joined.Name,
                    joined.Listing.Sku,
                    joined.Listing.Title,
                    joined.Listing.Asin,
                    joined.Listing.State,
                    joined.Listing.Link,
                    joined.Listing.FulfilledBy,
                    joined.Listing.ItemId,
                    item == null ? null : item.Sku,
                    item == null ? null : item.Title,
                    joined.Listing.AmazonQuantity,
                    joined.Listing.AmazonUpdatedAt))
            .ToListAsync(cancellationToken);
}
