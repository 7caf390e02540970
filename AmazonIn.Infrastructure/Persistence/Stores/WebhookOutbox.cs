using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

internal sealed class WebhookOutbox(Storage<PortalDbContext> storage) : IWebhookOutbox
{
    // A person may save the endpoint in the same moment. What a receiver said is recorded all the same.
    private const int Rounds = 5;

    public Task<IReadOnlyList<WebhookDelivery>> ListDueAsync(
        long endpointId, DateTimeOffset now, int take, CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<WebhookDelivery>>(
            async (db, token) => await Due(db, endpointId, now).Take(take).ToListAsync(token), cancellationToken);

    public async Task RecordAsync(
        long endpointId,
        IReadOnlyCollection<long> deliveryIds,
        Action<WebhookEndpoint, IReadOnlyList<WebhookDelivery>> change,
        CancellationToken cancellationToken)
    {
        for (var round = 1; ; round++)
        {
            try
            {
                await RecordOnceAsync(endpointId, deliveryIds, change, cancellationToken);
                return;
            }
            catch (ConcurrentChangeException) when (round < Rounds)
            {
                // Read and changed anew.
            }
        }
    }

    public Task AddAsync(WebhookDelivery delivery, CancellationToken cancellationToken) => storage.WriteAsync(
        async (db, token) =>
        {
            db.Add(delivery);
            await db.SaveChangesAsync(token);
        },
        cancellationToken);

    public Task<WebhookDelivery?> FindAsync(long deliveryId, CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => db.WebhookDeliveries.FirstOrDefaultAsync(delivery => delivery.Id == deliveryId, token),
        cancellationToken);

    public Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken) => storage.WriteAsync(
        (db, token) => db.WebhookDeliveries
            .Where(delivery => delivery.OccurredAt < before && delivery.NextAttemptAt == null)
            .ExecuteDeleteAsync(token),
        cancellationToken);

    /// <summary>What is to be sent now, of each object the oldest event alone.</summary>
    internal static IQueryable<WebhookDelivery> Due(PortalDbContext db, long endpointId, DateTimeOffset now) =>
        db.WebhookDeliveries
            .Where(delivery => delivery.EndpointId == endpointId && delivery.NextAttemptAt <= now)
            .Where(delivery => !db.WebhookDeliveries.Any(earlier => earlier.NextAttemptAt != null
                && earlier.EndpointId == endpointId
                && earlier.SubjectKind == delivery.SubjectKind
                && earlier.SubjectId == delivery.SubjectId
                && earlier.Id < delivery.Id))
            .OrderBy(delivery => delivery.NextAttemptAt).ThenBy(delivery => delivery.Id);

    private Task RecordOnceAsync(
        long endpointId,
        IReadOnlyCollection<long> deliveryIds,
        Action<WebhookEndpoint, IReadOnlyList<WebhookDelivery>> change,
        CancellationToken cancellationToken) => storage.WriteAsync(
            async (db, token) =>
            {
                if (await db.WebhookEndpoints.FirstOrDefaultAsync(row => row.Id == endpointId, token) is { } endpoint)
                {
                    change(endpoint, await db.WebhookDeliveries
                        .Where(delivery => delivery.EndpointId == endpointId && deliveryIds.Contains(delivery.Id))
                        .OrderBy(delivery => delivery.Id)
                        .ToListAsync(token));
                    await db.SaveChangesAsync(token);
                }
            },
            cancellationToken);
}
