using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Reads a <see cref="SalesOrderFilter"/> as a query.</summary>
internal static class OrderMatching
{
    public static async Task<IQueryable<SalesOrder>> FilterAsync(
        PortalDbContext context, SalesOrderFilter filter, CancellationToken cancellationToken)
    {
        var orders = ByTime(ByFacts(context.SalesOrders, filter), filter);
        if (filter.AmazonOrderId is { } amazonOrderId)
        {
            orders = WithAmazonId(context, orders, amazonOrderId);
        }

        return TextMatching.Wanted(filter.Search) is { } text
            ? await OrderSearch.FindAsync(context, orders, text, cancellationToken)
            : orders;
    }

    /// <summary>Orders that are not shipped whole and not void.</summary>
    public static IQueryable<SalesOrder> Open(this IQueryable<SalesOrder> orders) => orders.Where(order =>
        order.Status == OrderStatus.Confirmed || order.Status == OrderStatus.PartiallyShipped);

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
}
