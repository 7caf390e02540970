using AmazonIn.Domain.Common;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>Adds a carrier, or changes one.</summary>
public sealed partial class CarrierDialog : IDisposable
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true };

    private readonly CancellationTokenSource disposal = new();
    private ElementReference field;
    private string name = string.Empty;
    private string code = string.Empty;
    private Error? error;
    private Fault? fault;
    private bool busy;

    [Parameter]
    public Carrier? Current { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private SaveCarrier Save { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILogger<CarrierDialog> Logger { get; set; } = null!;

    private bool IsUnlisted => code.Trim() is { Length: > 0 } typed && !Carrier.AmazonCodes.Contains(typed, StringComparer.Ordinal);

    private string? FormError => error is not null && ErrorAt("carrier.name") is null && ErrorAt("carrier.code") is null
        ? error.Message
        : null;

    /// <summary>Opens the dialog; the carrier's name once it is saved.</summary>
    public static async Task<string?> ShowAsync(IDialogService dialogs, Carrier? current)
    {
        var parameters = new DialogParameters<CarrierDialog> { { dialog => dialog.Current, current } };
        var title = current is null ? "Add carrier" : $"Change {current.Name}";
        var reference = await dialogs.ShowAsync<CarrierDialog>(title, parameters, Options);
        return await reference.Result is { Canceled: false, Data: string name } ? name : null;
    }

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    protected override void OnInitialized() => (name, code) = (Current?.Name ?? string.Empty, Current?.AmazonCode ?? string.Empty);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await field.FocusAsync();
        }
    }

    // "carrier.name-taken" belongs beside the name as well.
    private string? ErrorAt(string prefix) =>
        error?.Code.StartsWith(prefix, StringComparison.Ordinal) == true ? error.Message : null;

    private async Task SaveAsync()
    {
        if (busy)
        {
            return;
        }

        (busy, error, fault) = (true, null, null);
        try
        {
            var saved = await Save.RunAsync(
                await CurrentActor.GetAsync(), Current?.Id, new CarrierRequest(name, code), disposal.Token);
            if (saved.Succeeded)
            {
                Dialog.Close(DialogResult.Ok(saved.Value.Name));
                return;
            }

            error = saved.Error;
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, "The carrier could not be saved.");
        }

        busy = false;
    }
}
