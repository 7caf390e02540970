using AmazonIn.Domain.Channels;

namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>Which account of which marketplace a call is for. Credentials are looked up behind the port.</summary>
public sealed record ChannelConnection(long ChannelId, string SellerId, Channels.Marketplace Marketplace)
{
    public static ChannelConnection To(SalesChannel channel) => new(channel.Id, channel.SellerId, channel.Marketplace);
}
