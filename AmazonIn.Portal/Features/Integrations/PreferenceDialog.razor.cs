using AmazonIn.Domain.Orders;
using AmazonIn.Domain.UseCases.SyncRuns;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>The pencil beside Orders (O2).</summary>
public sealed partial class PreferenceDialog
{
    private OrderPreference preference;

    [Parameter]
    [EditorRequired]
    public OrderPreference Current { get; set; }

    [Inject]
    private SaveOrderPreference Save { get; set; } = null!;

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

    private Task SaveAsync() => TryAsync("The preference could not be saved.", async actor =>
    {
        var saved = await Save.RunAsync(actor, preference, CancellationToken.None);
        if (saved.Succeeded)
        {
            CloseWith(true);
        }

        return saved.Error;
    });
}
