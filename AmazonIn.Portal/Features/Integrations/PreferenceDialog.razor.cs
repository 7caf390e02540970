using AmazonIn.Domain.Orders;
using AmazonIn.Domain.UseCases.SyncRuns;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>The pencil beside Orders (O2).</summary>
public sealed partial class PreferenceDialog
{
    private OrderPreference preference;
    private bool busy;
    private string? refusal;

    [Parameter]
    [EditorRequired]
    public OrderPreference Current { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private SaveOrderPreference Save { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILogger<PreferenceDialog> Logger { get; set; } = null!;

    /// <summary>What the choice is called on the screen.</summary>
    public static string Word(OrderPreference preference) => preference switch
    {
        OrderPreference.Confirmed => "Confirmed",
        OrderPreference.ConfirmedAndFulfilled => "Confirmed and Fulfilled",
    };

    /// <summary>Opens the dialog; true once another choice is saved.</summary>
    public static async Task<bool> ShowAsync(IDialogService dialogs, OrderPreference current)
    {
        var parameters = new DialogParameters<PreferenceDialog> { { dialog => dialog.Current, current } };
        var reference = await dialogs.ShowAsync<PreferenceDialog>("Sync preference for orders", parameters);
        return await reference.Result is { Canceled: false };
    }

    protected override void OnInitialized() => preference = Current;

    private async Task SaveAsync()
    {
        (busy, refusal) = (true, null);
        try
        {
            var result = await Save.RunAsync(await CurrentActor.GetAsync(), preference, CancellationToken.None);
            if (result.Succeeded)
            {
                Dialog.Close(DialogResult.Ok(true));
                return;
            }

            refusal = result.Error.Message;
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "The preference could not be saved.");
            refusal = $"{fault.What} {fault.Why} {fault.Remedy} Reference {fault.Reference}.";
        }

        busy = false;
    }
}
