namespace AmazonIn.Domain.UseCases.Audit;

/// <summary>What a verification found.</summary>
/// <param name="Records">Records walked.</param>
/// <param name="Anchors">Anchors compared.</param>
/// <param name="Head">Sequence of the newest record; 0 for an empty trail.</param>
/// <param name="HeadHash">Its hash, which an auditor may keep elsewhere.</param>
/// <param name="Problems">The first of them, in the order found; none in a trail that is whole.</param>
/// <param name="ProblemCount">All of them.</param>
/// <param name="Restores">Times that a backup was restored over newer records, which are lost.</param>
public sealed record AuditVerification(
    long Records, int Anchors, long Head, string HeadHash, IReadOnlyList<AuditProblem> Problems, int ProblemCount,
    int Restores = 0)
{
    public bool IsWhole => ProblemCount == 0;

    /// <summary>The result in one line.</summary>
    public string Summary => IsWhole
        ? $"The audit trail is whole: {Records} {(Records == 1 ? "record" : "records")}, "
            + (Anchors == 0
                ? "no anchor yet to compare with, so a cut-off end would not show."
                : $"{Anchors} {(Anchors == 1 ? "anchor" : "anchors")}, newest record {Head}, hash {HeadHash}.")
            + (Restores == 0
                ? string.Empty
                : $" A backup was restored {(Restores == 1 ? "once" : $"{Restores} times")}: records written between it and "
                    + "the restore are lost, and only copies kept elsewhere show them.")
        : $"The audit trail was tampered with: {ProblemCount} {(ProblemCount == 1 ? "problem" : "problems")} in {Records} "
            + $"records. {Problems[0].Words}";
}
