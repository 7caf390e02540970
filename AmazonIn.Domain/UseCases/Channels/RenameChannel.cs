using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Channels;

/// <summary>Gives a channel another name.</summary>
public sealed class RenameChannel(IChannelStore channels, IAuditTrail audit)
{
    /// <summary>Why a text cannot be a channel's name; null where it can.</summary>
    public static Error? Check(string name) =>
        name.Trim().Length is 0 or > SalesChannel.NameMaxLength ? ChannelErrors.NameShape : null;

    public async Task<Result<SalesChannel>> RunAsync(
        Actor actor,
        long channelId,
        string name,
        CancellationToken cancellationToken)
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

        if (Check(name) is { } refusal)
        {
            return refusal;
        }

        var entry = AuditedChannel.Entry(actor, AuditAction.RenameChannel, channel);
        channel.Rename(name.Trim());
        return await audit.ActAsync<SalesChannel>(
            entry.With("to", name.Trim()),
            async () =>
            {
                await channels.SaveAsync(channel, null, cancellationToken);
                return channel;
            },
            cancellationToken);
    }
}
