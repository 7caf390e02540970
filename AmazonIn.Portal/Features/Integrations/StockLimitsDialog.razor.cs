using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.StockPushes;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>How much of an item's stock one channel may offer.</summary>
public sealed partial class StockLimitsDialog
{
    private int? buffer;
    private int? cap;

    [Parameter]
    [EditorRequired]
    public StockPushRow Row { get; set; } = null!;

    [Inject]
    private SetStockLimits Limits { get; set; } = null!;

    /// <summary>Opens the dialog; true once the limits are saved.</summary>
    public static async Task<bool> ShowAsync(IDialogService dialogs, StockPushRow row)
    {
        var parameters = new DialogParameters<StockLimitsDialog> { { dialog => dialog.Row, row } };
        var reference = await dialogs.ShowAsync<StockLimitsDialog>("Buffer and cap", parameters);
        return await reference.Result is { Canceled: false };
    }

    protected override void OnInitialized() => (buffer, cap) = (Row.Buffer, Row.Cap);

    private Task SaveAsync() => TryAsync("The limits could not be saved.", async actor =>
    {
        var saved = await Limits.RunAsync(actor, Row.ListingId, buffer ?? 0, cap, CancellationToken.None);
        if (saved.Succeeded)
        {
            CloseWith(true);
        }

        return saved.Error;
    });
}
