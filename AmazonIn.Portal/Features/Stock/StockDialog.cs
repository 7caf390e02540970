using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Stock;

/// <summary>What the dialogs have in common that move stock: how an attempt begins, and how it can end.</summary>
public abstract class StockDialog : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource disposal = new();

    [CascadingParameter]
    protected IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    protected ICurrentActor CurrentActor { get; set; } = null!;

    /// <summary>Why it was refused; null while it was not.</summary>
    protected Error? Error { get; set; }

    /// <summary>What went wrong on our side; null while nothing did.</summary>
    protected Fault? Fault { get; private set; }

    protected bool Busy { get; private set; }

    /// <summary>Until the dialog is closed.</summary>
    protected CancellationToken Open => disposal.Token;

    /// <summary>The primary one first; none before they are loaded.</summary>
    protected IReadOnlyList<WarehouseRow> Warehouses { get; private set; } = [];

    [Inject]
    private IWarehouseQueries WarehouseQueries { get; set; } = null!;

    [Inject]
    private ILoggerFactory Loggers { get; set; } = null!;

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
        GC.SuppressFinalize(this);
    }

    protected string? ErrorAt(string code) => Error?.Code == code ? Error.Message : null;

    protected async Task LoadWarehousesAsync()
    {
        try
        {
            Warehouses = await WarehouseQueries.ListAsync(Open);
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            // The dialog was closed.
        }
        catch (Exception exception)
        {
            Report(exception, "The warehouses could not be loaded.");
        }
    }

    /// <summary>Does it, and keeps what it was refused with.</summary>
    /// <param name="failure">What did not come about, should the portal itself fail.</param>
    /// <param name="nothing">What did not come about, should somebody else keep changing the stock.</param>
    protected async Task TryAsync(string failure, string nothing, Func<Task<Error?>> work)
    {
        // A second click is on its way before the button is disabled.
        if (Busy)
        {
            return;
        }

        (Busy, Error, Fault) = (true, null, null);
        try
        {
            Error = await work();
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (ConcurrentChangeException)
        {
            Error = new Error("stock.busy", $"Orders keep moving this stock just now. {nothing}; try again.");
        }
        catch (Exception exception)
        {
            Report(exception, failure);
        }

        Busy = false;
    }

    private void Report(Exception exception, string what) =>
        Fault = Fault.Report(Loggers.CreateLogger(GetType()), exception, what);
}
