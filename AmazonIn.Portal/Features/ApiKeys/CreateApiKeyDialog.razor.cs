using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.ApiKeys;

/// <summary>Makes an API key and shows it once.</summary>
public sealed partial class CreateApiKeyDialog : IDisposable
{
    private static readonly int[] Lifetimes = [30, 90, 180, 365];
    private static readonly string[] FieldCodes = ["api-key.name", "api-key.scope", "api-key.lifetime", "api-key.expiry"];

    private readonly CancellationTokenSource disposal = new();
    private readonly HashSet<string> scopes = new(StringComparer.Ordinal);
    private ElementReference field;
    private Actor? actor;
    private string name = string.Empty;
    private int days = 90;
    private CreatedApiKey? created;
    private Error? error;
    private Fault? fault;
    private bool busy;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private CreateApiKey CreateApiKey { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<CreateApiKeyDialog> Logger { get; set; } = null!;

    private string? FormError =>
        error is not null && !FieldCodes.Any(code => IsAt(error, code)) ? error.Message : null;

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    protected override async Task OnInitializedAsync() => actor = await CurrentActor.GetAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await field.FocusAsync();
        }
    }

    // "api-key.scopes" and "api-key.scope-beyond-role" both belong beside the scopes.
    private static bool IsAt(Error error, string code) => error.Code.StartsWith(code, StringComparison.Ordinal);

    private string? ErrorAt(string code) => error is not null && IsAt(error, code) ? error.Message : null;

    private void Toggle(string scope)
    {
        if (!scopes.Remove(scope))
        {
            scopes.Add(scope);
        }
    }

    private async Task CreateAsync()
    {
        if (busy)
        {
            return;
        }

        (busy, error, fault) = (true, null, null);
        try
        {
            var result = await CreateApiKey.RunAsync(
                await CurrentActor.GetAsync(),
                name,
                [.. ApiScope.All.Where(scopes.Contains)],
                TimeSpan.FromDays(days),
                disposal.Token);
            (created, error) = (result.Value, result.Error);
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, "The key could not be created.");
        }

        busy = false;
    }
}
