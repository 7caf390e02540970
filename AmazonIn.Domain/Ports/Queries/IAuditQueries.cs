using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Reads the audit trail for people.</summary>
public interface IAuditQueries
{
    /// <summary>Newest first. A cursor's ids are sequence numbers.</summary>
    Task<PageOf<AuditRecord>> ListAsync(AuditFilter filter, PageRequest page, CancellationToken cancellationToken);

    Task<int> CountAsync(AuditFilter filter, CancellationToken cancellationToken);

    /// <summary>Everybody with records, by name.</summary>
    Task<IReadOnlyList<AuditActor>> ListActorsAsync(CancellationToken cancellationToken);
}
