using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.Ports.Carriers;

/// <summary>What a carrier said when it was told of a parcel.</summary>
/// <param name="TrackingNumber">Null where it gives none.</param>
/// <param name="Pickup">Where it collects the parcel.</param>
public sealed record HandedOver(string? TrackingNumber = null, ScheduledPickup? Pickup = null);
