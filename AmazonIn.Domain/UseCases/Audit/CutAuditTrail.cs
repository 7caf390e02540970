using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Audit;

/// <summary>Housekeeping: takes away what has been kept for its thirteen months (security.md D-37, X4).</summary>
public sealed class CutAuditTrail(IAuditArchive archive, AuditSettings settings, TimeProvider time)
{
    /// <returns>How many records went.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken) =>
        settings.CutBefore(time.GetUtcNow()) is { } before
            ? archive.CutAsync(before, cancellationToken)
            : Task.FromResult(0);
}
