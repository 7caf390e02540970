using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Ports.Queries;

public interface ISyncHistoryQueries
{
    /// <summary>Runs, newest first.</summary>
    Task<PageOf<RunSummary>> ListRunsAsync(RunFilter filter, PageRequest page, CancellationToken cancellationToken);

    Task<RunSummary?> FindRunAsync(long runId, CancellationToken cancellationToken);

    Task<RunDetails?> FindDetailsAsync(long runId, CancellationToken cancellationToken);

    /// <summary>Records of a run: failures first, then by key; by id when asked by cursor.</summary>
    Task<PageOf<EntryRow>> ListEntriesAsync(
        long runId,
        EntryFilter filter,
        PageRequest page,
        CancellationToken cancellationToken);
}
