using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Channels;

/// <summary>Gives a channel another name.</summary>
public sealed class RenameChannel(IChannelStore channels)
{
    public async Task<Result<SalesChannel>> RunAsync(
        Actor actor,
        long channelId,
        string name,
        CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageChannels).Error is { } forbidden)
        {
            return forbidden;
        }

        var channel = await channels.FindAsync(channelId, cancellationToken);
        if (channel is null)
        {
            return Error.NotFound("The channel");
        }

        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > SalesChannel.NameMaxLength)
        {
            return new Error("channel.name", "Enter the channel's name, at most 100 characters.");
        }

        channel.Rename(trimmed);
        await channels.SaveAsync(channel, null, cancellationToken);
        return channel;
    }
}
