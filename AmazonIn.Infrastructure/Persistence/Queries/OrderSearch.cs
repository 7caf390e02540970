using System.Globalization;
using System.Text.RegularExpressions;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Orders;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>
/// Finds sales orders by what a person typed: a number (<c>SO-00012</c> or <c>12</c>), an Amazon order id or its
/// beginning, or part of the SKU of a line's item. Digits alone may be a number or a whole SKU.
/// </summary>
internal static partial class OrderSearch
{
    public static async Task<IQueryable<SalesOrder>> FindAsync(
        PortalDbContext context, IQueryable<SalesOrder> orders, string text, CancellationToken cancellationToken)
    {
        if (AmazonId().IsMatch(text))
        {
            return WithAmazonId(context, orders, KeyRange.StartingWith(text));
        }

        var number = Number().Match(text);
        if (!number.Success)
        {
            return await WithSkuAsync(context, orders, text, cancellationToken);
        }

        // What has more digits than an id is the number of no order.
        _ = long.TryParse(number.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        return number.Groups["prefix"].Success
            ? orders.Where(order => order.Id == id)
            : await WithNumberOrSkuAsync(context, orders, id, text, cancellationToken);
    }

    // The index leads with the channel, so it is asked for each channel; orders without one are looked at besides.
    private static IQueryable<SalesOrder> WithAmazonId(
        PortalDbContext context, IQueryable<SalesOrder> orders, KeyRange ids)
    {
        var channels = context.Channels.Select(channel => (long?)channel.Id);
        return orders
            .Where(order => channels.Contains(order.ChannelId) || order.ChannelId == null)
            .Within(ids, order => order.AmazonOrderId);
    }

    private static async Task<IQueryable<SalesOrder>> WithNumberOrSkuAsync(
        PortalDbContext context,
        IQueryable<SalesOrder> orders,
        long id,
        string sku,
        CancellationToken cancellationToken)
    {
        var items = await ItemsOf(
                context.Items.Where(item => item.Sku == sku),
                context.Listings.Where(listing => listing.Sku == sku))
            .ToListAsync(cancellationToken);
        var ids = OrdersOf(context, items, context.OrderLines.Where(line => line.Sku == sku))
            .Concat(context.SalesOrders.Where(order => order.Id == id).Select(order => order.Id));
        return orders.Where(order => ids.Contains(order.Id));
    }

    private static async Task<IQueryable<SalesOrder>> WithSkuAsync(
        PortalDbContext context, IQueryable<SalesOrder> orders, string text, CancellationToken cancellationToken)
    {
        var items = ItemsOf(
            context.Items.Mentioning(text, item => item.Sku),
            context.Listings.Mentioning(text, listing => listing.Sku));

        // Lines without an item are not found through one. Of their own SKU the beginning must match, for the index.
        var unlinked = context.OrderLines.Within(KeyRange.StartingWith(text), line => line.Sku);
        var few = await items.OrderBy(id => id).Take(Lists.Size + 1).ToListAsync(cancellationToken);
        if (few.Count <= Lists.Size)
        {
            var ids = OrdersOf(context, few, unlinked);
            return orders.Where(order => ids.Contains(order.Id));
        }

        // So many items that most orders have one of them: going through the orders finds a page of them sooner than
        // gathering all their lines first.
        return orders.Where(order =>
            context.OrderLines.Any(line =>
                line.SalesOrderId == order.Id && line.ItemId != null && items.Contains(line.ItemId.Value))
            || unlinked.Any(line => line.SalesOrderId == order.Id && line.ItemId == null));
    }

    /// <summary>Ids of items that have such a SKU themselves or as a listing; a line has its listing's SKU.</summary>
    private static IQueryable<long> ItemsOf(IQueryable<Item> items, IQueryable<Listing> listings) => items
        .Select(item => item.Id)
        .Union(listings.Where(listing => listing.ItemId != null).Select(listing => listing.ItemId!.Value));

    // A union, not conditions joined by "or", which the databases do not answer from their indexes.
    private static IQueryable<long> OrdersOf(
        PortalDbContext context, IReadOnlyList<long> items, IQueryable<OrderLine> unlinked) => context.OrderLines
            .Where(line => line.ItemId != null && items.Contains(line.ItemId.Value))
            .Select(line => line.SalesOrderId)
            .Concat(unlinked.Where(line => line.ItemId == null).Select(line => line.SalesOrderId));

    [GeneratedRegex(@"^(?<prefix>SO-?)?(?<id>[0-9]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("^[0-9]{3}-[0-9]{0,7}(-[0-9]{0,7})?$", RegexOptions.CultureInvariant)]
    private static partial Regex AmazonId();
}
