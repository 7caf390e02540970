using AmazonIn.Domain.Shipping;
using AmazonIn.Infrastructure.SpApi.EasyShip.Wire;
using AmazonIn.Infrastructure.SpApi.Json;

namespace AmazonIn.Infrastructure.SpApi.EasyShip;

/// <summary>Between Amazon's Easy Ship records and ours.</summary>
internal static class EasyShipTranslator
{
    /// <summary>By Amazon's <c>PackageStatus</c>; words it may add later read as still scheduled.</summary>
    private static readonly Dictionary<string, PickupState> _states = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ReadyForPickup"] = PickupState.Scheduled,
        ["PickedUp"] = PickupState.PickedUp,
        ["AtOriginFC"] = PickupState.InTransit,
        ["AtDestinationFC"] = PickupState.InTransit,
        ["OutForDelivery"] = PickupState.OutForDelivery,
        ["Delivered"] = PickupState.Delivered,
        ["Rejected"] = PickupState.Rejected,
        ["Undeliverable"] = PickupState.Undeliverable,
        ["ReturnedToSeller"] = PickupState.Returned,
        ["LostInTransit"] = PickupState.Lost,
        ["DamagedInTransit"] = PickupState.Damaged,
        ["LabelCanceled"] = PickupState.Canceled,
    };

    public static IReadOnlyList<PickupSlot> Slots(WireSlots answer) =>
    [
        .. (answer.TimeSlots ?? []).OfType<WireTimeSlot>()
            .Select(Slot)
            .Where(slot => slot.Id.Length > 0)
            .OrderBy(slot => slot.StartsAt),
    ];

    public static ScheduledPickup Package(WireScheduledPackage package) => new(
        WireText.Trimmed(package.ScheduledPackageId?.PackageId),
        Slot(package.PackageTimeSlot ?? new WireTimeSlot()),
        _states.GetValueOrDefault(package.PackageStatus ?? string.Empty),
        WireText.Trimmed(package.TrackingDetails?.TrackingId));

    public static WireTimeSlot Slot(PickupSlot slot) => new()
    {
        SlotId = slot.Id,
        StartTime = slot.StartsAt,
        EndTime = slot.EndsAt,
        HandoverMethod = slot.Method == HandoverMethod.DropOff ? "DROPOFF" : "PICKUP",
    };

    private static PickupSlot Slot(WireTimeSlot slot) => new(
        slot.SlotId ?? string.Empty,
        slot.StartTime,
        slot.EndTime,
        WireText.Is(slot.HandoverMethod, "DROPOFF") ? HandoverMethod.DropOff : HandoverMethod.Pickup);
}
