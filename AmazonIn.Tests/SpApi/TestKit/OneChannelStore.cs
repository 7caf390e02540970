using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Tests.SpApi.TestKit;

/// <summary>Knows one refresh token; the client asks for nothing else.</summary>
internal sealed class OneChannelStore : IChannelStore
{
    public string? RefreshToken { get; set; } = "Atzr|canary-refresh-token";

    public Task<string?> FindRefreshTokenAsync(long channelId, CancellationToken cancellationToken) =>
        Task.FromResult(RefreshToken);

    public Task<SalesChannel?> FindAsync(long id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SalesChannel?> FindAsync(string marketplaceId, string sellerId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<SalesChannel>> ListAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task AddAsync(SalesChannel channel, string refreshToken, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SaveAsync(SalesChannel channel, string? newRefreshToken, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SaveStockSourceAsync(SalesChannel channel, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
