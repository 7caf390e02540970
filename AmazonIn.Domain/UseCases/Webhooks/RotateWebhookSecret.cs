using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.UseCases.Webhooks;

/// <summary>
/// Gives an endpoint a new secret. For a day both sign (security.md W-02), so that the receiver has time to change; not
/// so where the old one has leaked.
/// </summary>
public sealed class RotateWebhookSecret(IWebhookStore webhooks, IAuditTrail audit, TimeProvider time)
{
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    public Task<Result<WebhookSecret>> RunAsync(Actor actor, long id, bool endOldNow, CancellationToken cancellationToken) =>
        audit.ActAsync(
            webhooks,
            actor,
            id,
            AuditAction.RotateWebhookSecret,
            _ => null,
            async endpoint =>
            {
                var secret = WebhookSecret.Generate();
                var oldUntil = time.GetUtcNow() + (endOldNow ? TimeSpan.Zero : Overlap);
                await webhooks.ReplaceSecretAsync(endpoint, secret, oldUntil, cancellationToken);
                return (Result<WebhookSecret>)secret;
            },
            cancellationToken,
            entry => entry.With("oldSecret", endOldNow ? "ended" : "signs for a day"));
}
