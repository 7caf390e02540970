using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.UseCases.Connect;
using AmazonIn.Portal.Composition;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>
/// Takes the account identifiers (C2) and connects. The token lives in this dialog only: it is in no address, no log
/// and no message, and goes with the dialog.
/// </summary>
public sealed partial class SetUpDialog
{
    private string sellerId = string.Empty;
    private string token = string.Empty;
    private string name = string.Empty;
    private bool tokenShown;

    [Parameter]
    [EditorRequired]
    public Marketplace Marketplace { get; set; } = Marketplace.India;

    /// <summary>The account whose authorisation is renewed; null for a new one.</summary>
    [Parameter]
    public string? RenewedSellerId { get; set; }

    [Inject]
    private ConnectChannel Connect { get; set; } = null!;

    [Inject]
    private IEnumerable<DemoAccount> DemoAccounts { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    private RefusalPlace Place => Error is not null ? PlaceOf(Error) : Fault is not null ? RefusalPlace.Form : RefusalPlace.None;

    private bool Renewing => RenewedSellerId is not null;

    private string ConsentLink => $"{IntegrationLinks.Authorise}?marketplace={Marketplace.Id}";

    private DemoAccount? Demo => DemoAccounts.FirstOrDefault(
        demo => Marketplace == Marketplace.India && (!Renewing || demo.SellerId == RenewedSellerId));

    /// <summary>Opens the dialog; gives the channel once it is connected, null when the person turned away.</summary>
    public static async Task<SalesChannel?> ShowAsync(
        IDialogService dialogs,
        Marketplace marketplace,
        string? renewedSellerId = null)
    {
        var parameters = new DialogParameters<SetUpDialog>
        {
            { dialog => dialog.Marketplace, marketplace },
            { dialog => dialog.RenewedSellerId, renewedSellerId },
        };
        var options = new DialogOptions { MaxWidth = MaxWidth.Medium, FullWidth = true, BackdropClick = false };
        var title = renewedSellerId is null ? $"Set up {marketplace.Name}" : $"Authorise {marketplace.Name} again";
        var reference = await dialogs.ShowAsync<SetUpDialog>(title, parameters, options);
        return await reference.Result is { Canceled: false, Data: SalesChannel channel } ? channel : null;
    }

    protected override void OnInitialized() => sellerId = RenewedSellerId ?? string.Empty;

    private static bool LeadsToOrganisation(Error error) =>
        error.Code.StartsWith("organisation.", StringComparison.Ordinal) || error.Code == "channel.currency-mismatch";

    private static RefusalPlace PlaceOf(Error error) => error.Code switch
    {
        "channel.seller-id-shape" or "amazon.seller-id" => RefusalPlace.SellerId,
        "channel.token-missing" or "channel.mws-retired" or "amazon.reauthorize" => RefusalPlace.Token,
        _ => RefusalPlace.Form,
    };

    // People copy it with blanks around, and type it in small letters.
    private void OnSellerId(string? value) => sellerId = (value ?? string.Empty).Trim().ToUpperInvariant();

    private void UseDemo()
    {
        if (Demo is { } demo)
        {
            (sellerId, token, Error) = (demo.SellerId, demo.RefreshToken, null);
        }
    }

    private Task ConnectAsync() => TryAsync("The account could not be connected. Nothing was stored.", async actor =>
    {
        var result = await Connect.RunAsync(actor, new ConnectRequest(Marketplace.Id, sellerId, token, name), Open);
        if (result.Succeeded)
        {
            token = string.Empty;
            Messages.Add(
                Renewing ? $"{result.Value.Name} is authorised again." : $"{result.Value.Name} is connected. The first sync is starting.",
                Severity.Success);
            CloseWith(result.Value);
        }

        return result.Error;
    });
}
