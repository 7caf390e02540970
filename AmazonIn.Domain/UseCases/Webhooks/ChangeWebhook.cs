using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.UseCases.Webhooks;

/// <summary>Changes who is told of what, and where. What waits goes to the new address.</summary>
public sealed class ChangeWebhook(IWebhookStore webhooks, WebhookTargets targets, IAuditTrail audit)
{
    public Task<Result<WebhookEndpoint>> RunAsync(
        Actor actor, long id, WebhookRequest request, CancellationToken cancellationToken)
    {
        var terms = request.Check(targets);
        return audit.ActAsync(
            webhooks,
            actor,
            id,
            AuditAction.ChangeWebhook,
            _ => terms.Error,
            endpoint =>
            {
                endpoint.Change(terms.Value!);
                return webhooks.TrySaveAsync(endpoint, cancellationToken);
            },
            cancellationToken,
            entry => entry.With("newHost", terms.Value!.Url.Host).With("newEvents", string.Join(' ', terms.Value.Events)));
    }
}
