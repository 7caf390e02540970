using AmazonIn.Domain.Audit;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>Heads of the trail, kept outside the database and only ever added to.</summary>
public interface IAuditAnchors
{
    /// <summary>Adds the anchor; returns when it is on the disk.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be written.</exception>
    Task AppendAsync(AuditAnchor anchor, CancellationToken cancellationToken);

    /// <exception cref="StorageUnavailableException">They cannot be read.</exception>
    Task<AuditAnchors> ReadAsync(CancellationToken cancellationToken);
}
