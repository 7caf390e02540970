using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Channels;

/// <summary>
/// <b>Enable Integration</b> (D2): what changed at Amazon since the last sync is fetched, orders first, and what waits to
/// be sent goes out with its present figures; stock only after the orders were read, so that what sold in the gap is not
/// sold twice. Doing it twice changes nothing.
/// </summary>
public sealed class EnableChannel(
    IChannelStore channels,
    ISyncJournal journal,
    ISyncProgress progress,
    IOutboxSignal outbox,
    IChannelLifeLog log,
    IAuditTrail audit,
    TimeProvider time)
{
    private static readonly SyncModule[] OrdersFirst = [SyncModule.Orders, SyncModule.Items];

    public async Task<Result<EnabledChannel>> RunAsync(Actor actor, long channelId, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageChannels, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var channel = await channels.FindAsync(channelId, cancellationToken);
        if (channel is null)
        {
            return ChannelErrors.NotFound;
        }

        if (channel.State != ChannelState.Inactive)
        {
            return new EnabledChannel(channel, []);
        }

        return await audit.ActAsync(
            AuditedChannel.Entry(actor, AuditAction.EnableChannel, channel),
            () => EnableAsync(actor, channel, cancellationToken),
            cancellationToken);
    }

    private async Task<Result<EnabledChannel>> EnableAsync(
        Actor actor, SalesChannel resting, CancellationToken cancellationToken)
    {
        // Asked for before the channel wakes: nobody takes them until then, and a crash in between forgets nothing.
        var runs = resting.Attention is null ? await RequestRunsAsync(actor, resting.Id, cancellationToken) : [];
        var channel = await ChannelChange.MakeAsync(
            channels,
            resting.Id,
            Wake,
            changed => channels.SaveAsync(changed, null, cancellationToken),
            cancellationToken);
        if (channel is null)
        {
            return ChannelErrors.NotFound;
        }

        foreach (var run in runs)
        {
            progress.Changed(run.Id);
        }

        outbox.Ring();
        log.Enabled(channel.Id, actor.Id);
        return new EnabledChannel(channel, runs);
    }

    private async Task<List<SyncRun>> RequestRunsAsync(Actor actor, long channelId, CancellationToken cancellationToken)
    {
        var runs = new List<SyncRun>(OrdersFirst.Length);
        foreach (var module in OrdersFirst)
        {
            var run = new SyncRun(channelId, module, RunTrigger.Reactivation, actor.Name, time.GetUtcNow());
            runs.Add(await journal.RequestAsync(run, cancellationToken));
        }

        return runs;
    }

    private bool Wake(SalesChannel channel)
    {
        if (channel.State != ChannelState.Inactive)
        {
            return false;
        }

        channel.Enable(time.GetUtcNow());
        return true;
    }
}
