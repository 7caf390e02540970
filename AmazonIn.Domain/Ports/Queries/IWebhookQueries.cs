using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Reads webhooks for people.</summary>
public interface IWebhookQueries
{
    /// <summary>All endpoints, by recipient. There are few.</summary>
    Task<IReadOnlyList<WebhookRow>> ListAsync(CancellationToken cancellationToken);

    Task<WebhookRow?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>The endpoint's delivery log, newest first.</summary>
    Task<PageOf<DeliveryRow>> ListDeliveriesAsync(
        long endpointId, DeliveryFilter filter, PageRequest page, CancellationToken cancellationToken);
}
