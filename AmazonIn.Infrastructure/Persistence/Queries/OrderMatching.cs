using System.Globalization;
using System.Text.RegularExpressions;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Reads a <see cref="SalesOrderFilter"/> as a query.</summary>
internal static partial class OrderMatching
{
    public static IQueryable<SalesOrder> Filter(PortalDbContext context, SalesOrderFilter filter)
    {
        var orders = ByTime(ByFacts(context.SalesOrders, filter), filter);
        if (filter.AmazonOrderId is { } amazonOrderId)
        {
            orders = WithAmazonId(context, orders, amazonOrderId);
        }

        return TextMatching.Wanted(filter.Search) is { } text ? Search(context, orders, text) : orders;
    }

    /// <summary>
    /// Orders with this number (<c>SO-00012</c> or <c>12</c>), with an Amazon order id that is or begins with the text,
    /// or with a line whose SKU does. Digits alone may be a number or a whole SKU.
    /// </summary>
    public static IQueryable<SalesOrder> Search(PortalDbContext context, IQueryable<SalesOrder> orders, string text)
    {
        if (Number().Match(text) is { Success: true } number)
        {
            // What has more digits than an id is the number of no order.
            _ = long.TryParse(number.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
            return number.Groups["prefix"].Success
                ? orders.Where(order => order.Id == id)
                : orders.Where(order => order.Id == id || OrdersOfSku(context, text).Contains(order.Id));
        }

        return AmazonId().IsMatch(text)
            ? WithAmazonId(context, orders, KeyRange.StartingWith(text))
            : orders.Where(order => OrdersOfSkusLike(context, text).Contains(order.Id));
    }

    private static IQueryable<SalesOrder> ByFacts(IQueryable<SalesOrder> orders, SalesOrderFilter filter)
    {
        if (filter.ChannelId is { } channelId)
        {
            orders = orders.Where(order => order.ChannelId == channelId);
        }

        if (filter.Status is { } status)
        {
            orders = orders.Where(order => order.Status == status);
        }

        if (filter.FulfilledBy is { } fulfilledBy)
        {
            orders = orders.Where(order => order.FulfilledBy == fulfilledBy);
        }

        if (filter.GstTreatment is { } treatment)
        {
            orders = orders.Where(order => order.GstTreatment == treatment);
        }

        if (filter.PlaceOfSupply is { } code)
        {
            orders = GstState.Find(code) is { } state
                ? orders.Where(order => order.PlaceOfSupply == state)
                : orders.Where(_ => false);
        }

        if (filter.CustomerId is { } customerId)
        {
            orders = orders.Where(order => order.CustomerId == customerId);
        }

        return filter.NeedsDecisionOnly ? orders.Where(order => order.NeedsDecision) : orders;
    }

    private static IQueryable<SalesOrder> ByTime(IQueryable<SalesOrder> orders, SalesOrderFilter filter)
    {
        if (filter.UpdatedSince is { } since)
        {
            orders = orders.Where(order => order.UpdatedAt >= since);
        }

        if (filter.OrderedFrom is { } from)
        {
            orders = orders.Where(order => order.OrderedAt >= from);
        }

        return filter.OrderedTo is { } to ? orders.Where(order => order.OrderedAt < to) : orders;
    }

    // The index leads with the channel, so it is asked once for each channel; orders without one are looked at besides.
    private static IQueryable<SalesOrder> WithAmazonId(
        PortalDbContext context, IQueryable<SalesOrder> orders, string amazonOrderId)
    {
        var channels = context.Channels.Select(channel => (long?)channel.Id);
        return orders.Where(order =>
            (channels.Contains(order.ChannelId) && order.AmazonOrderId == amazonOrderId)
            || (order.ChannelId == null && order.AmazonOrderId == amazonOrderId));
    }

    private static IQueryable<SalesOrder> WithAmazonId(
        PortalDbContext context, IQueryable<SalesOrder> orders, KeyRange ids)
    {
        var channels = context.Channels.Select(channel => (long?)channel.Id);
        return orders
            .Where(order => channels.Contains(order.ChannelId) || order.ChannelId == null)
            .Within(ids, order => order.AmazonOrderId);
    }

    private static IQueryable<long> OrdersOfSku(PortalDbContext context, string sku)
    {
        var items = context.Items.Where(item => item.Sku == sku).Select(item => (long?)item.Id)
            .Union(context.Listings.Where(listing => listing.Sku == sku).Select(listing => listing.ItemId));
        return context.OrderLines
            .Where(line => items.Contains(line.ItemId) || (line.ItemId == null && line.Sku == sku))
            .Select(line => line.SalesOrderId);
    }

    private static IQueryable<long> OrdersOfSkusLike(PortalDbContext context, string text)
    {
        var skus = KeyRange.StartingWith(text);
        var items = context.Items.Mentioning(text, item => item.Sku).Select(item => (long?)item.Id)
            .Union(context.Listings.Mentioning(text, listing => listing.Sku).Select(listing => listing.ItemId));
        return context.OrderLines
            .Where(line => items.Contains(line.ItemId))
            .Union(context.OrderLines.Where(line => line.ItemId == null).Within(skus, line => line.Sku))
            .Select(line => line.SalesOrderId);
    }

    [GeneratedRegex(@"^(?<prefix>SO-?)?(?<id>[0-9]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("^[0-9]{3}-[0-9]{0,7}(-[0-9]{0,7})?$", RegexOptions.CultureInvariant)]
    private static partial Regex AmazonId();
}
