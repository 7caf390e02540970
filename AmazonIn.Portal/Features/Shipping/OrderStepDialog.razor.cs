using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>Says what a step does to stock, order and Amazon, and takes it (O4).</summary>
public sealed partial class OrderStepDialog : IDisposable
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true };

    private readonly CancellationTokenSource disposal = new();
    private OrderStepPreview? preview;
    private bool outside;
    private string? refusal;
    private bool busy;

    [Parameter]
    [EditorRequired]
    public SalesOrderRow Order { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public OrderStep Step { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private PreviewOrderStep Preview { get; set; } = null!;

    [Inject]
    private VoidOrder VoidOrder { get; set; } = null!;

    [Inject]
    private UnfulfilOrder UnfulfilOrder { get; set; } = null!;

    [Inject]
    private FulfilOrder FulfilOrder { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILogger<OrderStepDialog> Logger { get; set; } = null!;

    private string Words => busy ? "Saving…" : $"{Name(Step)} {Order.Number}";

    /// <summary>What the step is called.</summary>
    public static string Name(OrderStep step) => step switch
    {
        OrderStep.Void => "Void",
        OrderStep.Unfulfil => "Unfulfil",
        OrderStep.Fulfil => "Fulfil",
    };

    /// <summary>Opens the dialog; true once the step is taken.</summary>
    public static async Task<bool> ShowAsync(IDialogService dialogs, SalesOrderRow order, OrderStep step)
    {
        var parameters = new DialogParameters<OrderStepDialog>
        {
            { dialog => dialog.Order, order },
            { dialog => dialog.Step, step },
        };
        var reference = await dialogs.ShowAsync<OrderStepDialog>($"{Name(step)} {order.Number}?", parameters, Options);
        return await reference.Result is { Canceled: false };
    }

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    private async Task<OrderStepPreview?> LoadAsync(CancellationToken cancellationToken)
    {
        var read = await Preview.RunAsync(await CurrentActor.GetAsync(), Order.Id, Step, cancellationToken);
        (preview, refusal) = (read.Value, read.Error?.Message);
        StateHasChanged();
        return preview;
    }

    private async Task TakeAsync()
    {
        (busy, refusal) = (true, null);
        try
        {
            var taken = await RunAsync();
            if (taken.Succeeded)
            {
                Dialog.Close(DialogResult.Ok(true));
                return;
            }

            refusal = taken.Error.Message;
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "The order could not be changed.");
            refusal = $"{fault.What} {fault.Why} {fault.Remedy} Reference {fault.Reference}.";
        }

        busy = false;
    }

    private async Task<Result<SalesOrder>> RunAsync()
    {
        var actor = await CurrentActor.GetAsync();
        return Step switch
        {
            OrderStep.Void => await VoidOrder.RunAsync(actor, Order.Id, disposal.Token),
            OrderStep.Unfulfil => await UnfulfilOrder.RunAsync(actor, Order.Id, disposal.Token),
            OrderStep.Fulfil => await FulfilOrder.RunAsync(actor, Order.Id, outside, disposal.Token),
        };
    }
}
