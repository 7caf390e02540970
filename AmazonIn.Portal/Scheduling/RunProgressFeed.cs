using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Portal.Scheduling;

/// <summary>
/// Passes on, within this portal instance, that a run's row has changed. Carries no state: whoever hears of a run
/// reads its row.
/// </summary>
public sealed class RunProgressFeed(ILogger<RunProgressFeed>? log = null) : ISyncProgress
{
    /// <summary>Raised with the run's id on the thread that works on it: listeners hand over and return at once.</summary>
    public event Action<long>? RunChanged;

    public void Changed(long runId)
    {
        foreach (var listener in Delegate.EnumerateInvocationList(RunChanged))
        {
            try
            {
                listener(runId);
            }
            catch (Exception exception) when (exception is ObjectDisposedException or InvalidOperationException)
            {
                // A browser that has just gone must not disturb the run, nor the other browsers.
                log?.LogWarning(exception, "A listener to run {RunId} failed.", runId);
            }
        }
    }
}
