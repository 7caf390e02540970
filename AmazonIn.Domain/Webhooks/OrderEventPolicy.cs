using AmazonIn.Domain.Orders;

namespace AmazonIn.Domain.Webhooks;

/// <summary>Which event a saved order is.</summary>
public static class OrderEventPolicy
{
    /// <param name="before">The status until now; null for a new order, which is only that, whatever its status.</param>
    public static string TypeOf(OrderStatus? before, OrderStatus now) => (before, now) switch
    {
        (null, _) => WebhookEventType.OrderCreated,
        (not OrderStatus.Fulfilled, OrderStatus.Fulfilled) => WebhookEventType.OrderFulfilled,
        (not OrderStatus.Void, OrderStatus.Void) => WebhookEventType.OrderVoided,
        _ => WebhookEventType.OrderUpdated,
    };
}
