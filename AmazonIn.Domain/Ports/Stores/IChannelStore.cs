using AmazonIn.Domain.Channels;

namespace AmazonIn.Domain.Ports.Stores;

public interface IChannelStore
{
    Task<SalesChannel?> FindAsync(long id, CancellationToken cancellationToken);

    Task<SalesChannel?> FindAsync(string marketplaceId, string sellerId, CancellationToken cancellationToken);

    Task<IReadOnlyList<SalesChannel>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds the channel with its refresh token, which is stored encrypted; both or neither.</summary>
    Task AddAsync(SalesChannel channel, string refreshToken, CancellationToken cancellationToken);

    /// <summary>Saves the channel and, when given, replaces its refresh token.</summary>
    /// <exception cref="ConcurrentChangeException">Somebody else saved in between.</exception>
    Task SaveAsync(SalesChannel channel, string? newRefreshToken, CancellationToken cancellationToken);

    /// <summary>The refresh token in the clear, for the marketplace client only.</summary>
    Task<string?> FindRefreshTokenAsync(long channelId, CancellationToken cancellationToken);
}
