namespace AmazonIn.Domain.Ports.Stores;

/// <summary>Tells open browsers that a run's row has changed. Carries no state: readers read the row.</summary>
public interface ISyncProgress
{
    void Changed(long runId);
}
