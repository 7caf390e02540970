using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.SalesOrders;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>
/// Lines, rates, place and warehouse of an order as a form. What is typed is lost neither by a refusal nor by leaving
/// the page without being asked; tax that a partial change of rates would cost is named before anything is saved (T5).
/// </summary>
public sealed partial class EditOrderPage : IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private Loader<EditView>? loader;
    private OrderDraft? draft;
    private string? number;
    private int version;
    private Error? error;
    private Fault? fault;
    private bool busy;
    private bool saved;

    [Parameter]
    public long Id { get; set; }

    [Inject]
    private ISalesOrderQueries Orders { get; set; } = null!;

    [Inject]
    private IOrganisationStore Organisations { get; set; } = null!;

    [Inject]
    private IWarehouseQueries Warehouses { get; set; } = null!;

    [Inject]
    private EditOrder EditOrder { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<EditOrderPage> Logger { get; set; } = null!;

    private string OrderHref => $"/sales-orders/{Id}";

    private bool IsChanged => !saved && draft is { IsChanged: true };

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    private async Task<EditView?> LoadAsync(CancellationToken cancellationToken)
    {
        var details = await Orders.FindAsync(Id, cancellationToken);
        if (details is null)
        {
            return null;
        }

        var home = (await Organisations.FindAsync(cancellationToken))?.HomeState;
        var warehouses = await Warehouses.ListAsync(cancellationToken);
        var order = details.Order;
        draft = OrderDraft.Of(details, home);
        (number, version, error, fault) = (order.Number, details.Version, null, null);
        StateHasChanged();
        return new EditView(
            details,
            home,
            warehouses,
            MayAdd: order.Status is OrderStatus.Confirmed or OrderStatus.PartiallyShipped,
            MayMove: order is { Status: OrderStatus.Confirmed, FulfilledBy: FulfilledBy.Merchant }
                && details.Lines.All(line => line.QuantityFulfilled == 0),
            Refusal: order.Status == OrderStatus.Void ? OrderErrors.IsVoid.Message : null);
    }

    private Task ReloadAsync() => loader?.ReloadAsync() ?? Task.CompletedTask;

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

        var losses = draft.Outcome.Losses;
        if (losses.Count > 0 && !await ConfirmAsync(losses))
        {
            return;
        }

        (busy, error, fault) = (true, null, null);
        try
        {
            var result = await EditOrder.RunAsync(await CurrentActor.GetAsync(), Request(losses), disposal.Token);
            if (result.Succeeded)
            {
                saved = true;
                Messages.Add($"{number} saved.", Severity.Success);
                Navigation.NavigateTo(OrderHref);
                return;
            }

            error = result.Error;
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

    private EditOrderRequest Request(IReadOnlyList<TaxLoss> losses) => new(
        Id,
        version,
        [.. draft!.Lines.Select(line => line.ToEdit())],
        draft.PlaceChanged ? draft.Place : null,
        draft.WarehouseId,
        losses);

    // Either the plan is agreed to, or a rate is set on every line; then the person sees what comes of it and saves.
    private async Task<bool> ConfirmAsync(IReadOnlyList<TaxLoss> losses)
    {
        var parameters = new DialogParameters<TaxLossDialog>
        {
            { dialog => dialog.Losses, losses },
            { dialog => dialog.Currency, draft!.Currency },
        };
        var dialog = await Dialogs.ShowAsync<TaxLossDialog>("Tax of other lines would go", parameters);
        if (await dialog.Result is not { Canceled: false } result)
        {
            return false;
        }

        if (result.Data is decimal rate)
        {
            draft.SetRateOnEveryLine(rate);
            StateHasChanged();
            return false;
        }

        return true;
    }

    private async Task GuardAsync(LocationChangingContext context)
    {
        if (IsChanged && !await ConfirmDialog.AskAsync(
            Dialogs, "Leave without saving?", $"What you changed on {number} is not saved yet.", "Leave", cancelText: "Stay"))
        {
            context.PreventNavigation();
        }
    }
}
