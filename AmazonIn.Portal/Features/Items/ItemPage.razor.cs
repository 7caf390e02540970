using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Items;

/// <summary>One item: what is there of it and why, and how each channel offers it.</summary>
public sealed partial class ItemPage
{
    private Loader<ItemDetails>? loader;
    private ItemDetails? details;

    [Parameter]
    public long Id { get; set; }

    [Inject]
    private IItemQueries Items { get; set; } = null!;

    protected override void OnParametersSet() => details = details?.Item.Id == Id ? details : null;

    private async Task<ItemDetails?> LoadAsync(CancellationToken cancellationToken)
    {
        details = await Items.FindDetailsAsync(Id, cancellationToken);
        StateHasChanged();
        return details;
    }

    private Task ReloadAsync() => loader?.ReloadAsync() ?? Task.CompletedTask;
}
