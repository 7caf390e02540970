using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Portal.Scheduling;

/// <summary>Passes on, within this portal instance, that a run's row has changed.</summary>
public sealed class RunProgressFeed : ISyncProgress
{
    /// <summary>Raised on the thread that worked on the run, with the run's id.</summary>
    public event Action<long>? RunChanged;

    public void Changed(long runId) => RunChanged?.Invoke(runId);
}
