using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Channels;

/// <summary>
/// <b>Disable Integration</b> (D1): nothing is fetched and nothing is sent until the channel is enabled; all data stays.
/// Runs that wait are cancelled, those under way are asked to stop and keep what they fetched. Doing it twice changes
/// nothing.
/// </summary>
public sealed class DisableChannel(
    IChannelStore channels, ISyncJournal journal, ISyncProgress progress, IChannelLifeLog log, IAuditTrail audit, TimeProvider time)
{
    public async Task<Result<DisabledChannel>> RunAsync(Actor actor, long channelId, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageChannels, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (await channels.FindAsync(channelId, cancellationToken) is not { } found)
        {
            return ChannelErrors.NotFound;
        }

        return await audit.ActAsync(
            AuditedChannel.Entry(actor, AuditAction.DisableChannel, found),
            () => DisableAsync(actor, channelId, cancellationToken),
            cancellationToken);
    }

    private async Task<Result<DisabledChannel>> DisableAsync(Actor actor, long channelId, CancellationToken cancellationToken)
    {
        // The state first: from then on nobody starts anything new.
        var channel = await ChannelChange.MakeAsync(
            channels,
            channelId,
            PutToRest,
            changed => channels.SaveAsync(changed, null, cancellationToken),
            cancellationToken);
        if (channel is null)
        {
            return ChannelErrors.NotFound;
        }

        var cancelled = 0;
        foreach (var runId in await journal.ListActiveAsync(channelId, cancellationToken))
        {
            if (await journal.RequestCancelAsync(runId, time.GetUtcNow(), cancellationToken))
            {
                cancelled++;
                progress.Changed(runId);
            }
        }

        log.Disabled(channelId, actor.Id, cancelled);
        return new DisabledChannel(channel, cancelled);
    }

    private bool PutToRest(SalesChannel channel)
    {
        if (channel.State == ChannelState.Inactive)
        {
            return false;
        }

        channel.Disable(time.GetUtcNow());
        return true;
    }
}
