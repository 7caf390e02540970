using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.UseCases.Webhooks;

/// <summary>
/// Sends an event again that was given up, or that the receiver lost, under its old id: a receiver that has it after all
/// knows it again.
/// </summary>
public sealed class SendDeliveryAgain(
    IWebhookStore webhooks, IWebhookOutbox deliveries, IAuditTrail audit, IOutboxSignal outbox, TimeProvider time)
{
    public async Task<Result> RunAsync(
        Actor actor, long endpointId, long deliveryId, CancellationToken cancellationToken)
    {
        var asked = await audit.FindAsync(webhooks, actor, endpointId, cancellationToken);
        if (!asked.Succeeded)
        {
            return asked.Error;
        }

        var endpoint = asked.Value;
        if (!endpoint.IsEnabled)
        {
            return WebhookErrors.Disabled;
        }

        if (await deliveries.FindAsync(deliveryId, cancellationToken) is not { } delivery
            || delivery.EndpointId != endpoint.Id)
        {
            return WebhookErrors.NoDelivery;
        }

        if (delivery.State == DeliveryState.Waiting)
        {
            return WebhookErrors.WaitsAlready;
        }

        return await audit.ActAsync(
            WebhookActs.Entry(actor, AuditAction.SendWebhookAgain, endpoint).With("message", delivery.MessageId),
            async () =>
            {
                await deliveries.RecordAsync(
                    endpoint.Id, [deliveryId], (_, found) => Again(found), cancellationToken);
                outbox.Ring();
                return Result.Success;
            },
            cancellationToken);
    }

    private void Again(IReadOnlyList<WebhookDelivery> found)
    {
        foreach (var delivery in found)
        {
            delivery.SendAgain(time.GetUtcNow());
        }
    }
}
