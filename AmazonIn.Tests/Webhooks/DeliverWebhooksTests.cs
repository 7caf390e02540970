using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Outbox;
using AmazonIn.Domain.UseCases.Webhooks;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Webhooks;

namespace AmazonIn.Tests.Webhooks;

/// <summary>What becomes of an event that was written down.</summary>
public abstract class DeliverWebhooksTests(DatabaseProvider provider) : WebhookTests(provider)
{
    [Fact]
    [Trait("Row", "F-45")]
    public async Task Receiver_that_was_down_for_three_days_gets_everything_in_the_order_of_each_object()
    {
        var webhook = await ListenAsync();
        await HappenedAsync(webhook, WebhookEventType.OrderCreated, 1);
        await HappenedAsync(webhook, WebhookEventType.OrderCreated, 2);
        await HappenedAsync(webhook, WebhookEventType.OrderUpdated, 1);
        await HappenedAsync(webhook, WebhookEventType.ShipmentCreated, 1);
        Network.Answer = _ => ScriptedReceiver.Down;
        var up = Clock.GetUtcNow().AddHours(72);
        while (Clock.GetUtcNow() < up)
        {
            await SendAsync(webhook);
            Clock.Advance(TimeSpan.FromMinutes(10));
        }

        var attempts = Network.Sent.Count;
        Assert.DoesNotContain(Network.Sent, delivery => delivery.Type == WebhookEventType.OrderUpdated);
        Network.Answer = _ => ScriptedReceiver.Accepted;
        for (var hour = 0; hour < 24; hour++)
        {
            await SendAsync(webhook);
            Clock.Advance(TimeSpan.FromHours(1));
        }

        var arrived = Network.Sent.Skip(attempts).Select(delivery => $"{delivery.Type} {delivery.SubjectId}").ToList();
        Assert.Equal(4, arrived.Count);
        Assert.True(arrived.IndexOf("order.created 1") < arrived.IndexOf("order.updated 1"));
        Assert.All(await LogAsync(), delivery => Assert.Equal(DeliveryState.Delivered, delivery.State));
        Assert.Null((await Store.FindAsync(webhook.Id, Cancelled))!.FailingSince);
    }

    [Fact]
    [Trait("Row", "F-45")]
    public async Task Object_that_fails_holds_up_no_other()
    {
        var webhook = await ListenAsync();
        await HappenedAsync(webhook, WebhookEventType.OrderCreated, 1);
        await HappenedAsync(webhook, WebhookEventType.OrderUpdated, 1);
        await HappenedAsync(webhook, WebhookEventType.OrderUpdated, 2);
        Network.Answer = delivery => delivery.SubjectId == 1 ? ScriptedReceiver.Down : ScriptedReceiver.Accepted;

        await SendAsync(webhook);

        Assert.Equal(
            [DeliveryState.Waiting, DeliveryState.Waiting, DeliveryState.Delivered],
            (await LogAsync()).Select(delivery => delivery.State));
        Assert.Equal(
            ["order.created 1", "order.updated 2"],
            Network.Sent.Select(delivery => $"{delivery.Type} {delivery.SubjectId}").Order());
    }

    [Fact]
    [Trait("Row", "W-04")]
    public async Task Event_is_tried_ten_times_then_given_up_and_the_next_of_its_object_has_its_turn()
    {
        var webhook = await ListenAsync();
        await HappenedAsync(webhook, WebhookEventType.OrderCreated, 1);
        Network.Answer = _ => ScriptedReceiver.Down;
        for (var attempt = 1; attempt <= 12; attempt++)
        {
            await SendAsync(webhook);
            Clock.Advance(TimeSpan.FromHours(27));
        }

        Assert.Equal(10, Network.Sent.Count);
        var given = Assert.Single(await LogAsync());
        Assert.Equal((DeliveryState.Failed, 10, null), (given.State, given.Attempts, given.NextAttemptAt));
        Network.Answer = _ => ScriptedReceiver.Accepted;
        await HappenedAsync(webhook, WebhookEventType.OrderUpdated, 1);
        await SendAsync(webhook);
        Assert.Equal(DeliveryState.Delivered, (await LogAsync())[1].State);
    }

