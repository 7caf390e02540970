using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Tests.TestKit;

/// <summary>Removes what the in-memory stores keep of a channel: its token.</summary>
internal sealed class InMemoryRemoval(InMemoryChannels channels) : IChannelRemoval
{
    public List<long> Removed { get; } = [];

    /// <summary>Thrown in the middle while set.</summary>
    public Exception? Break { get; set; }

    /// <summary>What the next removal reports.</summary>
    public RemovedChannel? Report { get; set; }

    public Task<RemovedChannel?> RemoveAsync(long channelId, CancellationToken cancellationToken)
    {
        var channel = channels.All.FirstOrDefault(one => one.Id == channelId && one.State == ChannelState.Disconnected);
        if (channel is null)
        {
            return Task.FromResult<RemovedChannel?>(null);
        }

        if (Break is not null)
        {
            throw Break;
        }

        Removed.Add(channelId);
        var credentials = channels.Tokens.Remove(channelId);
        return Task.FromResult<RemovedChannel?>(
            Report ?? new RemovedChannel { ChannelId = channelId, Name = channel.Name, Credentials = credentials });
    }

    public Task<IReadOnlyList<long>> ListUnfinishedAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<long>>(
        [
            .. channels.All
                .Where(channel => channel.State == ChannelState.Disconnected && !Removed.Contains(channel.Id))
                .Select(channel => channel.Id),
        ]);
}
