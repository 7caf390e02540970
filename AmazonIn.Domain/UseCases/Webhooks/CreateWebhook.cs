using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.UseCases.Webhooks;

/// <summary>Adds an endpoint, after asking who receives the events and what for (security.md D-41).</summary>
public sealed class CreateWebhook(IWebhookStore webhooks, WebhookTargets targets, IAuditTrail audit, TimeProvider time)
{
    public async Task<Result<CreatedWebhook>> RunAsync(
        Actor actor, WebhookRequest request, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageWebhooks, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var terms = request.Check(targets);
        if (!terms.Succeeded)
        {
            return terms.Error;
        }

        var endpoint = new WebhookEndpoint(terms.Value, actor.Name, time.GetUtcNow());
        var entry = WebhookActs.Entry(actor, AuditAction.CreateWebhook, endpoint)
            .With("events", endpoint.Events)
            .With("purpose", endpoint.Purpose) with { Subject = "webhook" };
        return await audit.ActAsync(
            entry,
            async () =>
            {
                var secret = WebhookSecret.Generate();
                await webhooks.AddAsync(endpoint, secret, cancellationToken);
                return (Result<CreatedWebhook>)new CreatedWebhook(endpoint.Id, endpoint.Recipient, secret);
            },
            created => entry with { Subject = $"webhook:{created.Id}" },
            cancellationToken);
    }
}
