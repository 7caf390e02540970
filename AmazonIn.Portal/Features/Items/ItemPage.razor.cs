using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Stock;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Items;

/// <summary>One item: what is there of it and why, and how each channel offers it.</summary>
public sealed partial class ItemPage
{
    private Loader<ItemDetails>? loader;
    private ItemDetails? details;
    private bool mayAdjust;

    // The panels that load for themselves start anew with every load of the item.
    private int loads;

    [Parameter]
    public long Id { get; set; }

    [Inject]
    private IItemQueries Items { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    private bool AsksWhy => Navigation.Uri.EndsWith("#why", StringComparison.Ordinal);

    protected override async Task OnInitializedAsync() =>
        mayAdjust = (await CurrentActor.GetAsync()).May(Permission.ManageInventory);

    protected override void OnParametersSet() => details = details?.Item.Id == Id ? details : null;

    private async Task<ItemDetails?> LoadAsync(CancellationToken cancellationToken)
    {
        details = await Items.FindDetailsAsync(Id, cancellationToken);
        loads++;
        StateHasChanged();
        return details;
    }

    private Task ReloadAsync() => loader?.ReloadAsync() ?? Task.CompletedTask;

    private bool MayAdjust(ItemDetails shown) => mayAdjust && shown.Item.FulfilledBy == FulfilledBy.Merchant;

    private async Task AdjustAsync()
    {
        if (details is { Item: var item } && await AdjustStockDialog.ShowAsync(Dialogs, item.Sku, item.Title) is { } done)
        {
            Messages.Add(done, Severity.Success);
            await ReloadAsync();
        }
    }
}
