namespace AmazonIn.Domain.Audit;

/// <summary>How long the audit trail is kept.</summary>
/// <param name="KeepMonths">
/// Calendar months; Amazon wants twelve (security.md D-37), the one on top is slack. 0 keeps everything, as an append-only
/// ledger table of SQL Server must.
/// </param>
public sealed record AuditSettings(int KeepMonths)
{
    public const int FewestMonths = 13;

    public static AuditSettings Default { get; } = new(FewestMonths);

    /// <summary>Records from before this moment may go; null keeps all.</summary>
    public DateTimeOffset? CutBefore(DateTimeOffset now) => KeepMonths == 0 ? null : now.AddMonths(-KeepMonths);
}
