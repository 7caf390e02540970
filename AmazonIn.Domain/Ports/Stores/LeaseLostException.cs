namespace AmazonIn.Domain.Ports.Stores;

/// <summary>The run is no longer ours: our lease ran out and another instance took it. Nothing was written.</summary>
public sealed class LeaseLostException(long runId) : Exception($"The lease of run {runId} was lost.")
{
    public long RunId { get; } = runId;
}
