using AmazonIn.Domain.UseCases.Warehouses;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Warehouses;

/// <summary>Asks for the name of another warehouse and adds it; gives the name back.</summary>
public sealed partial class AddWarehouseDialog
{
    private ElementReference field;
    private string name = string.Empty;

    [Inject]
    private AddWarehouse AddWarehouse { get; set; } = null!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await field.FocusAsync();
        }
    }

    private Task AddAsync() => TryAsync("The warehouse could not be added.", async actor =>
    {
        var added = await AddWarehouse.RunAsync(actor, name, Open);
        if (added.Succeeded)
        {
            CloseWith(added.Value.Name);
        }

        return added.Error;
    });
}
