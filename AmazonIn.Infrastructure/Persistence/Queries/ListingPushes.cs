using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Queries;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>An item's listings with what they are to be told.</summary>
internal static class ListingPushes
{
    public static async Task<IReadOnlyList<ListingPushRow>> ReadAsync(
        PortalDbContext context, long itemId, CancellationToken cancellationToken)
    {
        var listings = await context.Listings
            .Where(listing => listing.ItemId == itemId)
            .Join(
                context.Channels,
                listing => listing.ChannelId,
                channel => channel.Id,
                (listing, channel) => new
                {
                    Listing = listing,
                    Channel = channel,
                    Push = context.StockPushes.FirstOrDefault(push => push.ListingId == listing.Id),
                })
            .OrderBy(row => row.Channel.Id)
            .ThenBy(row => row.Listing.Id)
            .ToListAsync(cancellationToken);
        if (listings.Count == 0)
        {
            return [];
        }

        var counted = await context.Items.AnyAsync(item => item.Id == itemId && item.OpeningStockAt != null, cancellationToken);
        var available = await context.StockBalances
            .Where(balance => balance.ItemId == itemId)
            .ToDictionaryAsync(balance => balance.WarehouseId, balance => balance.OnHand - balance.Reserved, cancellationToken);
        var warehouses = await context.Warehouses
            .ToDictionaryAsync(warehouse => warehouse.Id, warehouse => warehouse.Name, cancellationToken);
        return listings.ConvertAll(row =>
        {
            var source = row.Channel.WarehouseId;
            var units = source is { } warehouseId ? available.GetValueOrDefault(warehouseId) : available.Values.Sum();
            var sends = counted && row.Listing.FulfilledBy == FulfilledBy.Merchant;
            return new ListingPushRow(
                row.Listing.Id,
                row.Channel.Id,
                row.Channel.Name,
                row.Channel.State,
                row.Channel.StockSync,
                row.Listing.Sku,
                row.Listing.FulfilledBy,
                source is { } id ? warehouses.GetValueOrDefault(id) : null,
                units,
                row.Push?.Buffer ?? 0,
                row.Push?.Cap,
                sends ? row.Push?.Offered(units) ?? Math.Max(0, units) : null,
                row.Push?.State,
                row.Push?.Due ?? false,
                row.Push?.Quantity,
                row.Push?.SentAt,
                row.Push?.Route,
                row.Push?.RequestId,
                row.Push?.Reason,
                row.Push?.Attempts ?? 0,
                row.Push?.NotBefore,
                row.Push?.Effective,
                row.Push?.EffectiveAt);
        });
    }
}
