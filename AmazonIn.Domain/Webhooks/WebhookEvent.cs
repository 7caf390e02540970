namespace AmazonIn.Domain.Webhooks;

/// <summary>Something that happened, for whoever listens. It has no room for more than a kind and an id (X5).</summary>
/// <param name="Type">One of <see cref="WebhookEventType"/>.</param>
/// <param name="SubjectId">Id of the order, shipment, item or run that it is about.</param>
public readonly record struct WebhookEvent(string Type, long SubjectId);
