using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.StockPushes;

/// <summary>Switches the automatic stock sync of a channel off, or on; on sends the current state (K2).</summary>
public sealed class SetStockSync(IChannelStore channels, IStockPushStore pushes, IOutboxSignal outbox, IAuditTrail audit)
{
    public async Task<Result<SalesChannel>> RunAsync(
        Actor actor, long channelId, bool on, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageChannels, cancellationToken)).Error is { } forbidden)
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

        return await audit.ActAsync(
            AuditedChannel.Entry(actor, AuditAction.SetStockSync, channel).With("on", on ? "yes" : "no"),
            () => SetAsync(channel, on, cancellationToken),
            cancellationToken);
    }

    private async Task<Result<SalesChannel>> SetAsync(SalesChannel channel, bool on, CancellationToken cancellationToken)
    {
        // Marked first: should the second step fail, a person switches on once more, and nothing was forgotten.
        if (on)
        {
            await pushes.TouchChannelAsync(channel.Id, cancellationToken);
        }

        channel.SyncStock(on);
        await channels.SaveAsync(channel, null, cancellationToken);
        outbox.Ring();
        return channel;
    }
}
