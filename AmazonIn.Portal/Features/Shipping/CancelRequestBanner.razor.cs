using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Shipping;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>The buyer's request to cancel, and the decision on it (O2).</summary>
public sealed partial class CancelRequestBanner
{
    private bool decided;

    [Parameter]
    [EditorRequired]
    public SalesOrderRow Order { get; set; } = null!;

    /// <summary>The order changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private IPackageQueries Packages { get; set; } = null!;

    [Inject]
    private DecideCancelRequest Decide { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (Order is { CancelRequestedByBuyer: true, Status: not OrderStatus.Void } && RendererInfo.IsInteractive)
        {
            await LoadAsync();
        }
    }

    // Undecided until the opposite is known: a warning too many is better than one too few.
    private Task LoadAsync() => GuardAsync(
        "Whether this was decided could not be loaded.",
        async () => decided = await Packages.OfOrderAsync(Order.Id, Open) is { AwaitsCancelDecision: false });

    private Task ShipAsync() => TryAsync("The decision could not be saved.", async actor =>
    {
        var done = await Decide.RunAsync(actor, Order.Id, ship: true, Open);
        if (done.Succeeded)
        {
            await LoadAsync();
            await Changed.InvokeAsync();
        }

        return done.Error;
    });

    private async Task VoidAsync()
    {
        if (await OrderStepDialog.ShowAsync(Dialogs, Order, OrderStep.Void))
        {
            await Changed.InvokeAsync();
        }
    }
}
