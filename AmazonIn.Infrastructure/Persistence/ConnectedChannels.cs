using AmazonIn.Domain.Channels;

namespace AmazonIn.Infrastructure.Persistence;

/// <summary>Tells connected channels from those of which only the name stays.</summary>
internal static class ConnectedChannels
{
    public static IQueryable<SalesChannel> Connected(this IQueryable<SalesChannel> channels) =>
        channels.Where(channel => channel.State != ChannelState.Disconnected);
}
