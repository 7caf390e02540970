using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.UseCases.Webhooks;

/// <summary>
/// Sends an event again that was given up, or that the receiver lost, under its old id: a receiver that has it after all
/// knows it again.
/// </summary>
public sealed class SendDeliveryAgain(
    IWebhookStore webhooks, IWebhookOutbox deliveries, IAuditTrail audit, IOutboxSignal outbox, TimeProvider time)
{
    public async Task<Result<WebhookDelivery>> RunAsync(
        Actor actor, long endpointId, long deliveryId, CancellationToken cancellationToken)
    {
        var delivery = await deliveries.FindAsync(deliveryId, cancellationToken);
        return await audit.ActAsync(
            webhooks,
            actor,
            endpointId,
            AuditAction.SendWebhookAgain,
            endpoint =>
                !endpoint.IsEnabled ? WebhookErrors.Disabled
                : delivery?.EndpointId != endpoint.Id ? WebhookErrors.NoDelivery
                : delivery.State == DeliveryState.Waiting ? WebhookErrors.WaitsAlready
                : null,
            async endpoint =>
            {
                await deliveries.RecordAsync(
                    endpoint.Id, [deliveryId], (_, found) => Again(found), cancellationToken);
                outbox.Ring();
                return (Result<WebhookDelivery>)delivery!;
            },
            cancellationToken,
            entry => entry.With("message", delivery!.MessageId));
    }

    private void Again(IReadOnlyList<WebhookDelivery> found)
    {
        foreach (var delivery in found)
        {
            delivery.SendAgain(time.GetUtcNow());
        }
    }
}
