using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>Deletes sync history that has had its time (Y3).</summary>
public sealed class PurgeHistory(ISyncJournal journal, TimeProvider time)
{
    /// <returns>How many runs went.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return journal.PurgeAsync(
            HistoryRetentionPolicy.SuccessfulBefore(now), HistoryRetentionPolicy.FailedBefore(now), cancellationToken);
    }
}
