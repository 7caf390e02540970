namespace AmazonIn.Domain.Ports.Queries;

public interface IChannelQueries
{
    /// <summary>Connected channels, by the time they were connected; disconnected ones are gone.</summary>
    Task<IReadOnlyList<ChannelSummary>> ListAsync(CancellationToken cancellationToken);

    Task<ChannelSummary?> FindAsync(long id, CancellationToken cancellationToken);

    Task<ChannelDetails?> FindDetailsAsync(long id, CancellationToken cancellationToken);
}
