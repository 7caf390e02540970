using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Webhooks;
using AmazonIn.Domain.Webhooks;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Webhooks;

/// <summary>Replaces a webhook's secret and shows the new one once.</summary>
public sealed partial class RotateSecretDialog
{
    private WebhookSecret? secret;
    private bool endOldNow;

    [Parameter]
    [EditorRequired]
    public WebhookRow Webhook { get; set; } = null!;

    [Inject]
    private RotateWebhookSecret RotateSecret { get; set; } = null!;

    private Task RotateAsync() => TryAsync("The secret could not be replaced.", async actor =>
    {
        // A second click would end the secret that the first one made.
        if (secret is not null)
        {
            return null;
        }

        var result = await RotateSecret.RunAsync(actor, Webhook.Id, endOldNow, CancellationToken.None);
        secret = result.Value;
        return result.Error;
    });
}