    [Fact]
    [Trait("Row", "W-04")]
    public async Task Retry_after_is_honored()
    {
        var webhook = await ListenAsync();
        await HappenedAsync(webhook);
        Network.Answer = _ => new WebhookAnswer(WebhookOutcome.Refused, 503, TimeSpan.Zero, TimeSpan.FromMinutes(20));

        await SendAsync(webhook);

        Assert.Equal(Clock.GetUtcNow().AddMinutes(20), (await LogAsync()).Single().NextAttemptAt);
    }

    [Fact]
    [Trait("Row", "W-04")]
    public async Task Receiver_that_is_gone_is_disabled_and_told_of_and_the_rest_waits()
    {
        var webhook = await ListenAsync();
        await HappenedAsync(webhook, WebhookEventType.OrderCreated, 1);
        await HappenedAsync(webhook, WebhookEventType.OrderUpdated, 1);
        Network.Answer = _ => new WebhookAnswer(WebhookOutcome.Gone, 410, TimeSpan.Zero);

        await SendAsync(webhook);
        await SendAsync(webhook);

        Assert.Single(Network.Sent);
        var row = (await Queries.FindAsync(webhook.Id, Cancelled))!;
        Assert.Equal((WebhookState.Gone, 1), (row.State, row.Waiting));
        Assert.True(row.NeedsAttention(Clock.GetUtcNow()));
        Assert.Empty(await Deliver().ListAsync(Cancelled));
        Assert.Equal(("system", AuditAction.DisableWebhook), (Audit.Records[^1].ActorId, Audit.Records[^1].Action));

        Network.Answer = _ => ScriptedReceiver.Accepted;
        await SetEnabled.RunAsync(Meera, webhook.Id, enabled: true, Cancelled);
        await SendAsync(webhook);
        Assert.Equal(WebhookEventType.OrderUpdated, Network.Sent[^1].Type);
    }

    [Fact]
    [Trait("Row", "W-04")]
    public async Task Owner_is_told_after_an_hour_of_failures()
    {
        var webhook = await ListenAsync();
        await HappenedAsync(webhook);
        Network.Answer = _ => ScriptedReceiver.Down;
        await SendAsync(webhook);

        var row = (await Queries.FindAsync(webhook.Id, Cancelled))!;

        Assert.False(row.NeedsAttention(Clock.GetUtcNow().AddMinutes(59)));
        Assert.True(row.NeedsAttention(Clock.GetUtcNow().AddHours(1)));
    }

    [Fact]
    [Trait("Row", "F-12")]
    public async Task Crash_after_sending_sends_again_under_the_same_id()
    {
        var webhook = await ListenAsync();
        await HappenedAsync(webhook);
        var dying = new DyingOutbox(Deliveries);

        await Assert.ThrowsAsync<StorageUnavailableException>(
            () => Deliver(outbox: dying).SendAsync(webhook.Id, Cancelled));
        await SendAsync(webhook);

        Assert.Equal(2, Network.Sent.Count);
        Assert.Single(Network.Sent.Select(delivery => delivery.MessageId).Distinct());
        Assert.Equal(1, (await LogAsync()).Single().Attempts);
    }

    [Fact]
    [Trait("Row", "F-12")]
    public async Task Of_two_portals_one_sends_and_the_other_takes_over()
    {
        await using var instance = Database.AnotherInstance();
        var webhook = await ListenAsync();
        await HappenedAsync(webhook, subject: 1);
        using var here = Runner(Database.Get<IWorkLeases>());
        using var there = Runner((IWorkLeases)instance.GetService(typeof(IWorkLeases))!);
        await TickAsync(here);
        await TickAsync(there);
        Assert.Single(Network.Sent);

        await HappenedAsync(webhook, subject: 2);
        await TickAsync(there);
        Assert.Single(Network.Sent);
        Clock.Advance(OutboxRunner.Lease + TimeSpan.FromSeconds(1));
        await TickAsync(there);

        Assert.Equal([1, 2], Network.Sent.Select(delivery => delivery.SubjectId));
    }

