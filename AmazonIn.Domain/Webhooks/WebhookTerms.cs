namespace AmazonIn.Domain.Webhooks;

/// <summary>What a person decides of an endpoint, checked.</summary>
/// <param name="Recipient">Who gets the events; the processor register lists them by it (security.md D-41).</param>
/// <param name="Purpose">What for.</param>
/// <param name="Events">Of <see cref="WebhookEventType"/>, at least one.</param>
public sealed record WebhookTerms(string Recipient, string Purpose, Uri Url, IReadOnlyList<string> Events);
