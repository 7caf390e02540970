using AmazonIn.Domain.Ports.Webhooks;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Tests.Webhooks;

/// <summary>Stands in for the network: takes down what is sent and answers as told.</summary>
internal sealed class ScriptedReceiver : IWebhookSender
{
    private readonly Lock _gate = new();
    private readonly List<WebhookDelivery> _sent = [];

    public Func<WebhookDelivery, WebhookAnswer> Answer { get; set; } = _ => Accepted;

    public static WebhookAnswer Accepted { get; } = new(WebhookOutcome.Accepted, 204, TimeSpan.FromMilliseconds(20));

    public static WebhookAnswer Down { get; } = new(WebhookOutcome.Unreachable, null, TimeSpan.FromMilliseconds(5));

    /// <summary>Every attempt, in the order in which they were made.</summary>
    public IReadOnlyList<WebhookDelivery> Sent
    {
        get
        {
            lock (_gate)
            {
                return [.. _sent];
            }
        }
    }

    public Task<WebhookAnswer> SendAsync(
        Uri url, IReadOnlyList<WebhookSecret> secrets, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _sent.Add(delivery);
        }

        return Task.FromResult(Answer(delivery));
    }
}
