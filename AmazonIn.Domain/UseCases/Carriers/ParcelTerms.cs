using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.UseCases.Carriers;

/// <summary>What a hand-over knows beside order and package. A carrier gets of it what it declares.</summary>
public sealed record ParcelTerms
{
    /// <summary>For a carrier that is told everything outside the portal.</summary>
    public static ParcelTerms None { get; } = new();

    public ParcelSize? Size { get; init; }

    public PickupSlot? Slot { get; init; }

    /// <summary>Where the order came from.</summary>
    public ChannelConnection? Channel { get; init; }
}
