using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class WebhookQueries(Storage<PortalDbContext> storage, TimeProvider time) : IWebhookQueries
{
    public Task<IReadOnlyList<WebhookRow>> ListAsync(CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<WebhookRow>>(
            async (db, token) => (await ReadAsync(db, db.WebhookEndpoints, token))
                .OrderBy(row => row.Recipient, StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Id).ToList(),
            cancellationToken);

    public Task<WebhookRow?> FindAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync(
        async (db, token) =>
            (await ReadAsync(db, db.WebhookEndpoints.Where(endpoint => endpoint.Id == id), token)).FirstOrDefault(),
        cancellationToken);

    public Task<PageOf<DeliveryRow>> ListDeliveriesAsync(
        long endpointId, DeliveryFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        storage.ReadAsync(
            async (db, token) =>
            {
                var wanted = Filter(db.WebhookDeliveries.Where(row => row.EndpointId == endpointId), filter);
                var newestFirst = wanted.OrderByDescending(row => row.Id);
                var found = await wanted.Select(row => row.Id)
                    .ReadPageAsync(newestFirst.Select(row => row.Id), page, token);
                var rows = await db.WebhookDeliveries.Where(row => found.Ids.Contains(row.Id)).ToListAsync(token);
                return found.Of(rows.Select(RowOf), row => row.Id);
            },
            cancellationToken);

    private static IQueryable<WebhookDelivery> Filter(IQueryable<WebhookDelivery> deliveries, DeliveryFilter filter)
    {
        if (filter.State is { } state)
        {
            deliveries = deliveries.Where(delivery => delivery.State == state);
        }

        if (filter.Type is { } type)
        {
            deliveries = deliveries.Where(delivery => delivery.Type == type);
        }

        return deliveries;
    }

    private async Task<List<WebhookRow>> ReadAsync(
        PortalDbContext db, IQueryable<WebhookEndpoint> endpoints, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var found = await endpoints
            .Select(endpoint => new
            {
                Endpoint = endpoint,
                LastDeliveredAt = db.WebhookDeliveries
                    .Where(delivery => delivery.EndpointId == endpoint.Id && delivery.State == DeliveryState.Delivered)
                    .Max(delivery => delivery.LastAttemptAt),
                Waiting = db.WebhookDeliveries
                    .Count(delivery => delivery.EndpointId == endpoint.Id && delivery.NextAttemptAt != null),
                OldSecretUntil = db.WebhookKeys
                    .Where(key => key.EndpointId == endpoint.Id && key.EndsAt > now)
                    .Max(key => key.EndsAt),
            })
            .ToListAsync(cancellationToken);
        return found.ConvertAll(row => new WebhookRow(
            row.Endpoint.Id,
            row.Endpoint.Recipient,
            row.Endpoint.Purpose,
            row.Endpoint.Url,
            row.Endpoint.Events.Split(' '),
            row.Endpoint.State,
            row.Endpoint.DisabledAt,
            row.Endpoint.FailingSince,
            row.LastDeliveredAt,
            row.Waiting,
            row.OldSecretUntil,
            row.Endpoint.CreatedBy,
            row.Endpoint.CreatedAt));
    }

    private static DeliveryRow RowOf(WebhookDelivery delivery) => new(
        delivery.Id,
        delivery.MessageId,
        delivery.Type,
        delivery.SubjectId,
        delivery.OccurredAt,
        delivery.State,
        delivery.Attempts,
        delivery.NextAttemptAt,
        delivery.LastAttemptAt,
        delivery.Outcome,
        delivery.Status,
        delivery.Duration is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null);
}
