using AmazonIn.Domain.Common;
using AmazonIn.Domain.UseCases.Stock;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Stock;

/// <summary>Carries units from one warehouse to another; gives back what it did, in words.</summary>
public sealed partial class TransferStockDialog
{
    private readonly List<TransferLine> lines = [new()];
    private long fromId;
    private long toId;
    private string reason = string.Empty;

    [Inject]
    private TransferStock Transfer { get; set; } = null!;

    /// <summary>Opens the dialog; what was done, in words, or null.</summary>
    public static async Task<string?> ShowAsync(IDialogService dialogs)
    {
        var dialog = await dialogs.ShowAsync<TransferStockDialog>("Transfer stock");
        return await dialog.Result is { Canceled: false, Data: string done } ? done : null;
    }

    protected override async Task OnInitializedAsync()
    {
        await LoadWarehousesAsync();
        if (Warehouses.Count > 1)
        {
            (fromId, toId) = (Warehouses[0].Id, Warehouses[1].Id);
        }
        else if (Fault is null)
        {
            Error = new Error("stock.one-warehouse", "There is only one warehouse. Add another one first.");
        }
    }

    private Task SaveAsync() => TryAsync("The stock could not be moved.", "Nothing was moved", MoveAsync);

    private async Task<Error?> MoveAsync()
    {
        // An odd number becomes 0, which the use case refuses by the line's SKU.
        var wanted = lines.Where(line => !line.IsBlank)
            .Select(line => new TransferStockLine(line.Sku, UnitsText.Read(line.Units) ?? 0))
            .ToList();
        var moved = await Transfer.RunAsync(
            await CurrentActor.GetAsync(), new TransferStockRequest(fromId, toId, wanted, reason), Open);
        if (moved.Succeeded)
        {
            var to = Warehouses.First(warehouse => warehouse.Id == toId).Name;
            CloseWith(
                $"{IndianFormat.Plural(wanted.Sum(line => line.Quantity), "unit")} moved to {to}.");
        }

        return moved.Error;
    }
}
