using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Channels;

/// <summary>
/// <b>Disconnect</b> (D3): ends the integration for good. The channel is gone from the first step on; then its
/// credentials, its buyers' personal data, its listings and its history are destroyed. Orders, items, customers and the
/// stock ledger stay. Broken off, it is finished by calling it again, or by the portal itself.
/// </summary>
public sealed class DisconnectChannel(
    IChannelStore channels, IChannelRemoval removal, IOutboxSignal outbox, IChannelLifeLog log)
{
    public async Task<Result<RemovedChannel>> RunAsync(Actor actor, long channelId, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageChannels).Error is { } forbidden)
        {
            return forbidden;
        }

        await ChannelChange.MakeAsync(
            channels,
            channelId,
            channel =>
            {
                channel.Disconnect();
                return true;
            },
            changed => channels.SaveAsync(changed, null, cancellationToken),
            cancellationToken);

        // Whoever asked may go away; what has been begun is brought to its end.
        if (await removal.RemoveAsync(channelId, CancellationToken.None) is not { } removed)
        {
            return ChannelErrors.NotFound;
        }

        log.Removed(removed, actor.Id);
        outbox.Ring();
        return removed;
    }
}
