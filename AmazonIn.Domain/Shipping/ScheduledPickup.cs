namespace AmazonIn.Domain.Shipping;

/// <summary>A scheduled Easy Ship parcel as Amazon shows it.</summary>
/// <param name="PackageId">Amazon's.</param>
/// <param name="TrackingId">Null while Amazon has none.</param>
public sealed record ScheduledPickup(string? PackageId, PickupSlot Slot, PickupState State, string? TrackingId);
