using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.UseCases.Webhooks;

/// <summary>What everything that is done to an endpoint has in common: the permission, the record, the saving.</summary>
internal static class WebhookActs
{
    /// <summary>
    /// The record of an act. Of the address only the host is named: paths of webhooks often carry a secret.
    /// </summary>
    public static AuditEntry Entry(Actor actor, string action, WebhookEndpoint endpoint) =>
        new AuditEntry(
            actor, action, AuditOutcome.Granted, $"webhook:{endpoint.Id}", $"Webhook of “{endpoint.Recipient}”")
        .With("host", new Uri(endpoint.Url).Host);

    /// <summary>Asks for the permission, then finds.</summary>
    public static async Task<Result<WebhookEndpoint>> FindAsync(
        this IAuditTrail audit, IWebhookStore webhooks, Actor actor, long id, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageWebhooks, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        return await webhooks.FindAsync(id, cancellationToken) is { } endpoint ? endpoint : WebhookErrors.NotFound;
    }

    /// <summary>As <see cref="FindAsync"/>, then records and acts.</summary>
    /// <param name="check">Why the act does not come into question, or null.</param>
    /// <param name="describe">Adds to the record.</param>
    public static async Task<Result<T>> ActAsync<T>(
        this IAuditTrail audit,
        IWebhookStore webhooks,
        Actor actor,
        long id,
        string action,
        Func<WebhookEndpoint, Error?> check,
        Func<WebhookEndpoint, Task<Result<T>>> act,
        CancellationToken cancellationToken,
        Func<AuditEntry, AuditEntry>? describe = null)
    {
        var found = await audit.FindAsync(webhooks, actor, id, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        var endpoint = found.Value;
        if (check(endpoint) is { } refusal)
        {
            return refusal;
        }

        var entry = Entry(actor, action, endpoint);
        return await audit.ActAsync(describe?.Invoke(entry) ?? entry, () => act(endpoint), cancellationToken);
    }

    /// <summary>Saves; a change of somebody else's in between is a refusal in words.</summary>
    public static async Task<Result<WebhookEndpoint>> TrySaveAsync(
        this IWebhookStore webhooks, WebhookEndpoint endpoint, CancellationToken cancellationToken)
    {
        try
        {
            await webhooks.SaveAsync(endpoint, cancellationToken);
            return endpoint;
        }
        catch (ConcurrentChangeException)
        {
            return WebhookErrors.Changed;
        }
    }
}
