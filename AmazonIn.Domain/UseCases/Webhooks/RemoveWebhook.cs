using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.UseCases.Webhooks;

/// <summary>Removes an endpoint with its secrets, its log and what waits for it.</summary>
public sealed class RemoveWebhook(IWebhookStore webhooks, IAuditTrail audit)
{
    public Task<Result<WebhookEndpoint>> RunAsync(Actor actor, long id, CancellationToken cancellationToken) =>
        audit.ActAsync(
            webhooks,
            actor,
            id,
            AuditAction.RemoveWebhook,
            _ => null,
            async endpoint =>
            {
                await webhooks.RemoveAsync(endpoint.Id, cancellationToken);
                return (Result<WebhookEndpoint>)endpoint;
            },
            cancellationToken);
}
