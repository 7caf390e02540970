using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>The table of carriers: which of Amazon's codes each is told by.</summary>
public sealed partial class CarriersPage : IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private ListPage<Carrier>? list;
    private string? refusal;
    private int? count;

    [Inject]
    private ICarrierStore Carriers { get; set; } = null!;

    [Inject]
    private RemoveCarrier Remove { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private ILogger<CarriersPage> Logger { get; set; } = null!;

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    // There are few carriers; every one of them is on the first page.
    private async Task<PageOf<Carrier>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var carriers = await Carriers.ListAsync(cancellationToken);
        return new PageOf<Carrier>(carriers, carriers.Count);
    }

    private void OnLoaded(PageOf<Carrier> page) => count = page.Total;

    private async Task EditAsync(Carrier? carrier)
    {
        refusal = null;
        if (await CarrierDialog.ShowAsync(Dialogs, carrier) is { } name)
        {
            Messages.Add($"“{name}” is saved.", Severity.Success);
            await ReloadAsync();
        }
    }

    private async Task RemoveAsync(Carrier carrier)
    {
        if (!await ConfirmDialog.AskAsync(
            Dialogs,
            $"Remove “{carrier.Name}”?",
            $"“{carrier.Name}” is no longer offered when a package is shipped. Shipments that went with it keep it.",
            "Remove carrier"))
        {
            return;
        }

        refusal = null;
        try
        {
            var removed = await Remove.RunAsync(await CurrentActor.GetAsync(), carrier.Id, disposal.Token);
            refusal = removed.Error?.Message;
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "The carrier could not be removed.");
            refusal = fault.Words;
        }

        await ReloadAsync();
    }

    private Task ReloadAsync() => list?.ReloadAsync() ?? Task.CompletedTask;
}
