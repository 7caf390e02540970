using System.Text.Json;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Infrastructure.Webhooks;

/// <summary>All that leaves in a webhook (security.md W-05): what happened, when, and to what. The rest is asked for by
/// the API, with its own permissions.</summary>
internal sealed record WebhookBody(string Type, DateTimeOffset Timestamp, WebhookSubject Data)
{
    public static WebhookBody Of(WebhookDelivery delivery) => new(
        delivery.Type,
        delivery.OccurredAt,
        new WebhookSubject(delivery.SubjectKind, delivery.SubjectId));

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);
}
