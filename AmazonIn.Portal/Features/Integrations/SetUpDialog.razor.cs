using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.UseCases.Connect;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Composition;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>
/// Takes the account identifiers (C2) and connects. The token lives in this dialog only: it is in no address, no log
/// and no message, and goes with the dialog.
/// </summary>
public sealed partial class SetUpDialog : IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private string sellerId = string.Empty;
    private string token = string.Empty;
    private string name = string.Empty;
    private bool tokenShown;
    private bool busy;
    private Error? refusal;
    private RefusalPlace place;

    [Parameter]
    [EditorRequired]
    public Marketplace Marketplace { get; set; } = Marketplace.India;

    /// <summary>The account whose authorisation is renewed; null for a new one.</summary>
    [Parameter]
    public string? RenewedSellerId { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private ConnectChannel Connect { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IEnumerable<DemoAccount> DemoAccounts { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private ILogger<SetUpDialog> Logger { get; set; } = null!;

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

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
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
            (sellerId, token, refusal, place) = (demo.SellerId, demo.RefreshToken, null, RefusalPlace.None);
        }
    }

    private async Task ConnectAsync()
    {
        if (busy)
        {
            return;
        }

        (busy, refusal, place) = (true, null, RefusalPlace.None);
        try
        {
            var request = new ConnectRequest(Marketplace.Id, sellerId, token, name);
            var result = await Connect.RunAsync(await CurrentActor.GetAsync(), request, disposal.Token);
            if (result.Succeeded)
            {
                token = string.Empty;
                Messages.Add(
                    Renewing ? $"{result.Value.Name} is authorised again." : $"{result.Value.Name} is connected. The first sync is starting.",
                    Severity.Success);
                Dialog.Close(DialogResult.Ok(result.Value));
                return;
            }

            (refusal, place) = (result.Error, PlaceOf(result.Error));
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "The account could not be connected.");
            refusal = new Error("portal.fault", $"{fault.What} {fault.Why} Nothing was stored. {fault.Remedy} Reference {fault.Reference}.");
            place = RefusalPlace.Form;
        }

        busy = false;
    }
}
