using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Webhooks;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Webhooks;

/// <summary>One endpoint: what was sent to it, what it answered, and what is sent next.</summary>
public sealed partial class WebhookPage : IDisposable
{
    private const string StateKey = "state";
    private const string TypeKey = "type";

    private static readonly FilterDefinition[] Filters =
    [
        FilterDefinition.Of<DeliveryState>(StateKey, "State", WebhookWords.Of),
        new(TypeKey, "Event", [.. WebhookEventType.All.Select(type => new FilterChoice(type, WebhookWords.OfEvent(type)))]),
    ];

    // While something waits, what became of it is looked at again.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private Loader<WebhookRow>? loader;
    private ListPage<DeliveryRow>? deliveries;
    private ITimer? timer;
    private bool busy;

    [Parameter]
    public long Id { get; set; }

    [Inject]
    private IWebhookQueries Webhooks { get; set; } = null!;

    [Inject]
    private SetWebhookEnabled SetEnabled { get; set; } = null!;

    [Inject]
    private SendTestEvent SendTest { get; set; } = null!;

    [Inject]
    private SendDeliveryAgain SendAgain { get; set; } = null!;

    [Inject]
    private RemoveWebhook Remove { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<WebhookPage> Logger { get; set; } = null!;

    public void Dispose() => timer?.Dispose();

    private async Task<WebhookRow?> LoadAsync(CancellationToken cancellationToken)
    {
        var webhook = await Webhooks.FindAsync(Id, cancellationToken);
        timer?.Dispose();
        timer = webhook is { State: WebhookState.Enabled, Waiting: > 0 }
            ? Time.CreateTimer(_ => _ = InvokeAsync(ReloadAsync), null, Look, Timeout.InfiniteTimeSpan)
            : null;
        return webhook;
    }

    private Task<PageOf<DeliveryRow>> LoadDeliveriesAsync(ListQuery query, CancellationToken cancellationToken) =>
        Webhooks.ListDeliveriesAsync(
            Id,
            new DeliveryFilter(query.Choice<DeliveryState>(StateKey), query.Text(TypeKey)),
            query.ToPage(),
            cancellationToken);

    private Task<bool> TestAsync(WebhookRow webhook) => ActAsync(async () =>
        (await SendTest.RunAsync(await CurrentActor.GetAsync(), webhook.Id, CancellationToken.None)).Error,
        "The test event is on its way.");

    private Task<bool> SendAgainAsync(DeliveryRow delivery) => ActAsync(async () =>
        (await SendAgain.RunAsync(await CurrentActor.GetAsync(), Id, delivery.Id, CancellationToken.None)).Error,
        "The event is sent again.");

    private Task<bool> EnableAsync(WebhookRow webhook) => ActAsync(async () =>
        (await SetEnabled.RunAsync(await CurrentActor.GetAsync(), webhook.Id, true, CancellationToken.None)).Error,
        $"“{webhook.Recipient}” is told again.");

    private async Task DisableAsync(WebhookRow webhook)
    {
        if (await ConfirmDialog.AskAsync(
            Dialogs,
            $"Disable “{webhook.Recipient}”?",
            "Nothing is sent until you enable it again. What happens meanwhile is not kept for it.",
            "Disable webhook"))
        {
            await ActAsync(async () =>
                (await SetEnabled.RunAsync(await CurrentActor.GetAsync(), webhook.Id, false, CancellationToken.None)).Error,
                $"“{webhook.Recipient}” is disabled.");
        }
    }

    private async Task RemoveAsync(WebhookRow webhook)
    {
        if (!await ConfirmDialog.AskAsync(
            Dialogs,
            $"Delete “{webhook.Recipient}”?",
            $"Its secret, its log and {IndianFormat.Plural(webhook.Waiting, "waiting event")} are deleted for good.",
            "Delete webhook",
            dangerous: true))
        {
            return;
        }

        if (await ActAsync(async () =>
            (await Remove.RunAsync(await CurrentActor.GetAsync(), webhook.Id, CancellationToken.None)).Error,
            $"“{webhook.Recipient}” is deleted."))
        {
            Navigation.NavigateTo("/settings/webhooks");
        }
    }

    private async Task ChangeAsync(WebhookRow webhook)
    {
        await WebhookDialog.ShowAsync(Dialogs, webhook);
        await ReloadAsync();
    }

    private async Task RotateAsync(WebhookRow webhook)
    {
        var parameters = new DialogParameters<RotateSecretDialog> { { dialog => dialog.Webhook, webhook } };
        var shown = await Dialogs.ShowAsync<RotateSecretDialog>(
            "Replace secret",
            parameters,
            new DialogOptions { BackdropClick = false, MaxWidth = MaxWidth.Small, FullWidth = true });
        await shown.Result;
        await ReloadAsync();
    }

    // A menu stays open until its handler has ended, so the dialog is not waited for.
    private void Begin(Func<Task> act) => _ = InvokeAsync(async () =>
    {
        try
        {
            await act();
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    });

    /// <returns>Whether it was done.</returns>
    private async Task<bool> ActAsync(Func<Task<Error?>> act, string done)
    {
        busy = true;
        try
        {
            var error = await act();
            Messages.Add(error?.Message ?? done, error is null ? Severity.Success : Severity.Warning);
            await ReloadAsync();
            return error is null;
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "This could not be done.");
            Messages.Add(fault.ShortWords, Severity.Error);
            return false;
        }
        finally
        {
            busy = false;
        }
    }

    private async Task ReloadAsync()
    {
        if (loader is not null)
        {
            await loader.ReloadAsync();
        }

        if (deliveries is not null)
        {
            await deliveries.ReloadAsync();
        }
    }
}
