namespace AmazonIn.Domain.Common;

/// <summary>What kind of refusal an <see cref="Error"/> is; the edge turns it into a status code or a dialog.</summary>
public enum ErrorKind
{
    /// <summary>The request itself is wrong; changing it helps.</summary>
    Invalid,

    /// <summary>The thing named does not exist, or not for this actor.</summary>
    NotFound,

    /// <summary>The request is sound but the present state does not allow it.</summary>
    Conflict,

    /// <summary>The actor lacks a permission.</summary>
    Forbidden,

    /// <summary>Somebody outside (Amazon, a disk) did not do its part; trying again later may help.</summary>
    Unavailable,
}
