namespace AmazonIn.Domain.Webhooks;

/// <summary>What came of one attempt.</summary>
/// <param name="Status">HTTP status; null where there was no answer.</param>
/// <param name="RetryAfter">How long the receiver asks us to wait.</param>
public sealed record WebhookAnswer(WebhookOutcome Outcome, int? Status, TimeSpan Duration, TimeSpan? RetryAfter = null);
