using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Ports.Webhooks;
using AmazonIn.Domain.UseCases.Webhooks;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.UseCases.Shipping;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Webhooks;

/// <summary>The shop of the shipping tests, with somebody who listens.</summary>
public abstract class WebhookTests(DatabaseProvider provider) : ShippingTests(provider)
{
    private protected static Actor Meera { get; } = new("user:1", "Meera", Role.Administrator.Permissions);

    private protected ScriptedReceiver Network { get; } = new();

    private protected Bell Bell { get; } = new();

    private protected IWebhookStore Store => Database.Get<IWebhookStore>();

    private protected IWebhookOutbox Deliveries => Database.Get<IWebhookOutbox>();

    private protected IWebhookQueries Queries => Database.Get<IWebhookQueries>();

    private protected SetWebhookEnabled SetEnabled => new(Store, Audit, Bell, Clock);

    private protected RotateWebhookSecret Rotate => new(Store, Audit, Clock);

    private protected static WebhookRequest Request(string url = "https://erp.example/hooks", params string[] events) =>
        new("Tally Books", "Invoices", url, events.Length == 0 ? WebhookEventType.All.ToList() : events);

    private protected async Task<CreatedWebhook> ListenAsync(
        WebhookRequest? request = null, WebhookTargets? targets = null)
    {
        var created = await new CreateWebhook(Store, targets ?? WebhookTargets.PublicOnly, Audit, Clock)
            .RunAsync(Meera, request ?? Request(), Cancelled);
        Assert.Null(created.Error);
        return created.Value!;
    }

    private protected DeliverWebhooks Deliver(IWebhookSender? sender = null, IWebhookOutbox? outbox = null) =>
        new(Store, outbox ?? Deliveries, sender ?? Network, Audit, new Random(1), Clock);

    private protected Task SendAsync(CreatedWebhook webhook) => Deliver().SendAsync(webhook.Id, Cancelled);

    /// <summary>Something that happened, without the change that it belongs to.</summary>
    private protected async Task<WebhookDelivery> HappenedAsync(
        CreatedWebhook webhook, string type = WebhookEventType.OrderCreated, long subject = 12)
    {
        var delivery = new WebhookDelivery(webhook.Id, new WebhookEvent(type, subject), Clock.GetUtcNow());
        await Deliveries.AddAsync(delivery, Cancelled);
        return delivery;
    }

    private protected async Task<List<WebhookDelivery>> LogAsync()
    {
        await using var db = Database.Open();
        return await db.WebhookDeliveries.AsNoTracking().OrderBy(delivery => delivery.Id).ToListAsync(Cancelled);
    }
}
