using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.EasyShip;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>
/// Schedules a package's pickup by Amazon Easy Ship, or moves it. Slots depend on the parcel's size, so they are asked for
/// once it is entered, and again when it changes.
/// </summary>
public sealed partial class PickupDialog : IDisposable
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true };

    private readonly CancellationTokenSource disposal = new();
    private IReadOnlyList<PickupSlot>? slots;
    private PickupSlot? chosen;
    private ElementReference first;
    private decimal? length;
    private decimal? width;
    private decimal? height;
    private int? weight;
    private bool remembered;
    private Error? refusal;
    private Fault? fault;
    private bool busy;

    [Parameter]
    [EditorRequired]
    public PackageRow Package { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private IPackageQueries Packages { get; set; } = null!;

    [Inject]
    private ListPickupSlots List { get; set; } = null!;

    [Inject]
    private SchedulePickup Schedule { get; set; } = null!;

    [Inject]
    private ReschedulePickup Reschedule { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<PickupDialog> Logger { get; set; } = null!;

    private bool Moving => ShippingWords.CanMove(Package.Pickup);

    private bool IsAtField => refusal?.Code.StartsWith("parcel.", StringComparison.Ordinal) == true;

    private string SizeHint => remembered
        ? "As of the last parcel; change what differs. Amazon's slots depend on it."
        : "Measured around the outside. Amazon's slots depend on it.";

    private string Consequence => Moving
        ? "Amazon moves the pickup; the label stays valid."
        : "Amazon collects the parcel and makes its label and invoice. Stock changes when it is picked up.";

    private string Submit => (slots, Moving, busy) switch
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

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    protected override Task OnInitializedAsync() => TryAsync("The size of the last parcel could not be read.", async () =>
    {
        if (Package.Pickup?.Size is { } own)
        {
            Take(own);
        }
        else if (await Packages.LastSizeAsync(disposal.Token) is { } last)
        {
            Take(last);
            remembered = true;
        }

        if (Moving)
        {
            await LoadAsync();
        }
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
    private void Forget() => (slots, chosen, refusal) = (null, null, null);

    private string? ErrorAt(string code) => refusal?.Code == code ? refusal.Message : null;

    private ParcelSize Size => new(length ?? 0, width ?? 0, height ?? 0, weight ?? 0);

    private string DayWords(DateOnly? day) => day is not { } known ? "Any day"
        : (known.DayNumber - ShipDatePolicy.DayOf(Time.GetUtcNow(), Zone).DayNumber) switch
        {
            0 => $"Today, {IndianFormat.DayAndMonth(known)}",
            1 => $"Tomorrow, {IndianFormat.DayAndMonth(known)}",
            _ => $"{known.DayOfWeek}, {IndianFormat.DayAndMonth(known)}",
        };

    private string SlotWords(PickupSlot slot) => ShippingWords.Window(slot.StartsAt, slot.EndsAt, Zone);

    private Task SubmitAsync() => busy
        ? Task.CompletedTask
        : TryAsync("Amazon could not be asked.", slots is null || chosen is null ? LoadAsync : BookAsync);

    private async Task LoadAsync()
    {
        var found = await List.RunAsync(await CurrentActor.GetAsync(), Package.Id, Size, disposal.Token);
        (slots, chosen, refusal) = (found.Value, null, found.Error);
    }

    private async Task BookAsync()
    {
        var actor = await CurrentActor.GetAsync();
        var booked = Moving
            ? await Reschedule.RunAsync(actor, Package.Id, chosen!, disposal.Token)
            : await Schedule.RunAsync(actor, Package.Id, Size, chosen!, disposal.Token);
        if (booked.Succeeded)
        {
            Dialog.Close(DialogResult.Ok(true));
            return;
        }

        var why = booked.Error;
        if (why.Code == "easy-ship.slot-gone")
        {
            await LoadAsync();
        }

        refusal = why;
    }

    private async Task TryAsync(string what, Func<Task> act)
    {
        (busy, refusal, fault) = (true, null, null);
        try
        {
            await act();
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (MarketplaceException marketplace)
        {
            refusal = new Error(marketplace.Code, marketplace.Message);
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, what);
        }

        busy = false;
    }
}
