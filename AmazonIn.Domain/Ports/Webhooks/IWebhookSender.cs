using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.Ports.Webhooks;

/// <summary>Makes one attempt at telling a receiver.</summary>
public interface IWebhookSender
{
    /// <summary>
    /// Signs with every secret and posts. Whatever goes wrong outside is an answer, not an exception.
    /// </summary>
    /// <param name="secrets">Newest first; more than one while a secret is being replaced.</param>
    Task<WebhookAnswer> SendAsync(
        Uri url, IReadOnlyList<WebhookSecret> secrets, WebhookDelivery delivery, CancellationToken cancellationToken);
}
