using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>Fetches one module of one channel for a run that this instance holds.</summary>
public interface IModuleSync
{
    SyncModule Module { get; }

    /// <summary>
    /// Reads the run's window to its end, committing page by page, from the run's checkpoint if it has one. Throws what
    /// the ports throw; everything committed until then stays.
    /// </summary>
    Task<ModuleSyncResult> RunAsync(
        SyncRun run,
        SalesChannel channel,
        IWaitObserver waits,
        CancellationToken cancellationToken);
}
