using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.StockPushes;

/// <summary>Switches the automatic stock sync of a channel off, or on; on sends the current state (K2).</summary>
public sealed class SetStockSync(IChannelStore channels, IStockPushStore pushes, IOutboxSignal outbox)
{
    public async Task<Result<SalesChannel>> RunAsync(
        Actor actor, long channelId, bool on, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageChannels).Error is { } forbidden)
        {
            return forbidden;
        }

        var channel = await channels.FindAsync(channelId, cancellationToken);
        if (channel is null || channel.State == ChannelState.Disconnected)
        {
            return Error.NotFound("The channel");
        }

        if (channel.StockSync == on)
        {
            return channel;
        }

        // Marked first: should the second step fail, a person switches on once more, and nothing was forgotten.
        if (on)
        {
            await pushes.TouchChannelAsync(channelId, cancellationToken);
        }

        channel.SyncStock(on);
        await channels.SaveAsync(channel, null, cancellationToken);
        outbox.Ring();
        return channel;
    }
}
