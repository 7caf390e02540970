using AmazonIn.Domain.Channels;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>
/// What a person should know before a channel is put to rest, woken or removed. How many orders came in meanwhile is not
/// here: only Amazon knows, and it is asked when the channel is woken.
/// </summary>
public sealed record ChannelLifePreview
{
    public required string Name { get; init; }

    public required ChannelState State { get; init; }

    /// <summary>Why Amazon refuses us; null while it does not.</summary>
    public required string? Attention { get; init; }

    /// <summary>When it was put to rest; null while it works.</summary>
    public required DateTimeOffset? InactiveSince { get; init; }

    public required bool StockSync { get; init; }

    /// <summary>Up to when Amazon's changes to orders were read; null before the first complete read.</summary>
    public required DateTimeOffset? OrdersReadUpTo { get; init; }

    /// <summary>The same for listings.</summary>
    public required DateTimeOffset? ItemsReadUpTo { get; init; }

    /// <summary>Runs that wait or are under way.</summary>
    public required int ActiveRuns { get; init; }

    /// <summary>SKUs whose quantity waits to be sent.</summary>
    public required int QuantitiesWaiting { get; init; }

    /// <summary>Shipments whose confirmation waits to be sent.</summary>
    public required int ShipmentsWaiting { get; init; }

    public required int Listings { get; init; }

    /// <summary>Items that it lists; they stay.</summary>
    public required int Items { get; init; }

    /// <summary>Sales orders that came from it; they stay.</summary>
    public required int Orders { get; init; }

    /// <summary>Of them, those still to be shipped.</summary>
    public required int OpenOrders { get; init; }

    /// <summary>Orders with buyers' personal data.</summary>
    public required int Contacts { get; init; }

    /// <summary>Customers that came with its orders; they stay.</summary>
    public required int Customers { get; init; }

    /// <summary>Orders pending at Amazon that reserve stock and are no sales orders yet.</summary>
    public required int PendingOrders { get; init; }

    /// <summary>Runs in the history.</summary>
    public required int Runs { get; init; }
}
