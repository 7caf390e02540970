using System.Linq.Expressions;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Stock;
using AmazonIn.Infrastructure.Persistence.Queries;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>Orders that reserve stock while they are pending at Amazon, before they are sales orders.</summary>
internal static class PendingOrders
{
    /// <summary>Confirmed or partially shipped.</summary>
    public static Expression<Func<SalesOrder, bool>> Open { get; } =
        order => order.Status == OrderStatus.Confirmed || order.Status == OrderStatus.PartiallyShipped;

    /// <summary>The claims that hold stock for them.</summary>
    public static IQueryable<StockClaim> Of(PortalDbContext db, long channelId)
    {
        var prefix = OrderStock.KeyOf(channelId, string.Empty);
        return db.StockClaims
            .Where(claim => claim.Reserved != 0)
            .Within(KeyRange.StartingWith(prefix), claim => claim.OrderKey)
            .Where(claim => !db.SalesOrders.Any(order => order.ChannelId == channelId
                && order.AmazonOrderId == claim.OrderKey.Substring(prefix.Length)));
    }

    /// <summary>Their keys, in order, with the time of what Amazon said last.</summary>
    public static IQueryable<KeyValuePair<string, DateTimeOffset>> LastHeardOf(PortalDbContext db, long channelId) =>
        Of(db, channelId)
            .GroupBy(claim => claim.OrderKey)
            .Select(order => new { order.Key, SaidAt = order.Max(claim => claim.SaidAt) })
            .OrderBy(order => order.Key)
            .Select(order => new KeyValuePair<string, DateTimeOffset>(order.Key, order.SaidAt));

    /// <summary>A demand for nothing.</summary>
    public static OrderDemand NoLongerWanted(string orderKey, DateTimeOffset saidAt) =>
        new(orderKey, orderKey[(orderKey.IndexOf(':', StringComparison.Ordinal) + 1)..], saidAt, []);
}
