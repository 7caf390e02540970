namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>Where faults that nobody foresaw are logged with their run or record, so that they can be mended.</summary>
public interface ISyncFaults
{
    void RunFaulted(long runId, Exception exception);

    void RecordFaulted(long runId, string key, Exception exception);
}
