using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>Reads the clock off an order.</summary>
internal static class ShipClocks
{
    private static readonly TimeSpan Warning = TimeSpan.FromDays(1);

    public static ShipClock Of(SalesOrderRow order, DateTimeOffset now) =>
        order.Status is OrderStatus.Fulfilled or OrderStatus.Void ? ShipClock.Stopped
        : order.FulfilledBy == FulfilledBy.Amazon ? ShipClock.Amazon
        : order.ShipBy is not { } shipBy ? ShipClock.Unknown
        : shipBy < now ? ShipClock.Late
        : shipBy - now <= Warning ? ShipClock.Soon
        : ShipClock.Ample;
}
