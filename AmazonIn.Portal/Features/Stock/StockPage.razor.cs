using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Stock;

/// <summary>What is in stock and where, with what people do about it.</summary>
public sealed partial class StockPage
{
    private ListPage<StockRow>? list;
    private IReadOnlyList<FilterDefinition> filters = StockFilters.Definitions([], []);
    private int? count;
    private bool mayChange;

    [Inject]
    private IStockQueries Stock { get; set; } = null!;

    [Inject]
    private IWarehouseQueries Warehouses { get; set; } = null!;

    [Inject]
    private IChannelQueries Channels { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    // The file is narrowed as the list is.
    private string ExportHref => list?.Query.ToUri(StockExport.Path) ?? StockExport.Path;

    protected override async Task OnInitializedAsync() =>
        mayChange = (await CurrentActor.GetAsync()).May(Permission.ManageInventory);

    private static string Places(StockRow row) => row.Balances.Count switch
    {
        0 => string.Empty,
        1 => row.Balances[0].WarehouseName,
        _ => string.Join(", ", row.Balances.Select(balance => $"{balance.WarehouseName} {IndianFormat.Count(balance.OnHand)}")),
    };

    private async Task<PageOf<StockRow>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        filters = StockFilters.Definitions(
            await Warehouses.ListAsync(cancellationToken), await Channels.ListAsync(cancellationToken));
        return await Stock.ListAsync(
            StockFilters.From(query), query.SortBy(StockSort.Title), query.ToPage(), cancellationToken);
    }

    private void OnLoaded(PageOf<StockRow> page) => count = page.Total;

    private Task ReloadAsync() => list?.ReloadAsync() ?? Task.CompletedTask;

    private Task AdjustAsync(StockRow? row) => SayAsync(
        row is null ? AdjustStockDialog.ShowAsync(Dialogs) : AdjustStockDialog.ShowAsync(Dialogs, row.Sku, row.Title));

    private Task TransferAsync() => SayAsync(TransferStockDialog.ShowAsync(Dialogs));

    private Task ImportAsync() => SayAsync(ImportAdjustmentsDialog.ShowAsync(Dialogs));

    private async Task SayAsync(Task<string?> dialog)
    {
        if (await dialog is { } done)
        {
            Messages.Add(done, Severity.Success);
            await ReloadAsync();
        }
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
