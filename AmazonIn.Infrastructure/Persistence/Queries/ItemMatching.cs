using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Reads an <see cref="ItemFilter"/> as a query.</summary>
internal static class ItemMatching
{
    public static IQueryable<Item> Filter(PortalDbContext context, ItemFilter filter)
    {
        var items = context.Items.AsQueryable();
        if (filter.Sku is { } sku)
        {
            items = items.Where(item => item.Sku == sku);
        }

        if (filter.FulfilledBy is { } fulfilledBy)
        {
            items = items.Where(item => item.FulfilledBy == fulfilledBy);
        }

        if (filter.ItemGroupId is { } groupId)
        {
            items = items.Where(item => item.ItemGroupId == groupId);
        }

        if (TextMatching.Wanted(filter.Search) is { } text)
        {
            items = Search(items, text);
        }

        items = Listed(context, items, filter);
        return filter.OutOfStockOnly ? OutOfStock(context, items) : items;
    }

    /// <summary>Items with the text in SKU, title or ASIN.</summary>
    public static IQueryable<Item> Search(IQueryable<Item> items, string text) => 
        items.Mentioning(text, item => item.Sku, item => item.Title, item => item.Asin);

    /// <summary>
    /// Items of the seller's own with nothing available. Amazon's own stock is not in our warehouses, so an item that
    /// Amazon keeps is never out of stock here.
    /// </summary>
    public static IQueryable<Item> OutOfStock(PortalDbContext context, IQueryable<Item> items) => items.Where(item =>
        item.FulfilledBy == FulfilledBy.Merchant
        && context.StockBalances
            .Where(balance => balance.ItemId == item.Id)
            .Sum(balance => balance.OnHand - balance.Reserved) <= 0);

    // State and channel are asked of one and the same listing.
    private static IQueryable<Item> Listed(PortalDbContext context, IQueryable<Item> items, ItemFilter filter)
    {
        if (filter.ListingState is null && filter.ChannelId is null)
        {
            return items;
        }

        var listings = context.Listings.AsQueryable();
        if (filter.ListingState is { } state)
        {
            listings = listings.Where(listing => listing.State == state);
        }

        if (filter.ChannelId is { } channelId)
        {
            listings = listings.Where(listing => listing.ChannelId == channelId);
        }

        return items.Where(item => listings.Any(listing => listing.ItemId == item.Id));
    }
}
