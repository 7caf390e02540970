namespace AmazonIn.Domain.Ports.Queries;

/// <summary>How listings of a channel are told apart by how their quantity is on its way to Amazon.</summary>
public enum StockPushGroup
{
    /// <summary>A change is to be sent.</summary>
    Waiting,

    /// <summary>In a feed that Amazon works on.</summary>
    InFeed,

    /// <summary>There was no usable answer; tried again by itself.</summary>
    Retrying,

    /// <summary>Amazon said no; waits for a person.</summary>
    Refused,

    /// <summary>Amazon shows another quantity than was sent.</summary>
    Differing,

    /// <summary>Amazon took it.</summary>
    Sent,
}
