namespace AmazonIn.Domain.Sync;

/// <summary>What a synced record did to ours.</summary>
public enum EntryChange
{
    Created,
    Updated,
    Unchanged,
    Voided,
}
