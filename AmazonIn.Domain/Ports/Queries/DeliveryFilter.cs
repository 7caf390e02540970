using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Narrows a delivery log; null leaves a part open.</summary>
/// <param name="Type">One of <see cref="WebhookEventType"/>.</param>
public sealed record DeliveryFilter(DeliveryState? State = null, string? Type = null);
