using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.ApiKeys;

/// <summary>The keys of the REST API: made once, shown once, revoked for good (A4).</summary>
public sealed partial class ApiKeysPage : IDisposable
{
    // A secret shown once must not be lost by a click beside the dialog.
    private static readonly DialogOptions KeepOpen = new() { BackdropClick = false, MaxWidth = MaxWidth.Small, FullWidth = true };

    private readonly CancellationTokenSource disposal = new();
    private ListPage<ApiKeyRow>? list;
    private string? refusal;
    private int? count;

    [Inject]
    private IApiKeyStore Keys { get; set; } = null!;

    [Inject]
    private RevokeApiKey RevokeApiKey { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<ApiKeysPage> Logger { get; set; } = null!;

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    // There are few keys, so the port gives them all; every one of them is on the first page.
    private async Task<PageOf<ApiKeyRow>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var keys = await Keys.ListAsync(cancellationToken);
        return new PageOf<ApiKeyRow>(keys, keys.Count);
    }

    private void OnLoaded(PageOf<ApiKeyRow> page) => count = page.Total;

    private async Task CreateAsync()
    {
        var dialog = await Dialogs.ShowAsync<CreateApiKeyDialog>("Create API key", KeepOpen);
        await dialog.Result;
        await ReloadAsync();
    }

    private async Task RevokeAsync(ApiKeyRow key)
    {
        if (!await ConfirmDialog.AskAsync(
            Dialogs,
            $"Revoke “{key.Name}”?",
            $"Programs that use “{key.Name}” are refused at once and for good. A revoked key cannot be brought back.",
            "Revoke key",
            dangerous: true))
        {
            return;
        }

        refusal = null;
        try
        {
            var revoked = await RevokeApiKey.RunAsync(await CurrentActor.GetAsync(), key.Id, disposal.Token);
            if (revoked.Succeeded)
            {
                Messages.Add($"“{key.Name}” is revoked.", Severity.Success);
            }
            else
            {
                refusal = revoked.Error.Message;
            }
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "The key could not be revoked.");
            refusal = fault.Words;
        }

        await ReloadAsync();
    }

    private Task ReloadAsync() => list?.ReloadAsync() ?? Task.CompletedTask;
}
