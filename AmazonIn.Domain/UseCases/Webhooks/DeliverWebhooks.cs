using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Ports.Webhooks;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.UseCases.Outbox;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.UseCases.Webhooks;

/// <summary>
/// Tells an endpoint what is due for it. What the receiver said is recorded after it said so; a crash in between sends
/// the same events once more, under the same ids.
/// </summary>
public sealed class DeliverWebhooks(
    IWebhookStore webhooks,
    IWebhookOutbox deliveries,
    IWebhookSender sender,
    IAuditTrail audit,
    Random random,
    TimeProvider time) : IOutboxTargets
{
    // Of different objects, so their order among each other does not matter.
    private const int AtOnce = 8;

    public string Kind => "webhooks";

    public Task<IReadOnlyCollection<long>> ListAsync(CancellationToken cancellationToken) =>
        webhooks.ListEnabledAsync(cancellationToken);

    public async Task SendAsync(long targetId, CancellationToken cancellationToken)
    {
        while (await deliveries.ListDueAsync(targetId, time.GetUtcNow(), AtOnce, cancellationToken) is { Count: > 0 } due
            && await webhooks.FindAsync(targetId, cancellationToken) is { IsEnabled: true } endpoint)
        {
            await SendAsync(endpoint, due, cancellationToken);
        }
    }

    private async Task SendAsync(
        WebhookEndpoint endpoint, IReadOnlyList<WebhookDelivery> due, CancellationToken cancellationToken)
    {
        var url = new Uri(endpoint.Url);
        var secrets = await webhooks.ListSecretsAsync(endpoint, cancellationToken);
        var answers = await Task.WhenAll(due.Select(async delivery =>
            (delivery.Id, Answer: await sender.SendAsync(url, secrets, delivery, cancellationToken))));
        var byId = answers.ToDictionary(pair => pair.Id, pair => pair.Answer);
        if (!byId.Values.Any(answer => answer.Outcome == WebhookOutcome.Gone))
        {
            await RecordAsync(endpoint.Id, byId);
            return;
        }

        await audit.ActAsync(
            WebhookActs.Entry(Actor.System, AuditAction.DisableWebhook, endpoint).With("answer", "410"),
            async () =>
            {
                await RecordAsync(endpoint.Id, byId);
                return Result.Success;
            },
            CancellationToken.None);
    }

    // Not given up for a shutdown: what was said would be asked again.
    private Task RecordAsync(long endpointId, Dictionary<long, WebhookAnswer> answers) => deliveries.RecordAsync(
        endpointId,
        answers.Keys,
        (endpoint, sent) =>
        {
            var now = time.GetUtcNow();
            foreach (var delivery in sent)
            {
                var answer = answers[delivery.Id];
                delivery.Take(answer, random.NextDouble(), now);
                endpoint.Take(answer, now);
            }
        },
        CancellationToken.None);
}
