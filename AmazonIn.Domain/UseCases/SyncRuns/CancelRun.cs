using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>Cancels a run (S4). Pages that were committed stay; the rest follows with the next run.</summary>
public sealed class CancelRun(ISyncJournal journal, ISyncProgress progress, TimeProvider time)
{
    public async Task<Result> RunAsync(Actor actor, long runId, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.RunSync).Error is { } forbidden)
        {
            return forbidden;
        }

        if (await journal.FindAsync(runId, cancellationToken) is null)
        {
            return Error.NotFound("The run");
        }

        if (!await journal.RequestCancelAsync(runId, time.GetUtcNow(), cancellationToken))
        {
            return SyncErrors.AlreadyEnded;
        }

        progress.Changed(runId);
        return Result.Success;
    }
}
