namespace AmazonIn.Domain.Ports.Queries;

public interface IChannelLifeQueries
{
    /// <summary>What disabling, enabling or disconnecting the channel would touch; null where it is not connected.</summary>
    Task<ChannelLifePreview?> PreviewAsync(long channelId, CancellationToken cancellationToken);
}
