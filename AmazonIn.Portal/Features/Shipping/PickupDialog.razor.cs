using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.EasyShip;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>
/// Schedules a package's pickup by Amazon Easy Ship, or moves it. Slots depend on the parcel's size, so they are asked for
/// once it is entered, and again when it changes.
/// </summary>
public sealed partial class PickupDialog
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true };

    private IReadOnlyList<PickupSlot>? slots;
    private PickupSlot? chosen;
    private ElementReference first;
    private decimal? length;
    private decimal? width;
    private decimal? height;
    private int? weight;
    private bool remembered;

    [Parameter]
    [EditorRequired]
    public PackageRow Package { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    [Inject]
    private IPackageQueries Packages { get; set; } = null!;

    [Inject]
    private ListPickupSlots List { get; set; } = null!;

    [Inject]
    private SchedulePickup Schedule { get; set; } = null!;

    [Inject]
    private ReschedulePickup Reschedule { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private bool Moving => ShippingWords.CanMove(Package.Pickup);

    private bool IsAtField => ErrorBelow("parcel.") is not null;

    private string SizeHint => remembered
        ? "As of the last parcel; change what differs. Amazon's slots depend on it."
        : "Measured around the outside. Amazon's slots depend on it.";

    private string Consequence => Moving
        ? "Amazon moves the pickup; the label stays valid."
        : "Amazon collects the parcel and makes its label and invoice. Stock changes when it is picked up.";

    private string Submit => (slots, Moving, Busy) switch
    {
        (null, _, true) => "Asking…",
        (null, _, false) => "Show slots",
        (_, false, true) => "Scheduling…",
        (_, false, false) => "Schedule pickup",
        (_, true, true) => "Moving…",
        (_, true, false) => "Move pickup",
    };

    private IEnumerable<IGrouping<DateOnly?, PickupSlot>> Days => slots!.GroupBy(slot =>
        slot.StartsAt is { } start ? ShipDatePolicy.DayOf(start, Zone) : (DateOnly?)null);

    /// <summary>Opens the dialog; true once the pickup is booked.</summary>
    public static async Task<bool> ShowAsync(IDialogService dialogs, PackageRow package, TimeZoneInfo zone)
    {
        var parameters = new DialogParameters<PickupDialog>
        {
            { dialog => dialog.Package, package },
            { dialog => dialog.Zone, zone },
        };
        var title = ShippingWords.CanMove(package.Pickup)
            ? $"Reschedule the pickup of {package.Number}"
            : $"Schedule the pickup of {package.Number}";
        var reference = await dialogs.ShowAsync<PickupDialog>(title, parameters, Options);
        return await reference.Result is { Canceled: false };
    }

    protected override Task OnInitializedAsync() => TryAsync("The size of the last parcel could not be read.", async actor =>
    {
        if (Package.Pickup?.Size is { } own)
        {
            Take(own);
        }
        else if (await Packages.LastSizeAsync(Open) is { } last)
        {
            Take(last);
            remembered = true;
        }

        return Moving ? await LoadAsync(actor) : null;
    });

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && !Moving)
        {
            await first.FocusAsync();
        }
    }

    private void Take(ParcelSize size) =>
        (length, width, height, weight) = (size.LengthCm, size.WidthCm, size.HeightCm, size.WeightGrams);

    // What was shown is for another parcel.
    private void Forget() => (slots, chosen, Error) = (null, null, null);

    private ParcelSize Size => new(length ?? 0, width ?? 0, height ?? 0, weight ?? 0);

    private string DayWords(DateOnly? day) => day is not { } known ? "Any day"
        : (known.DayNumber - ShipDatePolicy.DayOf(Time.GetUtcNow(), Zone).DayNumber) switch
        {
            0 => $"Today, {IndianFormat.DayAndMonth(known)}",
            1 => $"Tomorrow, {IndianFormat.DayAndMonth(known)}",
            _ => $"{known.DayOfWeek}, {IndianFormat.DayAndMonth(known)}",
        };

    private string SlotWords(PickupSlot slot) => ShippingWords.Window(slot.StartsAt, slot.EndsAt, Zone);

    private Task SubmitAsync() => TryAsync("Amazon could not be asked.", slots is null || chosen is null ? LoadAsync : BookAsync);

    private async Task<Error?> LoadAsync(Actor actor)
    {
        var found = await List.RunAsync(actor, Package.Id, Size, Open);
        (slots, chosen) = (found.Value, null);
        return found.Error;
    }

    private async Task<Error?> BookAsync(Actor actor)
    {
        var booked = Moving
            ? await Reschedule.RunAsync(actor, Package.Id, chosen!, Open)
            : await Schedule.RunAsync(actor, Package.Id, Size, chosen!, Open);
        if (booked.Succeeded)
        {
            CloseWith(true);
        }
        else if (booked.Error.Code == "easy-ship.slot-gone")
        {
            await LoadAsync(actor);
        }

        return booked.Error;
    }
}
