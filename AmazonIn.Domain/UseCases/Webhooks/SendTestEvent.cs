using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.UseCases.Webhooks;

/// <summary>Sends an event that means nothing, by the way of all others.</summary>
public sealed class SendTestEvent(
    IWebhookStore webhooks, IWebhookOutbox deliveries, IAuditTrail audit, IOutboxSignal outbox, TimeProvider time)
{
    public Task<Result<WebhookDelivery>> RunAsync(Actor actor, long id, CancellationToken cancellationToken) =>
        audit.ActAsync(
            webhooks,
            actor,
            id,
            AuditAction.TestWebhook,
            endpoint => endpoint.IsEnabled ? null : WebhookErrors.Disabled,
            async endpoint =>
            {
                var delivery = new WebhookDelivery(
                    endpoint.Id, new WebhookEvent(WebhookEventType.Test, endpoint.Id), time.GetUtcNow());
                await deliveries.AddAsync(delivery, cancellationToken);
                outbox.Ring();
                return (Result<WebhookDelivery>)delivery;
            },
            cancellationToken);
}
