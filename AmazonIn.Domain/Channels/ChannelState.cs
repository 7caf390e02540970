namespace AmazonIn.Domain.Channels;

/// <summary>How a connected channel stands.</summary>
public enum ChannelState
{
    Active,

    /// <summary>Put to rest by a person: nothing is fetched and nothing is sent.</summary>
    Inactive,

    /// <summary>Amazon refuses us until a person acts, for example by authorising again.</summary>
    NeedsAttention,
}
