using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Shipping;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>Says what a step does to stock, order and Amazon, and takes it (O4).</summary>
public sealed partial class OrderStepDialog
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true };

    private OrderStepPreview? preview;
    private bool outside;

    [Parameter]
    [EditorRequired]
    public SalesOrderRow Order { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public OrderStep Step { get; set; }

    [Inject]
    private PreviewOrderStep Preview { get; set; } = null!;

    [Inject]
    private VoidOrder VoidOrder { get; set; } = null!;

    [Inject]
    private UnfulfilOrder UnfulfilOrder { get; set; } = null!;

    [Inject]
    private FulfilOrder FulfilOrder { get; set; } = null!;

    private string Words => Busy ? "Saving…" : $"{Name(Step)} {Order.Number}";

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

    private async Task<OrderStepPreview?> LoadAsync(CancellationToken cancellationToken)
    {
        var read = await Preview.RunAsync(await CurrentActor.GetAsync(), Order.Id, Step, cancellationToken);
        (preview, Error) = (read.Value, read.Error);
        StateHasChanged();
        return preview;
    }

    private Task TakeAsync() => TryAsync("The order could not be changed.", async actor =>
    {
        var taken = Step switch
        {
            OrderStep.Void => await VoidOrder.RunAsync(actor, Order.Id, Open),
            OrderStep.Unfulfil => await UnfulfilOrder.RunAsync(actor, Order.Id, Open),
            OrderStep.Fulfil => await FulfilOrder.RunAsync(actor, Order.Id, outside, Open),
        };
        if (taken.Succeeded)
        {
            CloseWith(true);
        }

        return taken.Error;
    });
}
