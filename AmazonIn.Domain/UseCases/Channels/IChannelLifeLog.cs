using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Channels;

/// <summary>Where it is kept who put a channel to rest, woke or removed it. Names no buyer and no secret.</summary>
public interface IChannelLifeLog
{
    void Disabled(long channelId, string actorId, int runsCancelled);

    void Enabled(long channelId, string actorId);

    void Removed(RemovedChannel removed, string actorId);
}
