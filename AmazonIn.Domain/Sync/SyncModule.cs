namespace AmazonIn.Domain.Sync;

/// <summary>What a run fetches.</summary>
public enum SyncModule
{
    Items,
    Orders,
}
