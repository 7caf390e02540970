namespace AmazonIn.Infrastructure.Sandbox.Control;

internal enum FaultKind
{
    /// <summary>429, whatever the quota says.</summary>
    Throttle,
    Error500,
    Error503,

    /// <summary>No answer until the client gives up.</summary>
    Timeout,

    /// <summary>The headers promise the whole body, half of it comes, and the connection breaks.</summary>
    Truncate,

    /// <summary>A complete answer with status 200 that is no JSON.</summary>
    Malformed,

    /// <summary>The page is given and its token leads to the same page once more.</summary>
    DuplicatePage,

    /// <summary>
    /// Newest first, followed by older versions of orders that changed; a single order in its older version.
    /// </summary>
    OutOfOrder,

    /// <summary>403, or invalid_grant from the token endpoint.</summary>
    Unauthorized,
}
