using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>Keeps endpoints, and their secrets encrypted.</summary>
public interface IWebhookStore
{
    Task<IReadOnlyCollection<long>> ListEnabledAsync(CancellationToken cancellationToken);

    Task<WebhookEndpoint?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Adds the endpoint with its first secret.</summary>
    Task AddAsync(WebhookEndpoint endpoint, WebhookSecret secret, CancellationToken cancellationToken);

    /// <exception cref="ConcurrentChangeException">It was saved by somebody else since it was read.</exception>
    Task SaveAsync(WebhookEndpoint endpoint, CancellationToken cancellationToken);

    /// <summary>Removes the endpoint with its secrets and all its deliveries.</summary>
    Task RemoveAsync(long id, CancellationToken cancellationToken);

    /// <summary>Secrets that sign now, newest first.</summary>
    Task<IReadOnlyList<WebhookSecret>> ListSecretsAsync(WebhookEndpoint endpoint, CancellationToken cancellationToken);

    /// <summary>Adds a secret; the present one signs beside it until then, older ones end now.</summary>
    Task ReplaceSecretAsync(
        WebhookEndpoint endpoint, WebhookSecret secret, DateTimeOffset presentUntil, CancellationToken cancellationToken);
}
