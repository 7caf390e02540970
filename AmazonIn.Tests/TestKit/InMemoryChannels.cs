using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Tests.TestKit;

internal sealed class InMemoryChannels : IChannelStore
{
    private readonly List<SalesChannel> _channels = [];

    public Dictionary<long, string> Tokens { get; } = [];

    public Task<SalesChannel?> FindAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult(_channels.Find(channel => channel.Id == id));

    public Task<SalesChannel?> FindAsync(string marketplaceId, string sellerId, CancellationToken cancellationToken) =>
        Task.FromResult(_channels.Find(
            channel => channel.MarketplaceId == marketplaceId && channel.SellerId == sellerId));

    public Task<IReadOnlyList<SalesChannel>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SalesChannel>>([.. _channels]);

    public Task AddAsync(SalesChannel channel, string refreshToken, CancellationToken cancellationToken)
    {
        Identity.Assign(channel, _channels.Count + 1);
        _channels.Add(channel);
        Tokens[channel.Id] = refreshToken;
        return Task.CompletedTask;
    }

    public Task SaveAsync(SalesChannel channel, string? newRefreshToken, CancellationToken cancellationToken)
    {
        if (newRefreshToken is not null)
        {
            Tokens[channel.Id] = newRefreshToken;
        }

        return Task.CompletedTask;
    }

    public Task<string?> FindRefreshTokenAsync(long channelId, CancellationToken cancellationToken) =>
        Task.FromResult(Tokens.GetValueOrDefault(channelId));
}
