using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>Keys for the REST API (security.md K-01): 256 random bits, of which only a SHA-256 hash is kept.</summary>
public interface IApiKeyStore
{
    /// <summary>Makes a key. Refused for an unknown scope, an empty name or too long a life.</summary>
    Task<Result<CreatedApiKey>> CreateAsync(NewApiKey key, CancellationToken cancellationToken);

    /// <summary>
    /// The usable key row of a key in the clear: null when unknown, mistyped, revoked or expired. Notes the use, to
    /// the minute.
    /// </summary>
    Task<ApiKeyRow?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>All keys, newest first, revoked ones included.</summary>
    Task<IReadOnlyList<ApiKeyRow>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Ends a key for good. Ending it twice is no error.</summary>
    Task<Result> RevokeAsync(long id, CancellationToken cancellationToken);
}
