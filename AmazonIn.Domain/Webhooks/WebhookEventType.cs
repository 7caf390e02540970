namespace AmazonIn.Domain.Webhooks;

/// <summary>
/// What an endpoint can hear of. A code is stable, since receivers go by it; the part before the dot names what the
/// event's id belongs to.
/// </summary>
public static class WebhookEventType
{
    public const int MaxLength = 32;

    public const string OrderCreated = "order.created";
    public const string OrderUpdated = "order.updated";
    public const string OrderFulfilled = "order.fulfilled";
    public const string OrderVoided = "order.voided";
    public const string ShipmentCreated = "shipment.created";
    public const string StockChanged = "item.stock-changed";
    public const string ItemCreated = "item.created";
    public const string SyncFailed = "sync-run.failed";

    /// <summary>Sent when a person tries an endpoint out; nobody can choose it.</summary>
    public const string Test = "webhook.test";

    /// <summary>Those that can be chosen.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        OrderCreated, OrderUpdated, OrderFulfilled, OrderVoided, ShipmentCreated, StockChanged, ItemCreated, SyncFailed,
    ];

    /// <summary><c>order</c> of <c>order.created</c>.</summary>
    public static string ObjectOf(string type) => type[..type.IndexOf('.', StringComparison.Ordinal)];
}
