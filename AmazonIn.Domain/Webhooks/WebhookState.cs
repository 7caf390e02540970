namespace AmazonIn.Domain.Webhooks;

/// <summary>Whether an endpoint is sent to, and if not, why.</summary>
public enum WebhookState
{
    Enabled,

    /// <summary>By a person.</summary>
    Disabled,

    /// <summary>The receiver answered 410: it wants no more.</summary>
    Gone,
}
