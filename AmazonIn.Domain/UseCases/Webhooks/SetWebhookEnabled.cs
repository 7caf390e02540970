using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.UseCases.Webhooks;

/// <summary>
/// Stops or resumes sending. What happens while an endpoint is disabled is not kept for it; what waited before goes out
/// when it is enabled again.
/// </summary>
public sealed class SetWebhookEnabled(IWebhookStore webhooks, IAuditTrail audit, IOutboxSignal outbox, TimeProvider time)
{
    public async Task<Result<WebhookEndpoint>> RunAsync(
        Actor actor, long id, bool enabled, CancellationToken cancellationToken)
    {
        var result = await audit.ActAsync(
            webhooks,
            actor,
            id,
            enabled ? AuditAction.EnableWebhook : AuditAction.DisableWebhook,
            _ => null,
            endpoint =>
            {
                if (enabled)
                {
                    endpoint.Enable();
                }
                else
                {
                    endpoint.Disable(time.GetUtcNow());
                }

                return webhooks.TrySaveAsync(endpoint, cancellationToken);
            },
            cancellationToken);
        outbox.Ring();
        return result;
    }
}
