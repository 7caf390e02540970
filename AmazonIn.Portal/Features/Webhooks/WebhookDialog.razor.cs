using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Webhooks;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Webhooks;

/// <summary>Adds a webhook and shows its secret once, or changes one.</summary>
public sealed partial class WebhookDialog
{
    public const string SecretHint =
        "The receiver checks with it that an event comes from here. It is shown this once and kept encrypted.";

    // A secret shown once must not be lost by a click beside the dialog.
    private static readonly DialogOptions KeepOpen = new() { BackdropClick = false, MaxWidth = MaxWidth.Small, FullWidth = true };

    private static readonly string[] FieldCodes =
        ["webhook.recipient", "webhook.purpose", "webhook.url", "webhook.events"];

    private readonly HashSet<string> events = new(StringComparer.Ordinal);
    private ElementReference field;
    private string recipient = string.Empty;
    private string purpose = string.Empty;
    private string url = string.Empty;
    private CreatedWebhook? created;

    /// <summary>The one to change; null to add one.</summary>
    [Parameter]
    public WebhookRow? Webhook { get; set; }

    [Inject]
    private CreateWebhook CreateWebhook { get; set; } = null!;

    [Inject]
    private ChangeWebhook ChangeWebhook { get; set; } = null!;

    private string? FormError => Error is not null && !FieldCodes.Contains(Error.Code) ? Error.Message : null;

    /// <summary>Completes when the dialog is closed.</summary>
    public static async Task ShowAsync(IDialogService dialogs, WebhookRow? webhook)
    {
        var parameters = new DialogParameters<WebhookDialog> { { dialog => dialog.Webhook, webhook } };
        var shown = await dialogs.ShowAsync<WebhookDialog>(
            webhook is null ? "Add webhook" : "Change webhook", parameters, KeepOpen);
        await shown.Result;
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

    private void Toggle(string type)
    {
        if (!events.Remove(type))
        {
            events.Add(type);
        }
    }

    private Task SaveAsync() => TryAsync("The webhook could not be saved.", async actor =>
    {
        var request = new WebhookRequest(recipient, purpose, url, events);
        if (Webhook is not null)
        {
            var changed = await ChangeWebhook.RunAsync(actor, Webhook.Id, request, Open);
            if (changed.Succeeded)
            {
                CloseWith(null);
            }

            return changed.Error;
        }

        // A second click would add another one.
        if (created is not null)
        {
            return null;
        }

        var result = await CreateWebhook.RunAsync(actor, request, Open);
        created = result.Value;
        return result.Error;
    });
}
