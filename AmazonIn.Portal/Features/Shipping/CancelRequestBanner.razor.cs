using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>The buyer's request to cancel, and the decision on it (O2).</summary>
public sealed partial class CancelRequestBanner : IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private bool decided;
    private bool busy;
    private string? refusal;

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
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ILogger<CancelRequestBanner> Logger { get; set; } = null!;

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Order is { CancelRequestedByBuyer: true, Status: not OrderStatus.Void } && RendererInfo.IsInteractive)
        {
            await LoadAsync();
        }
    }

    // Undecided until the opposite is known: a warning too many is better than one too few.
    private async Task LoadAsync()
    {
        try
        {
            decided = await Packages.OfOrderAsync(Order.Id, disposal.Token) is { AwaitsCancelDecision: false };
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            refusal = Words(Fault.Report(Logger, exception, "Whether this was decided could not be loaded."));
        }
    }

    private Task ShipAsync() => DecideAsync(ship: true);

    private async Task VoidAsync()
    {
        if (await OrderStepDialog.ShowAsync(Dialogs, Order, OrderStep.Void))
        {
            await Changed.InvokeAsync();
        }
    }

    private async Task DecideAsync(bool ship)
    {
        (busy, refusal) = (true, null);
        try
        {
            var done = await Decide.RunAsync(await CurrentActor.GetAsync(), Order.Id, ship, disposal.Token);
            refusal = done.Error?.Message;
            if (done.Succeeded)
            {
                await LoadAsync();
                await Changed.InvokeAsync();
            }
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            refusal = Words(Fault.Report(Logger, exception, "The decision could not be saved."));
        }

        busy = false;
    }

    private static string Words(Fault fault) => fault.Words;
}
