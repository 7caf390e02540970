using System.Globalization;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>Asks how a parcel leaves, or corrects how it left.</summary>
public sealed partial class ShipDialog
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true };
    private static readonly string[] Fields =
        ["shipment.carrier", "shipment.carrier-name", "shipment.tracking-number", "shipment.date"];

    private IReadOnlyList<FilterChoice> choices = [];
    private IReadOnlyList<Carrier> carriers = [];
    private ElementReference field;
    private string carrier = string.Empty;
    private string carrierName = string.Empty;
    private string tracking = string.Empty;
    private DateOnly day;

    [Parameter]
    [EditorRequired]
    public SalesOrderRow Order { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public PackageRow Package { get; set; } = null!;

    [Parameter]
    public bool AmazonIsTold { get; set; }

    [Parameter]
    [EditorRequired]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    [Inject]
    private ICarrierStore Carriers { get; set; } = null!;

    [Inject]
    private CreateShipment Create { get; set; } = null!;

    [Inject]
    private CorrectShipment Correct { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private bool Correcting => Package.Shipment is { State: not ConfirmationState.Undone };

    private bool IsAtField => Error is not null && Fields.Contains(Error.Code);

    private DateOnly Today => ShipDatePolicy.DayOf(Time.GetUtcNow(), Zone);

    private DateOnly First => ShipDatePolicy.DayOf(Order.OrderedAt, Zone);

    private string CarrierHint => carriers.FirstOrDefault(one => one.Name == carrier) is { } chosen
        ? $"Amazon's code: {chosen.AmazonCode}."
        : "Not in the list?";

    private string Consequence => (AmazonIsTold, Correcting) switch
    {
        (true, false) => "The units leave the stock, and the shipment is confirmed to Amazon at once.",
        (true, true) => "Amazon is told again under the same package reference, which corrects the package there.",
        (false, false) => "The units leave the stock. Amazon is not told.",
        (false, true) => "Amazon is not told.",
    };

    /// <summary>Opens the dialog; true once it is saved.</summary>
    public static async Task<bool> ShowAsync(
        IDialogService dialogs, SalesOrderRow order, PackageRow package, OrderShipping shipping, TimeZoneInfo zone)
    {
        var parameters = new DialogParameters<ShipDialog>
        {
            { dialog => dialog.Order, order },
            { dialog => dialog.Package, package },
            { dialog => dialog.AmazonIsTold, shipping.Connected },
            { dialog => dialog.Zone, zone },
        };
        var title = package.Shipment is { State: not ConfirmationState.Undone }
            ? $"Correct the shipment of {package.Number}"
            : $"Ship {package.Number}";
        var reference = await dialogs.ShowAsync<ShipDialog>(title, parameters, Options);
        return await reference.Result is { Canceled: false };
    }

    protected override async Task OnInitializedAsync()
    {
        day = Today;
        if (Package.Shipment is { } sent)
        {
            tracking = sent.TrackingNumber;
            day = ShipDatePolicy.DayOf(sent.ShippedAt, Zone);
        }

        await GuardAsync("The table of carriers could not be loaded.", async () => carriers = await Carriers.ListAsync(Open));
        choices = [.. carriers.Select(one => new FilterChoice(one.Name, one.Name))];
        ChooseSent();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await field.FocusAsync();
        }
    }

    private static string InAddress(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A carrier that is no longer in the table still stands on its shipments.
    private void ChooseSent()
    {
        if (Package.Shipment is not { } sent)
        {
            return;
        }

        var known = carriers.FirstOrDefault(one =>
            one.AmazonCode == sent.CarrierCode && (sent.CarrierName is null || one.Name == sent.CarrierName));
        if (known is not null)
        {
            carrier = known.Name;
        }
        else if (sent.CarrierName is { } name)
        {
            (carrier, carrierName) = (Carrier.OtherCode, name);
        }
        else
        {
            carrier = sent.CarrierCode;
            choices = [.. choices, new FilterChoice(sent.CarrierCode, sent.CarrierCode)];
        }
    }

    // The same day keeps its time, so that a corrected number alone is no other date.
    private DateTimeOffset ShippedAt() =>
        Package.Shipment is { } sent && ShipDatePolicy.DayOf(sent.ShippedAt, Zone) == day && Correcting
            ? sent.ShippedAt
            : ShipDatePolicy.TimeOf(day, Order.OrderedAt, Time.GetUtcNow(), Zone);

    private Task SaveAsync() => TryAsync("The shipment could not be saved.", async actor =>
    {
        var request = new ShipmentRequest(carrier, carrierName, tracking, ShippedAt());
        var saved = Correcting
            ? await Correct.RunAsync(actor, Package.Id, request, Open)
            : await Create.RunAsync(actor, Package.Id, request, Open);
        if (saved.Succeeded)
        {
            CloseWith(true);
        }

        return saved.Error;
    });
}
