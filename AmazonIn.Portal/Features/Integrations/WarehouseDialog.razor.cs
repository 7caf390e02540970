using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Channels;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>Asks which warehouse a channel is mapped to, and maps it (W2).</summary>
public sealed partial class WarehouseDialog : IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private IReadOnlyList<WarehouseRow>? warehouses;
    private long? chosen;
    private bool busy;
    private string? refusal;

    [Parameter]
    [EditorRequired]
    public long ChannelId { get; set; }

    /// <summary>The mapped warehouse; null where none is mapped yet.</summary>
    [Parameter]
    public long? Current { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private IWarehouseQueries Warehouses { get; set; } = null!;

    [Inject]
    private MapWarehouse Map { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILogger<WarehouseDialog> Logger { get; set; } = null!;

    /// <summary>Opens the dialog; gives the warehouse's name once it is mapped, null when the person turned away.</summary>
    public static async Task<string?> ShowAsync(IDialogService dialogs, long channelId, long? current)
    {
        var parameters = new DialogParameters<WarehouseDialog>
        {
            { dialog => dialog.ChannelId, channelId },
            { dialog => dialog.Current, current },
        };
        var reference = await dialogs.ShowAsync<WarehouseDialog>("Warehouse mapping", parameters);
        return await reference.Result is { Canceled: false, Data: string name } ? name : null;
    }

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        chosen = Current;
        try
        {
            warehouses = await Warehouses.ListAsync(disposal.Token);
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            // The person turned away.
        }
        catch (Exception exception)
        {
            Refuse(Fault.Report(Logger, exception, "The warehouses could not be loaded."));
        }
    }

    private async Task SaveAsync()
    {
        if (chosen is not { } warehouseId)
        {
            return;
        }

        (busy, refusal) = (true, null);
        try
        {
            var result = await Map.RunAsync(await CurrentActor.GetAsync(), ChannelId, warehouseId, CancellationToken.None);
            if (result.Succeeded)
            {
                Dialog.Close(DialogResult.Ok(warehouses?.FirstOrDefault(one => one.Id == warehouseId)?.Name ?? "the warehouse"));
                return;
            }

            refusal = result.Error.Message;
        }
        catch (Exception exception)
        {
            Refuse(Fault.Report(Logger, exception, "The mapping could not be saved."));
        }

        busy = false;
    }

    private void Refuse(Fault fault) => refusal = $"{fault.What} {fault.Why} {fault.Remedy} Reference {fault.Reference}.";
}
