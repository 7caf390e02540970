namespace AmazonIn.Infrastructure.Webhooks;

/// <summary>What an event is about: <c>order</c> 12.</summary>
internal sealed record WebhookSubject(string Object, long Id);
