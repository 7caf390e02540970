using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Stock;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Stock;

/// <summary>Carries units from one warehouse to another; gives back what it did, in words.</summary>
public sealed partial class TransferStockDialog : IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private readonly List<TransferLine> lines = [new()];
    private IReadOnlyList<WarehouseRow> warehouses = [];
    private long fromId;
    private long toId;
    private string reason = string.Empty;
    private Error? error;
    private Fault? fault;
    private bool busy;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private TransferStock Transfer { get; set; } = null!;

    [Inject]
    private IWarehouseQueries Warehouses { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILogger<TransferStockDialog> Logger { get; set; } = null!;

    /// <summary>Opens the dialog; what was done, in words, or null.</summary>
    public static async Task<string?> ShowAsync(IDialogService dialogs)
    {
        var dialog = await dialogs.ShowAsync<TransferStockDialog>("Transfer stock");
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
            if (warehouses.Count < 2)
            {
                error = new Error("stock.one-warehouse", "There is only one warehouse. Add another one first.");
                return;
            }

            (fromId, toId) = (warehouses[0].Id, warehouses[1].Id);
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
            error = await MoveAsync();
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (ConcurrentChangeException)
        {
            error = new Error("stock.busy", "Orders keep moving this stock just now. Nothing was moved; try again.");
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, "The stock could not be moved.");
        }

        busy = false;
    }

    private async Task<Error?> MoveAsync()
    {
        // An odd number becomes 0, which the use case refuses by the line's SKU.
        var wanted = lines.Where(line => !line.IsBlank)
            .Select(line => new TransferStockLine(line.Sku, UnitsText.Read(line.Units) ?? 0))
            .ToList();
        var moved = await Transfer.RunAsync(
            await CurrentActor.GetAsync(), new TransferStockRequest(fromId, toId, wanted, reason), disposal.Token);
        if (moved.Succeeded)
        {
            var to = warehouses.First(warehouse => warehouse.Id == toId).Name;
            Dialog.Close(DialogResult.Ok(
                $"{IndianFormat.Plural(wanted.Sum(line => line.Quantity), "unit")} moved to {to}."));
        }

        return moved.Error;
    }
}
