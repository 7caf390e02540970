using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>Cancels a run (S4). Pages that were committed stay; the rest follows with the next run.</summary>
public sealed class CancelRun(ISyncJournal journal, ISyncProgress progress, IAuditTrail audit, TimeProvider time)
{
    public async Task<Result> RunAsync(Actor actor, long runId, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.RunSync, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (await journal.FindAsync(runId, cancellationToken) is null)
        {
            return Error.NotFound("The run");
        }

        return await audit.ActAsync(
            SyncRecords.Entry(actor, AuditAction.CancelSync, runId), () => CancelAsync(runId, cancellationToken), cancellationToken);
    }

    private async Task<Result> CancelAsync(long runId, CancellationToken cancellationToken)
    {
        if (!await journal.RequestCancelAsync(runId, time.GetUtcNow(), cancellationToken))
        {
            return SyncErrors.AlreadyEnded;
        }

        progress.Changed(runId);
        return Result.Success;
    }
}
