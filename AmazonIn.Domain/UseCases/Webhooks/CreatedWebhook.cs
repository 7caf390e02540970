using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.UseCases.Webhooks;

/// <summary>A new endpoint, and its secret for the one time that it is shown.</summary>
public sealed record CreatedWebhook(long Id, string Recipient, WebhookSecret Secret);
