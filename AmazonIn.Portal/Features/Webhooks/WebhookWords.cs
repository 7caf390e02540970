using System.Globalization;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.Webhooks;

/// <summary>How webhooks read on the screen.</summary>
internal static class WebhookWords
{
    public static string Href(long id) => string.Create(CultureInfo.InvariantCulture, $"/settings/webhooks/{id}");

    public static string HostOf(WebhookRow webhook) => new Uri(webhook.Url).Host;

    /// <summary>What happened.</summary>
    public static string OfEvent(string type) => type switch
    {
        WebhookEventType.OrderCreated => "Order created",
        WebhookEventType.OrderUpdated => "Order changed",
        WebhookEventType.OrderFulfilled => "Order fulfilled",
        WebhookEventType.OrderVoided => "Order voided",
        WebhookEventType.ShipmentCreated => "Package shipped",
        WebhookEventType.StockChanged => "Stock of an item changed",
        WebhookEventType.ItemCreated => "Item created",
        WebhookEventType.SyncFailed => "Sync failed",
        WebhookEventType.Test => "Test event",
        _ => type,
    };

    public static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "Waiting",
        DeliveryState.Delivered => "Delivered",
        DeliveryState.Failed => "Given up",
    };

    /// <summary>Waiting is only remarkable after a first failure.</summary>
    public static StatusKind KindOf(DeliveryRow delivery) => delivery switch
    {
        { State: DeliveryState.Delivered } => StatusKind.Success,
        { State: DeliveryState.Failed } => StatusKind.Error,
        { Attempts: > 0 } => StatusKind.Warning,
        _ => StatusKind.Neutral,
    };

    /// <summary>The receiver's answer, of which nothing but the status is kept.</summary>
    public static string AnswerOf(DeliveryRow delivery) => delivery.Outcome is not { } outcome ? IndianFormat.Nothing : outcome switch
    {
        WebhookOutcome.Accepted or WebhookOutcome.Refused => $"HTTP {delivery.Status}",
        WebhookOutcome.Gone => "HTTP 410, wants no more",
        WebhookOutcome.Redirected => $"HTTP {delivery.Status}, redirect not followed",
        WebhookOutcome.TimedOut => "No answer in 15 s",
        WebhookOutcome.Unreachable => "Not reachable",
        WebhookOutcome.NotTrusted => "Certificate not trusted",
        WebhookOutcome.NotAllowed => "Address is inside a network",
    };

    public static (string Text, StatusKind Kind) HealthOf(WebhookRow webhook, DateTimeOffset now) => webhook switch
    {
        { State: WebhookState.Gone } => ("Ended by the receiver", StatusKind.Error),
        { State: WebhookState.Disabled } => ("Disabled", StatusKind.Neutral),
        { FailingSince: not null } when webhook.NeedsAttention(now) => ("Failing", StatusKind.Error),
        { FailingSince: not null } => ("Trying again", StatusKind.Warning),
        { LastDeliveredAt: null } => ("Nothing sent yet", StatusKind.Info),
        _ => ("Working", StatusKind.Success),
    };
}
