using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>An endpoint, without its secrets.</summary>
/// <param name="Waiting">Events that are still to be delivered.</param>
/// <param name="OldSecretUntil">While a secret is being replaced: until when the old one signs too.</param>
public sealed record WebhookRow(
    long Id,
    string Recipient,
    string Purpose,
    string Url,
    IReadOnlyList<string> Events,
    WebhookState State,
    DateTimeOffset? DisabledAt,
    DateTimeOffset? FailingSince,
    DateTimeOffset? LastDeliveredAt,
    int Waiting,
    DateTimeOffset? OldSecretUntil,
    string CreatedBy,
    DateTimeOffset CreatedAt)
{
    /// <summary>Whether the owner is to be told.</summary>
    public bool NeedsAttention(DateTimeOffset now) =>
        State == WebhookState.Gone || (State == WebhookState.Enabled && now - FailingSince >= WebhookEndpoint.LongFailure);
}
