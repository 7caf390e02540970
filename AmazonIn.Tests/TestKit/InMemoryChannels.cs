using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Tests.TestKit;

internal sealed class InMemoryChannels : IChannelStore
{
    private readonly List<SalesChannel> _channels = [];

    public Dictionary<long, string> Tokens { get; } = [];

    /// <summary>Disconnected ones among them.</summary>
    public IReadOnlyList<SalesChannel> All => _channels;

    public int StockSourcesSaved { get; private set; }

    public Task<SalesChannel?> FindAsync(long id, CancellationToken cancellationToken) => Task.FromResult(
        _channels.Find(channel => channel.Id == id && channel.State != ChannelState.Disconnected));

    public Task<SalesChannel?> FindAsync(string marketplaceId, string sellerId, CancellationToken cancellationToken) =>
        Task.FromResult(_channels.Find(
            channel => channel.MarketplaceId == marketplaceId && channel.SellerId == sellerId));

    public Task<IReadOnlyList<SalesChannel>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SalesChannel>>(
            [.. _channels.Where(channel => channel.State != ChannelState.Disconnected)]);

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

    public Task SaveStockSourceAsync(SalesChannel channel, CancellationToken cancellationToken)
    {
        StockSourcesSaved++;
        return Task.CompletedTask;
    }

    public Task<string?> FindRefreshTokenAsync(long channelId, CancellationToken cancellationToken) =>
        Task.FromResult(Tokens.GetValueOrDefault(channelId));
}
