using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Webhooks;

/// <summary>Why a webhook is not saved or sent.</summary>
public static class WebhookErrors
{
    public static Error NotFound { get; } = Error.NotFound("The webhook");

    public static Error NoDelivery { get; } = Error.NotFound("The delivery");

    public static Error RecipientMissing { get; } = new(
        "webhook.recipient",
        $"Enter who gets the events, at most {WebhookEndpoint.RecipientMaxLength} characters. It stays in your register of recipients.");

    public static Error PurposeMissing { get; } = new(
        "webhook.purpose",
        $"Enter what the recipient needs the events for, at most {WebhookEndpoint.PurposeMaxLength} characters.");

    public static Error EventsMissing { get; } = new("webhook.events", "Choose at least one kind of event.");

    public static Error UrlMalformed { get; } = new(
        "webhook.url",
        $"Enter a whole address such as https://example.com/hooks, at most {WebhookEndpoint.UrlMaxLength} characters.");

    public static Error UrlWithCredentials { get; } = new(
        "webhook.url",
        "Leave out user names, passwords and anything after #. The receiver knows us by the signature.");

    public static Error UrlNotHttps { get; } = new(
        "webhook.url",
        "Use https on its own port, 443. Others are possible where the operator of this portal allows the target.");

    public static Error UrlNotPublic { get; } = new(
        "webhook.url",
        "This address is inside a network or reserved, and is not sent to unless the operator of this portal allows it.");

    public static Error Disabled { get; } = new(
        "webhook.disabled",
        "The webhook is disabled, so nothing is sent. Enable it first.",
        ErrorKind.Conflict);

    public static Error Changed { get; } = new(
        "webhook.changed",
        "The webhook changed in this moment. Try again.",
        ErrorKind.Conflict);

    public static Error WaitsAlready { get; } = new(
        "webhook.waits",
        "This event waits to be sent already.",
        ErrorKind.Conflict);
}
