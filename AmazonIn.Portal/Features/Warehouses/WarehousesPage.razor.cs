using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Warehouses;

/// <summary>Where stock is kept.</summary>
public sealed partial class WarehousesPage
{
    private ListPage<WarehouseRow>? list;
    private int? count;
    private bool mayAdd;

    [Inject]
    private IWarehouseQueries Warehouses { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    protected override async Task OnInitializedAsync() =>
        mayAdd = (await CurrentActor.GetAsync()).May(Permission.ManageInventory);

    // There are few warehouses, so the port gives them all; every one of them is on the first page.
    private async Task<PageOf<WarehouseRow>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var rows = await Warehouses.ListAsync(cancellationToken);
        return new PageOf<WarehouseRow>(rows, rows.Count);
    }

    private void OnLoaded(PageOf<WarehouseRow> page) => count = page.Total;

    private async Task AddAsync()
    {
        var dialog = await Dialogs.ShowAsync<AddWarehouseDialog>("Add warehouse");
        if (await dialog.Result is { Canceled: false, Data: string name })
        {
            Messages.Add($"Warehouse “{name}” added.", Severity.Success);
            await (list?.ReloadAsync() ?? Task.CompletedTask);
        }
    }
}
