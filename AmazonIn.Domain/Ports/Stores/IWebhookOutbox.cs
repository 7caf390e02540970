using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>
/// Events on their way. The stores write them in the transaction of the change, so none is lost and none is invented.
/// </summary>
public interface IWebhookOutbox
{
    /// <summary>
    /// What is to be sent to the endpoint now, longest due first; of each object only the oldest event that waits, so
    /// that later ones come after it.
    /// </summary>
    Task<IReadOnlyList<WebhookDelivery>> ListDueAsync(
        long endpointId, DateTimeOffset now, int take, CancellationToken cancellationToken);

    /// <summary>
    /// Changes the endpoint and these of its deliveries in one transaction, on their state of that moment. Nothing
    /// where the endpoint is gone.
    /// </summary>
    Task RecordAsync(
        long endpointId,
        IReadOnlyCollection<long> deliveryIds,
        Action<WebhookEndpoint, IReadOnlyList<WebhookDelivery>> change,
        CancellationToken cancellationToken);

    Task AddAsync(WebhookDelivery delivery, CancellationToken cancellationToken);

    Task<WebhookDelivery?> FindAsync(long deliveryId, CancellationToken cancellationToken);

    /// <returns>How many went, of those that wait no more and occurred before.</returns>
    Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
