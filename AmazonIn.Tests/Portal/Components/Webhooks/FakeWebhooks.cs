using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Tests.Portal.Components.Webhooks;

/// <summary>Endpoints and deliveries in memory.</summary>
internal sealed class FakeWebhooks : IWebhookQueries, IWebhookStore, IWebhookOutbox
{
    private readonly Dictionary<long, WebhookEndpoint> _endpoints = [];

    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 8, 35, 0, TimeSpan.Zero);

    public List<WebhookRow> Rows { get; } = [];

    public List<DeliveryRow> Log { get; } = [];

    public List<WebhookDelivery> Added { get; } = [];

    public List<long> Recorded { get; } = [];

    public WebhookSecret? Secret { get; private set; }

    /// <summary>Thrown by every reading while set.</summary>
    public Exception? Fault { get; set; }

    public WebhookRow Add(
        string recipient = "Tally Books",
        WebhookState state = WebhookState.Enabled,
        DateTimeOffset? failingSince = null,
        DateTimeOffset? deliveredAt = null,
        int waiting = 0)
    {
        var terms = new WebhookTerms(
            recipient, "Invoices", new Uri("https://erp.example/hooks"), [WebhookEventType.OrderCreated, WebhookEventType.OrderVoided]);
        var endpoint = new WebhookEndpoint(terms, "Asha", Now.AddDays(-9));
        if (state != WebhookState.Enabled)
        {
            endpoint.Disable(Now.AddHours(-2));
        }

        var row = new WebhookRow(
            Rows.Count + 1, recipient, terms.Purpose, terms.Url.AbsoluteUri, terms.Events, state,
            state == WebhookState.Enabled ? null : Now.AddHours(-2), failingSince, deliveredAt, waiting, null, "Asha", Now.AddDays(-9));
        typeof(WebhookEndpoint).GetProperty(nameof(WebhookEndpoint.Id))!.SetValue(endpoint, row.Id);
        _endpoints.Add(row.Id, endpoint);
        Rows.Add(row);
        return row;
    }

    public void Sent(DeliveryState state, WebhookOutcome? outcome, int? status, int attempts, DateTimeOffset? next = null) => Log.Add(
        new DeliveryRow(
            Log.Count + 1, $"msg_{Log.Count}", WebhookEventType.OrderCreated, 12, Now.AddMinutes(-5), state, attempts, next,
            Now.AddMinutes(-4), outcome, status, TimeSpan.FromMilliseconds(84)));

    public Task<IReadOnlyList<WebhookRow>> ListAsync(CancellationToken cancellationToken) => Fault is null
        ? Task.FromResult<IReadOnlyList<WebhookRow>>([.. Rows])
        : Task.FromException<IReadOnlyList<WebhookRow>>(Fault);

    Task<WebhookRow?> IWebhookQueries.FindAsync(long id, CancellationToken cancellationToken) => Fault is null
        ? Task.FromResult(Rows.Find(row => row.Id == id))
        : Task.FromException<WebhookRow?>(Fault);

    public Task<PageOf<DeliveryRow>> ListDeliveriesAsync(
        long endpointId, DeliveryFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var found = Log.Where(row => filter.State is null || row.State == filter.State).ToList();
        return Task.FromResult(new PageOf<DeliveryRow>(found, found.Count));
    }

    public Task<IReadOnlyCollection<long>> ListEnabledAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<long>>([.. _endpoints.Keys]);

    Task<WebhookEndpoint?> IWebhookStore.FindAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult(_endpoints.GetValueOrDefault(id));

    public Task AddAsync(WebhookEndpoint endpoint, WebhookSecret secret, CancellationToken cancellationToken)
    {
        Secret = secret;
        Add(endpoint.Recipient);
        return Task.CompletedTask;
    }

    public Task SaveAsync(WebhookEndpoint endpoint, CancellationToken cancellationToken)
    {
        var index = Rows.FindIndex(row => row.Id == endpoint.Id);
        Rows[index] = Rows[index] with
        {
            Recipient = endpoint.Recipient, State = endpoint.State, DisabledAt = endpoint.DisabledAt, Url = endpoint.Url,
        };
        return Task.CompletedTask;
    }

    public Task RemoveAsync(long id, CancellationToken cancellationToken)
    {
        Rows.RemoveAll(row => row.Id == id);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<WebhookSecret>> ListSecretsAsync(
        WebhookEndpoint endpoint, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<WebhookSecret>>(Secret is null ? [] : [Secret]);

    public Task ReplaceSecretAsync(
        WebhookEndpoint endpoint, WebhookSecret secret, DateTimeOffset presentUntil, CancellationToken cancellationToken)
    {
        Secret = secret;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<WebhookDelivery>> ListDueAsync(
        long endpointId, DateTimeOffset now, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<WebhookDelivery>>([]);

    public Task RecordAsync(
        long endpointId,
        IReadOnlyCollection<long> deliveryIds,
        Action<WebhookEndpoint, IReadOnlyList<WebhookDelivery>> change,
        CancellationToken cancellationToken)
    {
        Recorded.AddRange(deliveryIds);
        return Task.CompletedTask;
    }

    public Task AddAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        Added.Add(delivery);
        return Task.CompletedTask;
    }

    Task<WebhookDelivery?> IWebhookOutbox.FindAsync(long deliveryId, CancellationToken cancellationToken)
    {
        var delivery = new WebhookDelivery(1, new WebhookEvent(WebhookEventType.OrderCreated, 12), Now);
        delivery.Take(new WebhookAnswer(WebhookOutcome.Accepted, 204, TimeSpan.Zero), 0, Now);
        return Task.FromResult<WebhookDelivery?>(delivery);
    }

    public Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken) => Task.FromResult(0);
}
