using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.UseCases.StockPushes;

/// <summary>Deletes what was sent to Amazon long ago, with the failed runs of that time; the outbox itself stays.</summary>
public sealed class PurgeStockAnswers(IStockPushStore pushes, TimeProvider time)
{
    /// <returns>How many answers went.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken) =>
        pushes.PurgeAnswersAsync(HistoryRetentionPolicy.FailedBefore(time.GetUtcNow()), cancellationToken);
}
