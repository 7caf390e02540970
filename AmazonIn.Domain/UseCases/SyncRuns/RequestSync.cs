using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary><b>Sync Manually</b>: asks for a run of the module for every active channel (S3). Asking twice starts once.</summary>
public sealed class RequestSync(IChannelStore channels, ISyncJournal journal, ISyncProgress progress, IAuditTrail audit, TimeProvider time)
{
    /// <param name="channelId">The channel beside which the button stood; it must be active. Null for all.</param>
    /// <returns>The runs asked for, or already under way, that channel's first.</returns>
    public async Task<Result<IReadOnlyList<SyncRun>>> RunAsync(
        Actor actor,
        SyncModule module,
        long? channelId,
        CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.RunSync, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var all = await channels.ListAsync(cancellationToken);
        if (channelId is not null)
        {
            var asked = all.FirstOrDefault(channel => channel.Id == channelId);
            if (asked is null)
            {
                return Error.NotFound("The channel");
            }

            if (asked.State != ChannelState.Active)
            {
                return SyncErrors.ChannelResting(asked.Name);
            }
        }

        var active = all.Where(channel => channel.State == ChannelState.Active)
            .OrderByDescending(channel => channel.Id == channelId)
            .ToList();
        if (active.Count == 0)
        {
            return SyncErrors.NothingActive;
        }

        return await audit.ActAsync<IReadOnlyList<SyncRun>>(
            SyncRecords.Entry(actor, AuditAction.RequestSync, null)
                .With("module", module.ToString())
                .With("channels", string.Join(',', active.Select(channel => channel.Id))),
            async () => await RequestAsync(actor, module, active, cancellationToken),
            cancellationToken);
    }

    private async Task<List<SyncRun>> RequestAsync(
        Actor actor, SyncModule module, List<SalesChannel> active, CancellationToken cancellationToken)
    {
        var runs = new List<SyncRun>(active.Count);
        foreach (var channel in active)
        {
            var run = new SyncRun(channel.Id, module, RunTrigger.Manual, actor.Name, time.GetUtcNow());
            runs.Add(await journal.RequestAsync(run, cancellationToken));
            progress.Changed(runs[^1].Id);
        }

        return runs;
    }
}
