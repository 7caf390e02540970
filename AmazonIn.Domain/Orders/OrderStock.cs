using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.Orders;

/// <summary>
/// What orders want of our stock: open units are reserved, shipped ones have left, cancelled ones are released.
/// Orders that Amazon fulfils want nothing.
/// </summary>
public static class OrderStock
{
    /// <summary>The key of a channel's order, before and after it becomes a sales order.</summary>
    public static string KeyOf(long channelId, string amazonOrderId) => $"{channelId}:{amazonOrderId}";

    public static string KeyOf(SalesOrder order) =>
        order is { ChannelId: { } channelId, AmazonOrderId: { } amazonOrderId } ? KeyOf(channelId, amazonOrderId) : order.Number;

    /// <summary>What a sales order wants.</summary>
    public static OrderDemand DemandOf(SalesOrder order)
    {
        var key = KeyOf(order);
        var reference = order.AmazonOrderId ?? order.Number;
        return new OrderDemand(key, reference, order.UpdatedAt, [.. order.Lines.Select(line => new StockDemand
        {
            OrderKey = key,
            LineKey = line.OrderItemId,
            ItemId = order.FulfilledBy == FulfilledBy.Merchant ? line.ItemId : null,
            WarehouseId = order.WarehouseId,
            Reserved = order.IsOpen ? Math.Max(0, line.Quantity - line.QuantityFulfilled) : 0,
            Taken = order.Status switch
            {
                OrderStatus.Void => null,
                OrderStatus.Fulfilled when line.QuantityFulfilled == 0 => line.Quantity,
                _ => line.QuantityFulfilled,
            },
            OrderedAt = order.OrderedAt,
            SaidAt = order.UpdatedAt,
            ChannelId = order.ChannelId,
            Reference = reference,
        })]);
    }

    /// <summary>
    /// What a marketplace's order wants that is no sales order of ours: a pending one already reserves, so that the last
    /// unit is not sold twice; one that was shipped has left although the preference leaves it out.
    /// </summary>
    /// <param name="order">What Amazon says.</param>
    /// <param name="channelId">Whose order it is.</param>
    /// <param name="warehouseId">Where the channel's orders are tracked now.</param>
    /// <param name="items">Our items by SKU.</param>
    /// <returns>Null where the answer says nothing about it.</returns>
    public static OrderDemand? DemandOf(
        MarketplaceOrder order, long channelId, long warehouseId, IReadOnlyDictionary<string, long> items)
    {
        var cancelled = order.Status == MarketplaceOrderStatus.Cancelled;
        if (order.Status == MarketplaceOrderStatus.Unknown || (order.Lines.Count == 0 && !cancelled))
        {
            return null;
        }

        var key = KeyOf(channelId, order.OrderId);
        var shipped = order.Status == MarketplaceOrderStatus.Shipped;
        return new OrderDemand(key, order.OrderId, order.UpdatedAt, [.. order.Lines.Select(line => new StockDemand
        {
            OrderKey = key,
            LineKey = line.OrderItemId,
            ItemId = order.FulfilledBy == FulfilledBy.Merchant && items.TryGetValue(line.Sku, out var itemId) ? itemId : null,
            WarehouseId = warehouseId,
            Reserved = shipped || cancelled ? 0 : Math.Max(0, line.Quantity - line.QuantityFulfilled),
            Taken = cancelled ? null : shipped && line.QuantityFulfilled == 0 ? line.Quantity : line.QuantityFulfilled,
            OrderedAt = order.CreatedAt,
            SaidAt = order.UpdatedAt,
            ChannelId = channelId,
            Reference = order.OrderId,
        })]);
    }
}
