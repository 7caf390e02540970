using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>
/// Writes events down for the endpoints that asked for them, within the open transaction of the change they tell of.
/// Where nobody listens it writes nothing.
/// </summary>
internal sealed class WebhookAnnouncer(PortalDbContext db, IBulkWriter bulk, DateTimeOffset now)
{
    private static readonly string[] OrderTypes =
    [
        WebhookEventType.OrderCreated, WebhookEventType.OrderUpdated, WebhookEventType.OrderFulfilled,
        WebhookEventType.OrderVoided,
    ];

    private List<WebhookEndpoint>? _listening;

    /// <summary>Announces one kind of event of many subjects.</summary>
    public Task AnnounceAsync(string type, IEnumerable<long> subjectIds, CancellationToken cancellationToken) =>
        AnnounceAsync(subjectIds.Select(id => new WebhookEvent(type, id)), cancellationToken);

    public async Task AnnounceAsync(IEnumerable<WebhookEvent> events, CancellationToken cancellationToken)
    {
        var listening = await ListeningAsync(cancellationToken);
        if (listening.Count > 0)
        {
            await bulk.AppendAsync(
                db,
                [
                    .. from happened in events
                       from endpoint in listening
                       where endpoint.Wants(happened.Type)
                       select new WebhookDelivery(endpoint.Id, happened, now),
                ],
                cancellationToken);
        }
    }

    /// <summary>
    /// The statuses that orders have until now, to tell afterwards what happened to them. Empty where nobody would hear
    /// of it.
    /// </summary>
    public async Task<IReadOnlyDictionary<long, OrderStatus>> StatusesAsync(
        IEnumerable<long> orderIds, CancellationToken cancellationToken)
    {
        var statuses = new Dictionary<long, OrderStatus>();
        if (!(await ListeningAsync(cancellationToken)).Exists(endpoint => OrderTypes.Any(endpoint.Wants)))
        {
            return statuses;
        }

        foreach (var ids in orderIds.Where(id => id != 0).Chunk(Lists.Size))
        {
            var found = await db.SalesOrders
                .Where(order => ids.Contains(order.Id))
                .Select(order => new { order.Id, order.Status })
                .ToListAsync(cancellationToken);
            found.ForEach(order => statuses.Add(order.Id, order.Status));
        }

        return statuses;
    }

    /// <summary>Announces orders that were just saved.</summary>
    /// <param name="before">From <see cref="StatusesAsync"/>.</param>
    public Task AnnounceOrdersAsync(
        IEnumerable<(long Id, OrderStatus Status)> saved,
        IReadOnlyDictionary<long, OrderStatus> before,
        CancellationToken cancellationToken) => AnnounceAsync(
            saved.Select(order => new WebhookEvent(
                OrderEventPolicy.TypeOf(before.TryGetValue(order.Id, out var status) ? status : null, order.Status),
                order.Id)),
            cancellationToken);

    private async Task<List<WebhookEndpoint>> ListeningAsync(CancellationToken cancellationToken) =>
        _listening ??= await db.WebhookEndpoints.AsNoTracking()
            .Where(endpoint => endpoint.State == WebhookState.Enabled).ToListAsync(cancellationToken);
}
