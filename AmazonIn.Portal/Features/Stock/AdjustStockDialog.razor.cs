using AmazonIn.Domain.Common;
using AmazonIn.Domain.UseCases.Stock;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Stock;

/// <summary>Corrects what a warehouse has on hand of an item; gives back what it did, in words.</summary>
public sealed partial class AdjustStockDialog
{
    private ElementReference first;
    private ElementReference number;
    private string sku = string.Empty;
    private long warehouseId;
    private AdjustMode mode;
    private string units = string.Empty;
    private string reason = string.Empty;

    /// <summary>The item; null where the person names it.</summary>
    [Parameter]
    public string? Sku { get; set; }

    [Parameter]
    public string? Title { get; set; }

    [Inject]
    private AdjustStock Adjust { get; set; } = null!;

    private bool ByDifference => mode == AdjustMode.Difference;

    private string? SkuError => ErrorAt("stock.sku") ?? ErrorAt("stock.sku-unknown") ?? (Sku is null ? ErrorAt("stock.fba") : null);

    private string? UnitsError =>
        ErrorAt("stock.no-number") ?? ErrorAt("stock.negative") ?? ErrorAt("stock.too-many") ?? ErrorAt("stock.no-change");

    private string? FormError =>
        Error is null || SkuError is not null || UnitsError is not null || ErrorAt("stock.reason") is not null ? null : Error.Message;

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

    protected override async Task OnInitializedAsync()
    {
        await LoadWarehousesAsync();
        warehouseId = Warehouses.Count > 0 ? Warehouses[0].Id : 0;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await (Sku is null ? first : number).FocusAsync();
        }
    }

    private Task SaveAsync() => TryAsync("The stock could not be adjusted.", "Nothing was changed", AdjustAsync);

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
        var adjusted = await Adjust.RunAsync(await CurrentActor.GetAsync(), request, Open);
        if (!adjusted.Succeeded)
        {
            return adjusted.Error;
        }

        var (before, after) = (IndianFormat.Count(adjusted.Value.Before), IndianFormat.Count(adjusted.Value.After));
        CloseWith(before == after
            ? $"“{request.Sku}” had {after} on hand already."
            : $"“{request.Sku}”: {after} on hand, {before} before.");
        return null;
    }
}
