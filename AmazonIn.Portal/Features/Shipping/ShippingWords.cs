using System.Globalization;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;
using AmazonIn.Portal.Components.Shared;
using MudBlazor;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>What packages, shipments and their confirmation are called on the screen.</summary>
internal static class ShippingWords
{
    public static string Of(ConfirmationState state) => state switch
    {
        ConfirmationState.NotNeeded => "Shipped",
        ConfirmationState.Waiting => "Waiting for Amazon",
        ConfirmationState.Retrying => "Trying again",
        ConfirmationState.Accepted => "Taken by Amazon",
        ConfirmationState.Confirmed => "Confirmed",
        ConfirmationState.Differs => "Differs at Amazon",
        ConfirmationState.Refused => "Refused by Amazon",
        ConfirmationState.Undone => "Undone",
    };

    public static StatusKind KindOf(ConfirmationState state) => state switch
    {
        ConfirmationState.NotNeeded or ConfirmationState.Confirmed => StatusKind.Success,
        ConfirmationState.Waiting or ConfirmationState.Accepted => StatusKind.Info,
        ConfirmationState.Retrying or ConfirmationState.Differs => StatusKind.Warning,
        ConfirmationState.Refused => StatusKind.Error,
        ConfirmationState.Undone => StatusKind.Neutral,
    };

    public static string? IconOf(ConfirmationState state) => state switch
    {
        ConfirmationState.Waiting or ConfirmationState.Retrying => Icons.Material.Outlined.Schedule,
        ConfirmationState.Undone => Icons.Material.Outlined.Undo,
        ConfirmationState.NotNeeded or ConfirmationState.Accepted or ConfirmationState.Confirmed
            or ConfirmationState.Differs or ConfirmationState.Refused => null,
    };

    public static string Of(PackageStage stage) => stage switch
    {
        PackageStage.ToShip => "To ship",
        PackageStage.Shipped => "Shipped",
        PackageStage.Refused => "Refused or differing",
        PackageStage.Waiting => "Waiting for Amazon",
    };

    /// <summary>Whether a person can have Amazon told again.</summary>
    public static bool CanRetry(ConfirmationState state) =>
        state is ConfirmationState.Refused or ConfirmationState.Differs or ConfirmationState.Retrying;

    public static string Of(PickupState state) => state switch
    {
        PickupState.Scheduled => "Pickup scheduled",
        PickupState.PickedUp => "Picked up",
        PickupState.InTransit => "In transit",
        PickupState.OutForDelivery => "Out for delivery",
        PickupState.Delivered => "Delivered",
        PickupState.Rejected => "Rejected by the buyer",
        PickupState.Undeliverable => "Undeliverable",
        PickupState.Returned => "Returned",
        PickupState.Lost => "Lost in transit",
        PickupState.Damaged => "Damaged in transit",
        PickupState.Canceled => "Pickup canceled",
    };

    public static StatusKind KindOf(PickupState state) => state switch
    {
        PickupState.Scheduled or PickupState.PickedUp or PickupState.InTransit or PickupState.OutForDelivery => StatusKind.Info,
        PickupState.Delivered => StatusKind.Success,
        PickupState.Rejected or PickupState.Undeliverable or PickupState.Returned or PickupState.Canceled => StatusKind.Warning,
        PickupState.Lost or PickupState.Damaged => StatusKind.Error,
    };

    /// <summary>Whether a pickup is booked and its parcel still here.</summary>
    public static bool CanMove(PickupRow? pickup) => pickup is { State: PickupState.Scheduled };

    /// <summary><c>10:00–13:00</c> in the organisation's zone; nothing where Amazon does not say.</summary>
    public static string Window(DateTimeOffset? from, DateTimeOffset? to, TimeZoneInfo zone) =>
        string.Join('–', new[] { from, to }.OfType<DateTimeOffset>().Select(time =>
            TimeZoneInfo.ConvertTime(time, zone).ToString("HH:mm", CultureInfo.InvariantCulture)));

    public static string Day(DateTimeOffset? at, TimeZoneInfo zone) =>
        at is { } known ? IndianFormat.DayAndMonth(ShipDatePolicy.DayOf(known, zone)) : "at a time that Amazon does not name";

    public static string Of(ParcelSize size) => string.Create(
        CultureInfo.InvariantCulture,
        $"{size.LengthCm:0.##} × {size.WidthCm:0.##} × {size.HeightCm:0.##} cm, {size.WeightGrams:#,##0} g");

    public static string Content(PackageRow package) =>
        string.Join(", ", package.Lines.Select(line => $"{line.Quantity} × {line.Sku}"));
}
