using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Channels;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>Asks which warehouse a channel is mapped to, and maps it (W2).</summary>
public sealed partial class WarehouseDialog
{
    private IReadOnlyList<WarehouseRow>? warehouses;
    private long? chosen;

    [Parameter]
    [EditorRequired]
    public long ChannelId { get; set; }

    /// <summary>The mapped warehouse; null where none is mapped yet.</summary>
    [Parameter]
    public long? Current { get; set; }

    [Inject]
    private IWarehouseQueries Warehouses { get; set; } = null!;

    [Inject]
    private MapWarehouse Map { get; set; } = null!;

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

    protected override Task OnInitializedAsync()
    {
        chosen = Current;
        return GuardAsync("The warehouses could not be loaded.", async () => warehouses = await Warehouses.ListAsync(Open));
    }

    private Task SaveAsync() => chosen is not { } warehouseId ? Task.CompletedTask : TryAsync("The mapping could not be saved.", async actor =>
    {
        var mapped = await Map.RunAsync(actor, ChannelId, warehouseId, CancellationToken.None);
        if (mapped.Succeeded)
        {
            CloseWith(warehouses?.FirstOrDefault(one => one.Id == warehouseId)?.Name ?? "the warehouse");
        }

        return mapped.Error;
    });
}
