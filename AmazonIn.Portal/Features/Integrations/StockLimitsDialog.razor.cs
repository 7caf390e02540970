using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.StockPushes;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>How much of an item's stock one channel may offer.</summary>
public sealed partial class StockLimitsDialog
{
    private int? buffer;
    private int? cap;
    private bool busy;
    private string? refusal;

    [Parameter]
    [EditorRequired]
    public StockPushRow Row { get; set; } = null!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private SetStockLimits Limits { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILogger<StockLimitsDialog> Logger { get; set; } = null!;

    /// <summary>Opens the dialog; true once the limits are saved.</summary>
    public static async Task<bool> ShowAsync(IDialogService dialogs, StockPushRow row)
    {
        var parameters = new DialogParameters<StockLimitsDialog> { { dialog => dialog.Row, row } };
        var reference = await dialogs.ShowAsync<StockLimitsDialog>("Buffer and cap", parameters);
        return await reference.Result is { Canceled: false };
    }

    protected override void OnInitialized() => (buffer, cap) = (Row.Buffer, Row.Cap);

    private async Task SaveAsync()
    {
        (busy, refusal) = (true, null);
        try
        {
            var result = await Limits.RunAsync(
                await CurrentActor.GetAsync(), Row.ListingId, buffer ?? 0, cap, CancellationToken.None);
            if (result.Succeeded)
            {
                Dialog.Close(DialogResult.Ok(true));
                return;
            }

            refusal = result.Error.Message;
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "The limits could not be saved.");
            refusal = $"{fault.What} {fault.Why} Reference {fault.Reference}.";
        }

        busy = false;
    }
}
