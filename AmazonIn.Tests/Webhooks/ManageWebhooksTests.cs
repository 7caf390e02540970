using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.UseCases.Webhooks;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Webhooks;

/// <summary>What people do to endpoints: allowed, checked, recorded.</summary>
public abstract class ManageWebhooksTests(DatabaseProvider provider) : WebhookTests(provider)
{
    private ChangeWebhook Change => new(Store, WebhookTargets.PublicOnly, Audit);

    private RemoveWebhook Remove => new(Store, Audit);

    private SendTestEvent Test => new(Store, Deliveries, Audit, Bell, Clock);

    private SendDeliveryAgain Again => new(Store, Deliveries, Audit, Bell, Clock);

    [Fact]
    [Trait("Row", "D-41")]
    public async Task Adding_asks_for_recipient_and_purpose_and_records_both_but_no_secret_of_the_address()
    {
        var create = new CreateWebhook(Store, WebhookTargets.PublicOnly, Audit, Clock);
        var request = Request("https://hooks.example/T0001/s3cr3t-in-the-path", WebhookEventType.OrderCreated);

        Assert.Equal(WebhookErrors.RecipientMissing, (await create.RunAsync(Meera, request with { Recipient = " " }, Cancelled)).Error);
        Assert.Equal(WebhookErrors.PurposeMissing, (await create.RunAsync(Meera, request with { Purpose = "" }, Cancelled)).Error);
        Assert.Equal(WebhookErrors.EventsMissing, (await create.RunAsync(Meera, request with { Events = ["order.deleted"] }, Cancelled)).Error);
        Assert.Equal(WebhookErrors.UrlNotHttps, (await create.RunAsync(Meera, request with { Url = "http://hooks.example" }, Cancelled)).Error);
        Assert.Empty(Audit.Records);

        var created = (await create.RunAsync(Meera, request, Cancelled)).Value!;

        Assert.Equal([AuditOutcome.Granted, AuditOutcome.Done], Audit.Records.Select(record => record.Outcome));
        var record = Audit.Records[^1];
        Assert.Equal(($"webhook:{created.Id}", "Webhook of “Tally Books”"), (record.Subject, record.SubjectText));
        Assert.Contains("Invoices", record.Details, StringComparison.Ordinal);
        Assert.Contains("hooks.example", record.Details, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", record.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_act_needs_the_permission_and_is_recorded_first()
    {
        var webhook = await ListenAsync();
        var delivery = await HappenedAsync(webhook);
        await SendAsync(webhook);
        var acts = new Dictionary<string, Func<Actor, Task<Error?>>>
        {
            [AuditAction.ChangeWebhook] = async who => (await Change.RunAsync(who, webhook.Id, Request(), Cancelled)).Error,
            [AuditAction.RotateWebhookSecret] = async who => (await Rotate.RunAsync(who, webhook.Id, false, Cancelled)).Error,
            [AuditAction.TestWebhook] = async who => (await Test.RunAsync(who, webhook.Id, Cancelled)).Error,
            [AuditAction.SendWebhookAgain] = async who => (await Again.RunAsync(who, webhook.Id, delivery.Id, Cancelled)).Error,
            [AuditAction.DisableWebhook] = async who => (await SetEnabled.RunAsync(who, webhook.Id, false, Cancelled)).Error,
            [AuditAction.EnableWebhook] = async who => (await SetEnabled.RunAsync(who, webhook.Id, true, Cancelled)).Error,
            [AuditAction.RemoveWebhook] = async who => (await Remove.RunAsync(who, webhook.Id, Cancelled)).Error,
        };

        foreach (var (action, act) in acts)
        {
            Assert.Equal(ErrorKind.Forbidden, (await act(Asha))?.Kind);
            Assert.Equal(AuditAction.RefuseAccess, Audit.Records[^1].Action);

            Audit.Fault = new TimeoutException();
            await Assert.ThrowsAsync<TimeoutException>(() => act(Meera));
            Audit.Fault = null;

            Assert.Null(await act(Meera));
            Assert.Equal(action, Audit.Records[^1].Action);
            Assert.Contains(action, AuditAction.All);
        }

        Assert.Null(await Store.FindAsync(webhook.Id, Cancelled));
        Assert.Empty(await LogAsync());
        await using var db = Database.Open();
        Assert.Empty(db.WebhookKeys);
    }

    [Fact]
    public async Task Event_is_sent_again_under_its_old_id_and_only_where_that_makes_sense()
    {
        var webhook = await ListenAsync();
        var other = await ListenAsync();
        var delivery = await HappenedAsync(webhook);
        Assert.Equal(WebhookErrors.WaitsAlready, (await Again.RunAsync(Meera, webhook.Id, delivery.Id, Cancelled)).Error);
        await SendAsync(webhook);
        Assert.Equal(WebhookErrors.NoDelivery, (await Again.RunAsync(Meera, other.Id, delivery.Id, Cancelled)).Error);

        Assert.Null((await Again.RunAsync(Meera, webhook.Id, delivery.Id, Cancelled)).Error);
        await SendAsync(webhook);

        Assert.Equal(1, Bell.Rung);
        Assert.Equal([delivery.MessageId, delivery.MessageId], Network.Sent.Select(sent => sent.MessageId));
        await SetEnabled.RunAsync(Meera, webhook.Id, false, Cancelled);
        Assert.Equal(WebhookErrors.Disabled, (await Again.RunAsync(Meera, webhook.Id, delivery.Id, Cancelled)).Error);
        Assert.Equal(WebhookErrors.Disabled, (await Test.RunAsync(Meera, webhook.Id, Cancelled)).Error);
    }

    [Fact]
    public async Task Test_event_goes_the_way_of_all_others()
    {
        var webhook = await ListenAsync(Request("https://erp.example/hooks", WebhookEventType.OrderCreated));

        await Test.RunAsync(Meera, webhook.Id, Cancelled);
        await SendAsync(webhook);

        Assert.Equal((WebhookEventType.Test, webhook.Id), (Network.Sent.Single().Type, Network.Sent.Single().SubjectId));
    }

    [Fact]
    public async Task Change_is_what_is_sent_to_from_then_on()
    {
        var webhook = await ListenAsync();

        await Change.RunAsync(Meera, webhook.Id, Request("https://new.example/", WebhookEventType.OrderVoided), Cancelled);

        var row = (await Queries.ListAsync(Cancelled)).Single();
        Assert.Equal(("https://new.example/", "order.voided"), (row.Url, row.Events.Single()));
    }

    public sealed class OnSqlite() : ManageWebhooksTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : ManageWebhooksTests(DatabaseProvider.SqlServer);
}