    [Fact]
    [Trait("Row", "W-02")]
    [Trait("Row", "W-06")]
    public async Task Whole_way_from_an_order_to_a_receiver_through_a_rotation()
    {
        await using var receiver = await Receiver.StartAsync();
        using var sender = new WebhookSender(new GuardedConnection(receiver.Allowed, new DnsAddresses()), Clock);
        var webhook = await ListenAsync(
            Request(receiver.Url.AbsoluteUri, WebhookEventType.OrderCreated, WebhookEventType.OrderUpdated), receiver.Allowed);
        var other = await ListenAsync();
        var old = webhook.Secret.Reveal();
        Assert.NotEqual(old, other.Secret.Reveal());

        var file = await OrderAsync();
        await Deliver(sender).SendAsync(webhook.Id, Cancelled);
        var fresh = (await Rotate.RunAsync(Meera, webhook.Id, endOldNow: false, Cancelled)).Value!.Reveal();
        await PackedAsync(file, 1);
        await Deliver(sender).SendAsync(webhook.Id, Cancelled);
        Clock.Advance(RotateWebhookSecret.Overlap);
        await PackedAsync(await FileAsync(), 1, 0);
        await Deliver(sender).SendAsync(webhook.Id, Cancelled);

        Assert.Equal(
            [(true, false), (true, true), (false, true)],
            receiver.Calls.Select(call => (call.IsSignedWith(old), call.IsSignedWith(fresh))));
        Assert.All(
            receiver.Calls,
            call => Assert.EndsWith($$$"""{"object":"order","id":{{{file.Order.Id}}}}}""", call.Text, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Row", "W-02")]
    public async Task Secret_that_leaked_ends_at_once_and_secrets_are_not_in_the_database_in_the_clear()
    {
        var webhook = await ListenAsync();
        var endpoint = (await Store.FindAsync(webhook.Id, Cancelled))!;

        var fresh = (await Rotate.RunAsync(Meera, webhook.Id, endOldNow: true, Cancelled)).Value!;

        Assert.Equal([fresh.Reveal()], (await Store.ListSecretsAsync(endpoint, Cancelled)).Select(secret => secret.Reveal()));
        await using var db = Database.Open();
        Assert.All(db.WebhookKeys, key => Assert.DoesNotContain(Convert.ToBase64String(fresh.Key), key.ProtectedSecret, StringComparison.Ordinal));
        Assert.DoesNotContain(Audit.Records, record => record.Details.Contains("whsec_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_is_kept_thirty_days_but_what_waits_is_kept()
    {
        var webhook = await ListenAsync();
        await HappenedAsync(webhook, subject: 1);
        await SendAsync(webhook);
        await HappenedAsync(webhook, subject: 2);
        var purge = new PurgeWebhookLog(Deliveries, Clock);
        Clock.Advance(TimeSpan.FromDays(WebhookLogPolicy.DaysKept));
        Assert.Equal(0, await purge.RunAsync(Cancelled));

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await purge.RunAsync(Cancelled));
        Assert.Equal(2, (await LogAsync()).Single().SubjectId);
    }

    private static async Task TickAsync(OutboxRunner runner)
    {
        await runner.TickAsync(Cancelled);
        await runner.WhenIdleAsync();
    }

    private OutboxRunner Runner(IWorkLeases leases) =>
        new(Database.Get<IChannelStore>(), [], [Deliver()], leases, Bell, new NoFaults(), Clock);

    public sealed class OnSqlite() : DeliverWebhooksTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : DeliverWebhooksTests(DatabaseProvider.SqlServer);

    private sealed class NoFaults : IOutboxFaults
    {
        public void SendingFaulted(string kind, long targetId, Exception exception) => Assert.Fail($"{kind}: {exception}");
    }

    /// <summary>Loses the power before it writes down what the receiver said.</summary>
    private sealed class DyingOutbox(IWebhookOutbox inner) : IWebhookOutbox
    {
        public Task<IReadOnlyList<WebhookDelivery>> ListDueAsync(
            long endpointId, DateTimeOffset now, int take, CancellationToken cancellationToken) =>
            inner.ListDueAsync(endpointId, now, take, cancellationToken);

        public Task RecordAsync(
            long endpointId,
            IReadOnlyCollection<long> deliveryIds,
            Action<WebhookEndpoint, IReadOnlyList<WebhookDelivery>> change,
            CancellationToken cancellationToken) => throw new StorageUnavailableException("The power went off.", null);

        public Task AddAsync(WebhookDelivery delivery, CancellationToken cancellationToken) =>
            inner.AddAsync(delivery, cancellationToken);

        public Task<WebhookDelivery?> FindAsync(long deliveryId, CancellationToken cancellationToken) =>
            inner.FindAsync(deliveryId, cancellationToken);

        public Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
            inner.PurgeAsync(before, cancellationToken);
    }
}
