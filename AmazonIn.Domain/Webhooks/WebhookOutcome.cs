namespace AmazonIn.Domain.Webhooks;

/// <summary>What became of one attempt. The receiver's own words are never kept (security.md S-06).</summary>
public enum WebhookOutcome
{
    /// <summary>Any 2xx.</summary>
    Accepted,

    /// <summary>410: the receiver wants no more, ever.</summary>
    Gone,

    /// <summary>Any 3xx. Redirects are not followed (security.md S-04).</summary>
    Redirected,

    /// <summary>Any other status.</summary>
    Refused,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>No such name, or nobody listens.</summary>
    Unreachable,

    /// <summary>The certificate is not the name's, or is not trusted.</summary>
    NotTrusted,

    /// <summary>The name leads to an address inside a network, which is not sent to (security.md S-02).</summary>
    NotAllowed,
}
