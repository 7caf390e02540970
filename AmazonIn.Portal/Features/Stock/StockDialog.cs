using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Stock;

/// <summary>What the dialogs have in common that move stock.</summary>
public abstract class StockDialog : FormDialog
{
    /// <summary>The primary one first; none before they are loaded.</summary>
    protected IReadOnlyList<WarehouseRow> Warehouses { get; private set; } = [];

    [Inject]
    private IWarehouseQueries WarehouseQueries { get; set; } = null!;

    protected Task LoadWarehousesAsync() => GuardAsync(
        "The warehouses could not be loaded.", async () => Warehouses = await WarehouseQueries.ListAsync(Open));

    /// <summary>Moves it, and keeps what it was refused with.</summary>
    /// <param name="failure">What did not come about, should the portal itself fail.</param>
    /// <param name="nothing">What did not come about, should somebody else keep changing the stock.</param>
    protected Task TryAsync(string failure, string nothing, Func<Task<Error?>> work) => TryAsync(failure, async _ =>
    {
        try
        {
            return await work();
        }
        catch (ConcurrentChangeException)
        {
            return new Error("stock.busy", $"Orders keep moving this stock just now. {nothing}; try again.");
        }
    });
}
