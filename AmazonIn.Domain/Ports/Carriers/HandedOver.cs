using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.Ports.Carriers;

/// <summary>What a carrier said when it was told of a parcel.</summary>
/// <param name="Pickup">Where it collects the parcel.</param>
public sealed record HandedOver(ScheduledPickup? Pickup = null);
