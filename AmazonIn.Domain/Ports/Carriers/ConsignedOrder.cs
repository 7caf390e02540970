using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Domain.Ports.Carriers;

/// <summary>The marketplace's order behind a parcel, for a carrier that is the marketplace's.</summary>
/// <param name="ItemIds">The marketplace's ids of the lines in the parcel.</param>
public sealed record ConsignedOrder(ChannelConnection Channel, string OrderId, IReadOnlyList<string> ItemIds);
