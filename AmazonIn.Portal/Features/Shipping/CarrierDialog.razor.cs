using AmazonIn.Domain.Common;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Shipping;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>Adds a carrier, or changes one.</summary>
public sealed partial class CarrierDialog
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true };

    private ElementReference field;
    private string name = string.Empty;
    private string code = string.Empty;

    [Parameter]
    public Carrier? Current { get; set; }

    [Inject]
    private SaveCarrier Save { get; set; } = null!;

    private bool IsUnlisted => code.Trim() is { Length: > 0 } typed && !Carrier.AmazonCodes.Contains(typed, StringComparer.Ordinal);

    private string? FormError => Error is not null && ErrorBelow("carrier.name") is null && ErrorBelow("carrier.code") is null
        ? Error.Message
        : null;

    /// <summary>Opens the dialog; the carrier's name once it is saved.</summary>
    public static async Task<string?> ShowAsync(IDialogService dialogs, Carrier? current)
    {
        var parameters = new DialogParameters<CarrierDialog> { { dialog => dialog.Current, current } };
        var title = current is null ? "Add carrier" : $"Change {current.Name}";
        var reference = await dialogs.ShowAsync<CarrierDialog>(title, parameters, Options);
        return await reference.Result is { Canceled: false, Data: string name } ? name : null;
    }

    protected override void OnInitialized() => (name, code) = (Current?.Name ?? string.Empty, Current?.AmazonCode ?? string.Empty);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await field.FocusAsync();
        }
    }

    private Task SaveAsync() => TryAsync("The carrier could not be saved.", async actor =>
    {
        var saved = await Save.RunAsync(actor, Current?.Id, new CarrierRequest(name, code), Open);
        if (saved.Succeeded)
        {
            CloseWith(saved.Value.Name);
        }

        return saved.Error;
    });
}
