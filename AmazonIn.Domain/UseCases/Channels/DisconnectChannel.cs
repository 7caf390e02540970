using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Channels;

/// <summary>
/// <b>Disconnect</b> (D3): ends the integration for good. The channel is gone from the first step on; then its
/// credentials, its buyers' personal data, its listings and its history are destroyed. Orders, items, customers and the
/// stock ledger stay. Broken off, it is finished by calling it again, or by the portal itself.
/// </summary>
public sealed class DisconnectChannel(
    IChannelStore channels, IChannelRemoval removal, IOutboxSignal outbox, IChannelLifeLog log, IAuditTrail audit)
{
    public async Task<Result<RemovedChannel>> RunAsync(Actor actor, long channelId, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageChannels, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        // Gone already, it may still have to be finished.
        return await channels.FindAsync(channelId, cancellationToken) is { } channel
            ? await audit.ActAsync(
                AuditedChannel.Entry(actor, AuditAction.DisconnectChannel, channel),
                () => DisconnectAsync(actor, channelId, cancellationToken),
                removed => Removed(actor, channel, removed),
                cancellationToken)
            : await DisconnectAsync(actor, channelId, cancellationToken);
    }

    private static AuditEntry Removed(Actor actor, SalesChannel channel, RemovedChannel removed) =>
        AuditedChannel.Entry(actor, AuditAction.DisconnectChannel, channel)
            .With("keys", removed.Keys.ToString(CultureInfo.InvariantCulture))
            .With("contacts", removed.Contacts.ToString(CultureInfo.InvariantCulture))
            .With("buyer-marks", removed.BuyerMarks.ToString(CultureInfo.InvariantCulture))
            .With("credentials", removed.Credentials ? "destroyed" : "none");

    private async Task<Result<RemovedChannel>> DisconnectAsync(Actor actor, long channelId, CancellationToken cancellationToken)
    {
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

        await removed.RecordCertificatesAsync(audit, actor);
        log.Removed(removed, actor.Id);
        outbox.Ring();
        return removed;
    }
}
