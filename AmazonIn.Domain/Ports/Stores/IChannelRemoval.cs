namespace AmazonIn.Domain.Ports.Stores;

/// <summary>Destroys what a disconnected channel leaves behind (D3). May be broken off and begun again at any point.</summary>
public interface IChannelRemoval
{
    /// <summary>
    /// Ends the channel's runs, so that nothing is written back, and destroys in this order: the keys of its buyers'
    /// personal data, the sealed data itself, the credentials, listings with what was sent for them, runs with their
    /// records; then releases what orders had reserved that never became sales orders. Works in small batches and stops
    /// as soon as the account is connected again.
    /// </summary>
    /// <returns>What this call removed and what stays; null where no such channel is disconnected.</returns>
    Task<RemovedChannel?> RemoveAsync(long channelId, CancellationToken cancellationToken);

    /// <summary>Disconnected channels of which something is still there, because the removal was broken off.</summary>
    Task<IReadOnlyList<long>> ListUnfinishedAsync(CancellationToken cancellationToken);
}
