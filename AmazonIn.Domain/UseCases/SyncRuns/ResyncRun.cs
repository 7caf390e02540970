using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary><b>Resync</b>: fetches again what a run fetched, synced or failed (Y4).</summary>
public sealed class ResyncRun(IChannelStore channels, ISyncJournal journal, ISyncProgress progress, IAuditTrail audit, TimeProvider time)
{
    public async Task<Result<SyncRun>> RunAsync(Actor actor, long runId, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.RunSync, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var original = await journal.FindAsync(runId, cancellationToken);
        if (original is null)
        {
            return Error.NotFound("The run");
        }

        if (original.IsActive)
        {
            return SyncErrors.StillActive;
        }

        var channel = await channels.FindAsync(original.ChannelId, cancellationToken);
        if (channel is null)
        {
            return Error.NotFound("The run's channel");
        }

        if (channel.State != ChannelState.Active)
        {
            return SyncErrors.ChannelResting(channel.Name);
        }

        var run = new SyncRun(
            original.ChannelId, original.Module, RunTrigger.Resync, actor.Name, time.GetUtcNow(), original.Id);
        return await audit.ActAsync<SyncRun>(
            SyncRecords.Entry(actor, AuditAction.Resync, runId),
            async () =>
            {
                var requested = await journal.RequestAsync(run, cancellationToken);
                progress.Changed(requested.Id);
                return requested;
            },
            cancellationToken);
    }
}
