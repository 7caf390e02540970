using AmazonIn.Domain.Privacy;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>What disconnecting a channel removed, and what stays. Counts only: no personal data, nothing secret.</summary>
public sealed record RemovedChannel
{
    public required long ChannelId { get; init; }

    /// <summary>The channel's name, which stays beside its orders.</summary>
    public required string Name { get; init; }

    /// <summary>Whether there was an authorisation to destroy.</summary>
    public bool Credentials { get; init; }

    /// <summary>Runs that were under way and were stopped.</summary>
    public int RunsStopped { get; init; }

    /// <summary>Keys of buyers' personal data; without them no copy of it can be read.</summary>
    public int Keys { get; init; }

    /// <summary>Buyers' personal data, by order.</summary>
    public int Contacts { get; init; }

    /// <summary>Marks by which a buyer's next order would have been recognised.</summary>
    public int BuyerMarks { get; init; }

    /// <summary>What certifies that the personal data is gone, one a batch of orders.</summary>
    public IReadOnlyList<DeletionCertificate> Certificates { get; init; } = [];

    public int Listings { get; init; }

    /// <summary>Quantities that waited to be sent or had been sent.</summary>
    public int Quantities { get; init; }

    /// <summary>Amazon's answers to quantities.</summary>
    public int Answers { get; init; }

    public int Runs { get; init; }

    /// <summary>What became of each record of the runs.</summary>
    public int Entries { get; init; }

    /// <summary>Families of which we have no item.</summary>
    public int EmptyGroups { get; init; }

    /// <summary>Orders pending at Amazon whose reserved stock was set free.</summary>
    public int PendingOrdersReleased { get; init; }

    /// <summary>Sales orders that stay.</summary>
    public int OrdersKept { get; init; }

    /// <summary>Of them, those still to be shipped: they keep their reserved stock.</summary>
    public int OpenOrdersKept { get; init; }

    /// <summary>Customers that stay, without what would recognise the person.</summary>
    public int CustomersKept { get; init; }
}
