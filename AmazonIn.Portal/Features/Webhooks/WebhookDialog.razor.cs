using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Webhooks;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Webhooks;

/// <summary>Adds a webhook and shows its secret once, or changes one.</summary>
public sealed partial class WebhookDialog : IDisposable
{
    public const string SecretHint =
        "The receiver checks with it that an event comes from here. It is shown this once and kept encrypted.";

    // A secret shown once must not be lost by a click beside the dialog.
    private static readonly DialogOptions KeepOpen = new() { BackdropClick = false, MaxWidth = MaxWidth.Small, FullWidth = true };

    private static readonly string[] FieldCodes =
        ["webhook.recipient", "webhook.purpose", "webhook.url", "webhook.events"];

    private readonly CancellationTokenSource disposal = new();
    private readonly HashSet<string> events = new(StringComparer.Ordinal);
    private ElementReference field;
    private string recipient = string.Empty;
    private string purpose = string.Empty;
    private string url = string.Empty;
    private CreatedWebhook? created;
    private Error? error;
    private Fault? fault;
    private bool busy;

    /// <summary>The one to change; null to add one.</summary>
    [Parameter]
    public WebhookRow? Webhook { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private CreateWebhook CreateWebhook { get; set; } = null!;

    [Inject]
    private ChangeWebhook ChangeWebhook { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILogger<WebhookDialog> Logger { get; set; } = null!;

    private string? FormError => error is not null && !FieldCodes.Contains(error.Code) ? error.Message : null;

    /// <summary>Completes when the dialog is closed.</summary>
    public static async Task ShowAsync(IDialogService dialogs, WebhookRow? webhook)
    {
        var parameters = new DialogParameters<WebhookDialog> { { dialog => dialog.Webhook, webhook } };
        var shown = await dialogs.ShowAsync<WebhookDialog>(
            webhook is null ? "Add webhook" : "Change webhook", parameters, KeepOpen);
        await shown.Result;
    }

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    protected override void OnInitialized()
    {
        if (Webhook is not null)
        {
            (recipient, purpose, url) = (Webhook.Recipient, Webhook.Purpose, Webhook.Url);
            events.UnionWith(Webhook.Events);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await field.FocusAsync();
        }
    }

    private string? ErrorAt(string code) => error?.Code == code ? error.Message : null;

    private void Toggle(string type)
    {
        if (!events.Remove(type))
        {
            events.Add(type);
        }
    }

    private async Task SaveAsync()
    {
        if (busy)
        {
            return;
        }

        (busy, error, fault) = (true, null, null);
        try
        {
            await SaveAsync(new WebhookRequest(recipient, purpose, url, events));
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, "The webhook could not be saved.");
        }

        busy = false;
    }

    private async Task SaveAsync(WebhookRequest request)
    {
        var actor = await CurrentActor.GetAsync();
        if (Webhook is null)
        {
            var result = await CreateWebhook.RunAsync(actor, request, disposal.Token);
            (created, error) = (result.Value, result.Error);
            return;
        }

        error = (await ChangeWebhook.RunAsync(actor, Webhook.Id, request, disposal.Token)).Error;
        if (error is null)
        {
            Dialog.Close();
        }
    }
}
