using AmazonIn.Domain.UseCases.Warehouses;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Warehouses;

/// <summary>Asks for the name of another warehouse and adds it; gives the name back.</summary>
public sealed partial class AddWarehouseDialog : IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private ElementReference field;
    private string name = string.Empty;
    private string? error;
    private Fault? fault;
    private bool busy;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private AddWarehouse AddWarehouse { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILogger<AddWarehouseDialog> Logger { get; set; } = null!;

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await field.FocusAsync();
        }
    }

    private async Task AddAsync()
    {
        if (busy)
        {
            return;
        }

        (busy, error, fault) = (true, null, null);
        try
        {
            var added = await AddWarehouse.RunAsync(await CurrentActor.GetAsync(), name, disposal.Token);
            if (added.Succeeded)
            {
                Dialog.Close(DialogResult.Ok(added.Value.Name));
                return;
            }

            error = added.Error.Message;
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, "The warehouse could not be added.");
        }

        busy = false;
    }
}
