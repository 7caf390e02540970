using AmazonIn.Domain.Channels;

namespace AmazonIn.Domain.Ports.Stores;

public interface IChannelStore
{
    /// <summary>A connected channel, whether it works or rests; a disconnected one is gone.</summary>
    Task<SalesChannel?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>The account's channel, also one that was disconnected: connected again, it takes its old place.</summary>
    Task<SalesChannel?> FindAsync(string marketplaceId, string sellerId, CancellationToken cancellationToken);

    /// <summary>Connected channels, by the time they were connected; disconnected ones are gone.</summary>
    Task<IReadOnlyList<SalesChannel>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds the channel with its refresh token, which is stored encrypted; both or neither.</summary>
    Task AddAsync(SalesChannel channel, string refreshToken, CancellationToken cancellationToken);

    /// <summary>Saves the channel and, when given, replaces its refresh token.</summary>
    /// <exception cref="ConcurrentChangeException">Somebody else saved in between.</exception>
    Task SaveAsync(SalesChannel channel, string? newRefreshToken, CancellationToken cancellationToken);

    /// <summary>
    /// Saves a channel whose quantities come from elsewhere now, and marks all of them to be sent again; both or neither.
    /// </summary>
    /// <exception cref="ConcurrentChangeException">Somebody else saved in between.</exception>
    Task SaveStockSourceAsync(SalesChannel channel, CancellationToken cancellationToken);

    /// <summary>The refresh token in the clear, for the marketplace client only.</summary>
    Task<string?> FindRefreshTokenAsync(long channelId, CancellationToken cancellationToken);
}
