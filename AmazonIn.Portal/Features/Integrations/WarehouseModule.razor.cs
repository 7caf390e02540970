using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Channels;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>Where a channel's orders are tracked and its stock comes from (W1–W3).</summary>
public sealed partial class WarehouseModule
{
    private bool busy;

    [Parameter]
    [EditorRequired]
    public ChannelSummary Channel { get; set; } = null!;

    /// <summary>Name of the primary warehouse; null where there is none yet.</summary>
    [Parameter]
    public string? PrimaryWarehouse { get; set; }

    /// <summary>The mapping was changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private MapWarehouse Map { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private ILogger<WarehouseModule> Logger { get; set; } = null!;

    private Task ToggleAsync() => Channel.WarehouseId is null ? ChooseAsync() : UnmapAsync();

    private async Task ChooseAsync()
    {
        if (await WarehouseDialog.ShowAsync(Dialogs, Channel.Id, Channel.WarehouseId) is { } name)
        {
            Messages.Add($"Orders from now on are tracked in {name}. Quantities are sent again.", Severity.Success);
            await Changed.InvokeAsync();
        }
    }

    private async Task UnmapAsync()
    {
        var agreed = await ConfirmDialog.AskAsync(
            Dialogs,
            "Disable warehouse mapping",
            $"Orders of {Channel.Name} from now on are tracked in the primary warehouse, and Amazon is offered the stock of all "
            + $"warehouses. Orders that are tracked in {Channel.WarehouseName} stay there.",
            "Disable");
        if (!agreed)
        {
            return;
        }

        busy = true;
        try
        {
            var result = await Map.RunAsync(await CurrentActor.GetAsync(), Channel.Id, null, CancellationToken.None);
            if (result.Succeeded)
            {
                Messages.Add("Warehouse mapping is off. Quantities are sent again.", Severity.Success);
                await Changed.InvokeAsync();
            }
            else
            {
                Messages.Add(result.Error.Message, Severity.Warning);
            }
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "The mapping could not be switched off.");
            Messages.Add(fault.ShortWords, Severity.Error);
        }
        finally
        {
            busy = false;
        }
    }
}
