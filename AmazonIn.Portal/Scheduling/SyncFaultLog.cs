using AmazonIn.Domain.UseCases.SyncRuns;

namespace AmazonIn.Portal.Scheduling;

/// <summary>Logs faults of the sync with the run or record they belong to. A record's key is a SKU or an order id.</summary>
internal sealed partial class SyncFaultLog(ILogger<SyncFaultLog> log) : ISyncFaults
{
    public void RunFaulted(long runId, Exception exception) => LogRun(exception, runId);

    public void RecordFaulted(long runId, string key, Exception exception) => LogRecord(exception, key, runId);

    [LoggerMessage(LogLevel.Error, "Run {RunId} failed for a reason nobody foresaw.")]
    private partial void LogRun(Exception exception, long runId);

    [LoggerMessage(LogLevel.Error, "Record {Key} of run {RunId} failed for a reason nobody foresaw.")]
    private partial void LogRecord(Exception exception, string key, long runId);
}
