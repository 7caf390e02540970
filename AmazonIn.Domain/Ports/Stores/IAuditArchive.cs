using AmazonIn.Domain.Audit;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>The recorded trail as a whole, for its verification and for housekeeping.</summary>
public interface IAuditArchive
{
    /// <summary>The newest record, or null before the first.</summary>
    Task<AuditRecord?> FindHeadAsync(CancellationToken cancellationToken);

    /// <summary>The next records in the order of the chain, at most <paramref name="count"/>.</summary>
    /// <param name="after">Sequence of the last record read; <see cref="long.MinValue"/> at the beginning.</param>
    Task<IReadOnlyList<AuditRecord>> ReadAsync(long after, int count, CancellationToken cancellationToken);

    /// <summary>
    /// Takes away the oldest records up to the first that is not older than <paramref name="before"/>, and appends the
    /// <see cref="AuditCheckpoint"/> that lets the rest verify, both or neither.
    /// </summary>
    /// <returns>How many records went; with 0 no checkpoint was written.</returns>
    Task<int> CutAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
