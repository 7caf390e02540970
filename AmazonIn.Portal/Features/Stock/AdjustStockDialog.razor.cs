using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Stock;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Stock;

/// <summary>Corrects what a warehouse has on hand of an item; gives back what it did, in words.</summary>
public sealed partial class AdjustStockDialog : IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private IReadOnlyList<WarehouseRow> warehouses = [];
    private ElementReference first;
    private ElementReference number;
    private string sku = string.Empty;
    private long warehouseId;
    private AdjustMode mode;
    private string units = string.Empty;
    private string reason = string.Empty;
    private Error? error;
    private Fault? fault;
    private bool busy;

    /// <summary>The item; null where the person names it.</summary>
    [Parameter]
    public string? Sku { get; set; }

    [Parameter]
    public string? Title { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private AdjustStock Adjust { get; set; } = null!;

    [Inject]
    private IWarehouseQueries Warehouses { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILogger<AdjustStockDialog> Logger { get; set; } = null!;

    private bool ByDifference => mode == AdjustMode.Difference;

    private string? SkuError => ErrorAt("stock.sku") ?? ErrorAt("stock.sku-unknown") ?? (Sku is null ? ErrorAt("stock.fba") : null);

    private string? UnitsError =>
        ErrorAt("stock.no-number") ?? ErrorAt("stock.negative") ?? ErrorAt("stock.too-many") ?? ErrorAt("stock.no-change");

    private string? FormError =>
        error is null || SkuError is not null || UnitsError is not null || ErrorAt("stock.reason") is not null ? null : error.Message;

    /// <summary>Opens the dialog; what was done, in words, or null.</summary>
    public static async Task<string?> ShowAsync(IDialogService dialogs, string? sku = null, string? title = null)
    {
        var parameters = new DialogParameters<AdjustStockDialog>
        {
            { dialog => dialog.Sku, sku },
            { dialog => dialog.Title, title },
        };
        var dialog = await dialogs.ShowAsync<AdjustStockDialog>("Adjust stock", parameters);
        return await dialog.Result is { Canceled: false, Data: string done } ? done : null;
    }

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        try
        {
            warehouses = await Warehouses.ListAsync(disposal.Token);
            warehouseId = warehouses.Count > 0 ? warehouses[0].Id : 0;
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            // The dialog was closed.
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, "The warehouses could not be loaded.");
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await (Sku is null ? first : number).FocusAsync();
        }
    }

    private string? ErrorAt(string code) => error?.Code == code ? error.Message : null;

    private async Task SaveAsync()
    {
        if (busy)
        {
            return;
        }

        (busy, error, fault) = (true, null, null);
        try
        {
            error = await AdjustAsync();
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (ConcurrentChangeException)
        {
            error = new Error("stock.busy", "Orders keep moving this stock just now. Nothing was changed; try again.");
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, "The stock could not be adjusted.");
        }

        busy = false;
    }

    private async Task<Error?> AdjustAsync()
    {
        if (UnitsText.Read(units) is not { } read)
        {
            return UnitsText.Odd;
        }

        var request = new AdjustStockRequest(
            Sku ?? sku,
            warehouseId == 0 ? null : warehouseId,
            ByDifference ? null : read,
            ByDifference ? read : null,
            reason);
        var adjusted = await Adjust.RunAsync(await CurrentActor.GetAsync(), request, disposal.Token);
        if (!adjusted.Succeeded)
        {
            return adjusted.Error;
        }

        var (before, after) = (IndianFormat.Count(adjusted.Value.Before), IndianFormat.Count(adjusted.Value.After));
        Dialog.Close(DialogResult.Ok(before == after
            ? $"“{request.Sku}” had {after} on hand already."
            : $"“{request.Sku}”: {after} on hand, {before} before."));
        return null;
    }
}
