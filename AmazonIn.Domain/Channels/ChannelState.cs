namespace AmazonIn.Domain.Channels;

/// <summary>How a connected channel stands.</summary>
public enum ChannelState
{
    Active,

    /// <summary>Put to rest by a person: nothing is fetched and nothing is sent.</summary>
    Inactive,

    /// <summary>Amazon refuses us until a person acts, for example by authorising again.</summary>
    NeedsAttention,

    /// <summary>
    /// Removed for good. Only its name stays, beside the orders that came from it; the same account connected again
    /// takes the place, so that no order is imported twice.
    /// </summary>
    Disconnected,
}
