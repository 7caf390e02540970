using AmazonIn.Domain.Audit;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>Where sensitive acts are recorded (A1, security.md C-24). Append-only: nothing here changes or deletes.</summary>
public interface IAuditTrail
{
    /// <summary>
    /// Appends to the chain. Returns only after the record is committed for good. Whoever calls must not act when this
    /// throws: what cannot be recorded is not done (security.md V-25).
    /// </summary>
    /// <remarks>Any number of portals may append at once; each record has its place and no two the same. Not to be called
    /// inside a transaction of a store: it has one of its own.</remarks>
    /// <exception cref="StorageUnavailableException">The database does not take it.</exception>
    Task<AuditRecord> RecordAsync(AuditEntry entry, CancellationToken cancellationToken);
}
