namespace AmazonIn.Domain.Ports.Stores;

/// <summary>
/// Who is signed in, in rows, so that every instance of the portal ends a session at the same moment (security.md V-13):
/// after a quarter of an hour in which the person did nothing, or after ten hours whatever they did.
/// </summary>
public interface ISessions
{
    /// <returns>The new session's id. Opens nothing by itself: it travels inside the encrypted cookie.</returns>
    Task<string> StartAsync(long userId, CancellationToken cancellationToken);

    /// <summary>How long the person has done nothing; null where the session has ended, by itself or by somebody.</summary>
    Task<TimeSpan?> IdleTimeAsync(string id, CancellationToken cancellationToken);

    /// <summary>Notes that the person did something. A session that has ended stays ended.</summary>
    /// <returns>Whether the session is open.</returns>
    Task<bool> TouchAsync(string id, CancellationToken cancellationToken);

    /// <summary>Safe to call twice.</summary>
    Task EndAsync(string id, CancellationToken cancellationToken);

    /// <summary>Ends every session of the person.</summary>
    Task EndAllAsync(long userId, CancellationToken cancellationToken);
}
