using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Audit;

/// <summary>
/// Walks the whole chain and compares it with the anchors (security.md C-24): finds records that were edited, deleted,
/// inserted or moved, and an end that was cut off. Records that it was run, and anchors the head of a whole trail.
/// </summary>
public sealed class VerifyAuditTrail(
    IAuditArchive archive, IAuditAnchors anchors, IAuditTrail trail, AnchorAuditTrail anchor)
{
    /// <summary>Records read at once.</summary>
    public const int BatchSize = 1000;

    /// <param name="progress">Told the records walked so far, batch by batch, with the number there was at the start.</param>
    public async Task<Result<AuditVerification>> RunAsync(
        Actor actor, IProgress<(long Done, long Of)>? progress, CancellationToken cancellationToken)
    {
        if ((await trail.RequireAsync(actor, Permission.ViewAudit, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var verification = await VerifyAsync(progress, cancellationToken);
        await trail.RecordAsync(Entry(actor, verification), cancellationToken);
        if (verification.IsWhole)
        {
            await anchor.RunAsync(cancellationToken);
        }

        return verification;
    }

    private async Task<AuditVerification> VerifyAsync(
        IProgress<(long Done, long Of)>? progress, CancellationToken cancellationToken)
    {
        // The anchors first: what is anchored while the chain is walked lies behind its head as it was.
        var kept = await anchors.ReadAsync(cancellationToken);
        var walk = new ChainWalk(kept.Anchors);
        foreach (var line in kept.UnreadableLines)
        {
            walk.Note(null, $"Line {line} of the file of anchors is no anchor: somebody changed the file.");
        }

        var expected = (await archive.FindHeadAsync(cancellationToken))?.Sequence ?? 0;
        while (true)
        {
            var batch = await archive.ReadAsync(walk.Last?.Sequence ?? long.MinValue, BatchSize, cancellationToken);
            foreach (var record in batch)
            {
                walk.Take(record);
            }

            progress?.Report((walk.Last?.Sequence ?? 0, expected));
            if (batch.Count < BatchSize)
            {
                break;
            }
        }

        walk.Finish();
        return new AuditVerification(
            walk.Records,
            kept.Anchors.Count,
            walk.Last?.Sequence ?? 0,
            walk.Last?.Hash ?? AuditRecord.NoHash,
            walk.Problems,
            walk.ProblemCount,
            walk.Restores);
    }

    private static AuditEntry Entry(Actor actor, AuditVerification verification) => new AuditEntry(
        actor,
        AuditAction.VerifyTrail,
        verification.IsWhole ? AuditOutcome.Done : AuditOutcome.Failed,
        "audit",
        "The audit trail")
        .With("records", verification.Records.ToString(CultureInfo.InvariantCulture))
        .With("problems", verification.ProblemCount.ToString(CultureInfo.InvariantCulture));
}
