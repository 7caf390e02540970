using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Warehouses;
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
    private MakeWarehousePrimary MakePrimary { get; set; } = null!;

    [Inject]
    private ILogger<WarehousesPage> Logger { get; set; } = null!;

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

    private async Task RenameAsync(WarehouseRow row)
    {
        if (await RenameWarehouseDialog.ShowAsync(Dialogs, row) is { } name)
        {
            Messages.Add($"“{row.Name}” is “{name}” now.", Severity.Success);
            await (list?.ReloadAsync() ?? Task.CompletedTask);
        }
    }

    private async Task MakePrimaryAsync(WarehouseRow row)
    {
        if (!await ConfirmDialog.AskAsync(
            Dialogs,
            "Make primary",
            $"Later orders of channels without a warehouse of their own will be tracked in “{row.Name}”. Earlier orders, and the "
            + "stock that is there, stay where they are.",
            "Make primary"))
        {
            return;
        }

        try
        {
            var made = await MakePrimary.RunAsync(await CurrentActor.GetAsync(), row.Id, CancellationToken.None);
            Messages.Add(
                made.Error?.Message ?? $"“{row.Name}” is the primary warehouse now.",
                made.Succeeded ? Severity.Success : Severity.Error);
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "The primary warehouse could not be changed.");
            Messages.Add(fault.ShortWords, Severity.Error);
        }

        await (list?.ReloadAsync() ?? Task.CompletedTask);
    }

    // A menu stays open until its handler has ended, so the dialog is not waited for.
    private void Begin(Func<Task> act) => _ = InvokeAsync(async () =>
    {
        try
        {
            await act();
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    });
}
