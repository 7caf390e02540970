using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.SyncRuns;

namespace AmazonIn.Tests.TestKit;

/// <summary>Progress that nobody watches, and faults that are kept to be looked at.</summary>
internal sealed class Quiet : ISyncProgress, IOutboxSignal, ISyncFaults
{
    public List<string> Faults { get; } = [];

    public void Changed(long runId)
    {
    }

    public void RunFaulted(long runId, Exception exception) => Faults.Add($"run {runId}: {exception.Message}");

    public void RecordFaulted(long runId, string key, Exception exception) => Faults.Add($"{key}: {exception.Message}");

    public void Ring()
    {
    }
}
