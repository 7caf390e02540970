namespace AmazonIn.Domain.Sync;

/// <summary>Whether a record was brought up to date.</summary>
public enum EntryOutcome
{
    Synced,
    NotSynced,
}
