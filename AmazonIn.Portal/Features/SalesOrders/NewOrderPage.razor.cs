using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.SalesOrders;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>Makes an order by hand.</summary>
public sealed partial class NewOrderPage : IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private Loader<NewOrderView>? loader;
    private OrderDraft? draft;
    private Error? error;
    private Fault? fault;
    private bool busy;
    private bool saved;

    /// <summary>A known customer; none is a walk-in.</summary>
    [SupplyParameterFromQuery(Name = "customer")]
    private long? Customer { get; set; }

    [Inject]
    private IOrganisationStore Organisations { get; set; } = null!;

    [Inject]
    private IWarehouseQueries Warehouses { get; set; } = null!;

    [Inject]
    private CreateOrder CreateOrder { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<NewOrderPage> Logger { get; set; } = null!;

    private bool IsChanged => !saved && draft is { Lines.Count: > 0 };

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    private async Task<NewOrderView?> LoadAsync(CancellationToken cancellationToken)
    {
        var organisation = await Organisations.FindAsync(cancellationToken);
        var warehouses = await Warehouses.ListAsync(cancellationToken);
        draft = OrderDraft.New(
            organisation?.HomeState,
            organisation?.BaseCurrency ?? DisplaySettings.Default.Currency,
            warehouses.FirstOrDefault(warehouse => warehouse.IsPrimary)?.Id);
        StateHasChanged();
        return new NewOrderView(organisation?.HomeState, warehouses);
    }

    private async Task SaveAsync()
    {
        if (busy || draft is null)
        {
            return;
        }

        if (draft.HasErrors)
        {
            error = new Error("order.typing", "One of the figures is no number yet. It is marked in the lines.");
            return;
        }

        (busy, error, fault) = (true, null, null);
        try
        {
            var request = new NewOrderRequest(
                Customer, draft.WarehouseId, draft.Place, [.. draft.Lines.Select(line => line.ToEdit())]);
            var made = await CreateOrder.RunAsync(await CurrentActor.GetAsync(), request, disposal.Token);
            if (made.Succeeded)
            {
                saved = true;
                Messages.Add("Sales order made; its units are reserved.", Severity.Success);
                Navigation.NavigateTo($"/sales-orders/{made.Value}");
                return;
            }

            error = made.Error;
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, "The sales order could not be saved.");
        }
        finally
        {
            busy = false;
        }
    }

    private async Task GuardAsync(LocationChangingContext context)
    {
        if (IsChanged && !await ConfirmDialog.AskAsync(
            Dialogs, "Leave without saving?", "The new sales order is not saved yet.", "Leave", cancelText: "Stay"))
        {
            context.PreventNavigation();
        }
    }
}
