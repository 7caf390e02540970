namespace AmazonIn.Domain.Stock;

/// <summary>How far a listing's quantity is on its way to Amazon.</summary>
public enum PushState
{
    /// <summary>Nothing was sent yet, or a change waits to be sent.</summary>
    Waiting,

    /// <summary>In a feed that Amazon has not finished.</summary>
    InFeed,

    /// <summary>Amazon took it; whether it shows is still to be read back.</summary>
    Accepted,

    /// <summary>Read back: Amazon shows what we sent.</summary>
    Confirmed,

    /// <summary>Read back more than once: Amazon shows something else.</summary>
    Differs,

    /// <summary>No answer, or Amazon was overloaded: tried again by itself.</summary>
    Retrying,

    /// <summary>Amazon said no, with a reason: waits for a person.</summary>
    Refused,
}
