using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Stock;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Items as lists show them: three queries however many items.</summary>
internal static class ItemRows
{
    /// <summary>In no order.</summary>
    public static async Task<IReadOnlyList<ItemRow>> ReadAsync(
        PortalDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var items = await context.Items
            .Where(item => ids.Contains(item.Id))
            .LeftJoin(
                context.ItemGroups,
                item => item.ItemGroupId,
                group => group.Id,
                (item, group) => new
                {
                    item.Id,
                    item.Sku,
                    item.Title,
                    item.Asin,
                    item.FulfilledBy,
                    item.ItemGroupId,
                    GroupTitle = group == null ? null : group.Title,
                    item.Price,
                    item.UpdatedAt,
                })
            .ToListAsync(cancellationToken);
        var stock = await StockAsync(context, ids, cancellationToken);
        var listings = await ListingsAsync(context, ids, cancellationToken);
        return
        [
            .. items.Select(item => new ItemRow(
                item.Id,
                item.Sku,
                item.Title,
                item.Asin,
                item.FulfilledBy,
                item.ItemGroupId,
                item.GroupTitle,
                item.Price,
                stock.GetValueOrDefault(item.Id) ?? new StockFigures(0, 0),
                [.. listings[item.Id]],
                item.UpdatedAt)),
        ];
    }

    private static async Task<Dictionary<long, StockFigures>> StockAsync(
        PortalDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var sums = await context.StockBalances
            .Where(balance => ids.Contains(balance.ItemId))
            .GroupBy(balance => balance.ItemId)
            .Select(group => new
            {
                ItemId = group.Key,
                OnHand = group.Sum(balance => balance.OnHand),
                Reserved = group.Sum(balance => balance.Reserved),
            })
            .ToListAsync(cancellationToken);
        return sums.ToDictionary(sum => sum.ItemId, sum => new StockFigures(sum.OnHand, sum.Reserved));
    }

    private static async Task<ILookup<long, ListingRow>> ListingsAsync(
        PortalDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var listings = await context.Listings
            .Where(listing => listing.ItemId != null && ids.Contains(listing.ItemId.Value))
            .Join(
                context.Channels,
                listing => listing.ChannelId,
                channel => channel.Id,
                (listing, channel) => new
                {
                    ItemId = listing.ItemId!.Value,
                    Row = new ListingRow(
                        listing.Id,
                        listing.ChannelId,
                        channel.Name,
                        listing.Sku,
                        listing.State,
                        listing.Link,
                        listing.FulfilledBy,
                        listing.AmazonQuantity,
                        listing.Price,
                        context.StockPushes.Where(push => push.ListingId == listing.Id)
                            .Select(push => push.Quantity).FirstOrDefault(),
                        context.StockPushes.Where(push => push.ListingId == listing.Id && push.State == PushState.Refused)
                            .Select(push => push.Reason).FirstOrDefault(),
                        listing.AmazonUpdatedAt),
                })
            .ToListAsync(cancellationToken);
        return listings
            .OrderBy(listing => listing.Row.ChannelId)
            .ThenBy(listing => listing.Row.Id)
            .ToLookup(listing => listing.ItemId, listing => listing.Row);
    }
}
