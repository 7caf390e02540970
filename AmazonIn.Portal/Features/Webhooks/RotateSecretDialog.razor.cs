using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Webhooks;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Webhooks;

/// <summary>Replaces a webhook's secret and shows the new one once.</summary>
public sealed partial class RotateSecretDialog
{
    private WebhookSecret? secret;
    private bool endOldNow;
    private bool busy;
    private string? error;
    private Fault? fault;

    [Parameter]
    [EditorRequired]
    public WebhookRow Webhook { get; set; } = null!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private RotateWebhookSecret RotateSecret { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILogger<RotateSecretDialog> Logger { get; set; } = null!;

    private async Task RotateAsync()
    {
        // A second click is on its way before the button is disabled, and would end the secret that the first one made.
        if (busy || secret is not null)
        {
            return;
        }

        (busy, error, fault) = (true, null, null);
        try
        {
            var result = await RotateSecret.RunAsync(
                await CurrentActor.GetAsync(), Webhook.Id, endOldNow, CancellationToken.None);
            (secret, error) = (result.Value, result.Error?.Message);
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, "The secret could not be replaced.");
        }

        busy = false;
    }
}
