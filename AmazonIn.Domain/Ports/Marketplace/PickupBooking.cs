using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>A parcel to be collected. No address: the marketplace has it.</summary>
/// <param name="OrderId">The marketplace's.</param>
/// <param name="OrderItemIds">The marketplace's ids of the lines in the parcel.</param>
/// <param name="Label">Our number of the package, printed on the label.</param>
public sealed record PickupBooking(string OrderId, IReadOnlyList<string> OrderItemIds, PickupSlot Slot, string Label);
