using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Reads a <see cref="StockFilter"/> as a query.</summary>
internal static class StockMatching
{
    /// <summary>The balances whose figures are asked for.</summary>
    public static IQueryable<StockBalance> Balances(PortalDbContext context, StockFilter filter) =>
        filter.WarehouseId is { } warehouseId
            ? context.StockBalances.Where(balance => balance.WarehouseId == warehouseId)
            : context.StockBalances;

    /// <summary>What the seller keeps, and whatever else a warehouse holds all the same.</summary>
    public static IQueryable<Item> Filter(PortalDbContext context, StockFilter filter)
    {
        var balances = Balances(context, filter);
        var items = filter.WarehouseId is null
            ? context.Items.Where(item => item.FulfilledBy == FulfilledBy.Merchant
                || context.StockBalances.Any(balance => balance.ItemId == item.Id))
            : context.Items.Where(item => balances.Any(balance => balance.ItemId == item.Id));
        if (TextMatching.Wanted(filter.Search) is { } text)
        {
            items = ItemMatching.Search(items, text);
        }

        if (filter.ChannelId is { } channelId)
        {
            items = items.Where(item => context.Listings.Any(
                listing => listing.ItemId == item.Id && listing.ChannelId == channelId));
        }

        if (filter.Push is { } state)
        {
            items = items.Where(item => context.Listings.Any(listing => listing.ItemId == item.Id
                && (filter.ChannelId == null || listing.ChannelId == filter.ChannelId)
                && context.StockPushes.Any(push => push.ListingId == listing.Id && push.State == state)));
        }

        return filter.Level is { } level ? At(items, balances, level) : items;
    }

    private static IQueryable<Item> At(IQueryable<Item> items, IQueryable<StockBalance> balances, StockLevel level) => level switch
    {
        StockLevel.Low => items.Where(item =>
            balances.Where(balance => balance.ItemId == item.Id).Sum(balance => balance.OnHand - balance.Reserved) > 0
            && balances.Where(balance => balance.ItemId == item.Id).Sum(balance => balance.OnHand - balance.Reserved)
                <= StockRow.LowUpTo),
        StockLevel.Out => items.Where(item =>
            balances.Where(balance => balance.ItemId == item.Id).Sum(balance => balance.OnHand - balance.Reserved) <= 0),
        StockLevel.Oversold => items.Where(item =>
            balances.Where(balance => balance.ItemId == item.Id).Sum(balance => balance.OnHand - balance.Reserved) < 0),
        StockLevel.Negative => items.Where(item => balances.Any(balance => balance.ItemId == item.Id && balance.OnHand < 0)),
        StockLevel.NotCounted => items.Where(item => item.OpeningStockAt == null && item.FulfilledBy == FulfilledBy.Merchant),
    };
}
