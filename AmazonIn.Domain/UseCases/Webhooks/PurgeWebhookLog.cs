using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.UseCases.Webhooks;

/// <summary>Deletes old lines of the delivery logs.</summary>
public sealed class PurgeWebhookLog(IWebhookOutbox deliveries, TimeProvider time)
{
    /// <returns>How many went.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken) =>
        deliveries.PurgeAsync(WebhookLogPolicy.EndedBefore(time.GetUtcNow()), cancellationToken);
}
