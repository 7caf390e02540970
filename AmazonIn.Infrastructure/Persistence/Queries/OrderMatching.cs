using System.Linq.Expressions;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Reads a <see cref="SalesOrderFilter"/> as a query.</summary>
internal static class OrderMatching
{
    public static async Task<IQueryable<SalesOrder>> FilterAsync(
        PortalDbContext context, SalesOrderFilter filter, CancellationToken cancellationToken)
    {
        var orders = ByTime(ByFacts(context.SalesOrders, filter), filter);
        if (filter.UpdatedSince is { } since)
        {
            orders = await MaybeFewAsync(
                context, orders, order => order.UpdatedAt >= since, order => order.UpdatedAt, cancellationToken);
        }

        if (filter.NeedsDecisionOnly)
        {
            orders = await MaybeFewAsync(
                context, orders, order => order.NeedsDecision, order => order.NeedsDecision, cancellationToken);
        }

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

        return filter.CustomerId is { } customerId
            ? orders.Where(order => order.CustomerId == customerId)
            : orders;
    }

    private static IQueryable<SalesOrder> ByTime(IQueryable<SalesOrder> orders, SalesOrderFilter filter)
    {
        if (filter.OrderedFrom is { } from)
        {
            orders = orders.Where(order => order.OrderedAt >= from);
        }

        return filter.OrderedTo is { } to ? orders.Where(order => order.OrderedAt < to) : orders;
    }

    // What is new since the last time and what needs a person are mostly few. Whoever goes through all orders in the
    // order of the list, as SQLite would, looks at every one of them in vain; so the few are taken from the condition's
    // own index first. Of many, a page is soon found on the way.
    private static async Task<IQueryable<SalesOrder>> MaybeFewAsync<TKey>(
        PortalDbContext context,
        IQueryable<SalesOrder> orders,
        Expression<Func<SalesOrder, bool>> condition,
        Expression<Func<SalesOrder, TKey>> indexed,
        CancellationToken cancellationToken)
    {
        var few = await context.SalesOrders
            .Where(condition)
            .OrderByDescending(indexed)
            .Select(order => order.Id)
            .Take(Lists.Size + 1)
            .ToListAsync(cancellationToken);
        return few.Count <= Lists.Size ? orders.Where(order => few.Contains(order.Id)) : orders.Where(condition);
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
