using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>Writes what a run waits for into its row, where every open browser sees it (S4).</summary>
internal sealed class RunWaits(SyncRun run, ISyncJournal journal, ISyncProgress progress) : IWaitObserver
{
    public async Task WaitingAsync(DateTimeOffset until, string reason, CancellationToken cancellationToken)
    {
        await journal.RecordWaitAsync(run, until, reason, cancellationToken);
        progress.Changed(run.Id);
    }
}
