using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>Deletes sync history that has had its time (Y3).</summary>
public sealed class PurgeHistory(ISyncJournal journal, IAuditTrail audit, TimeProvider time)
{
    /// <returns>How many runs went.</returns>
    /// <remarks>Recorded afterwards, because the rule and not a person decides, and only the count is worth knowing.</remarks>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var purged = await journal.PurgeAsync(
            HistoryRetentionPolicy.SuccessfulBefore(now), HistoryRetentionPolicy.FailedBefore(now), cancellationToken);
        if (purged > 0)
        {
            await audit.RecordAsync(
                new AuditEntry(Actor.System, AuditAction.PurgeHistory, AuditOutcome.Done, "sync-history", "The sync history")
                    .With("runs", purged.ToString(CultureInfo.InvariantCulture)),
                cancellationToken);
        }

        return purged;
    }
}
