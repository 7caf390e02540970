namespace AmazonIn.Domain.Sync;

/// <summary>What became of one item, item group or order in a run (Y2). Carries no personal data.</summary>
public sealed class SyncEntry
{
    public const int KeyMaxLength = 255;
    public const int ReasonCodeMaxLength = 64;
    public const int ReasonMaxLength = 1000;

    private SyncEntry(EntryKind kind, string key, EntryOutcome outcome)
    {
        Kind = kind;
        Key = key;
        Outcome = outcome;
    }

    public long Id { get; private set; }

    public long RunId { get; private set; }

    public EntryKind Kind { get; private set; }

    /// <summary>The seller SKU or the Amazon order id.</summary>
    public string Key { get; private set; }

    public EntryOutcome Outcome { get; private set; }

    public EntryChange? Change { get; private set; }

    /// <summary>Stable code of the cause; entries of one run are grouped by it.</summary>
    public string? ReasonCode { get; private set; }

    /// <summary>Why, and what to do, in a seller's words.</summary>
    public string? Reason { get; private set; }

    public static SyncEntry Of(EntryKind kind, string key, EntryChange change) =>
        new(kind, Shorten(key, KeyMaxLength), EntryOutcome.Synced) { Change = change };

    public static SyncEntry Not(EntryKind kind, string key, string reasonCode, string reason) =>
        new(kind, Shorten(key, KeyMaxLength), EntryOutcome.NotSynced)
        {
            ReasonCode = reasonCode,
            Reason = Shorten(reason, ReasonMaxLength),
        };

    public void BelongTo(long runId) => RunId = runId;

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..length];
}
