using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Channels;

namespace AmazonIn.Tests.TestKit;

/// <summary>Keeps what would be logged of removals, and counts rings of the outbox.</summary>
internal sealed class LifeNotes : IChannelLifeLog, IOutboxSignal
{
    public List<string> Lines { get; } = [];

    public int Rings { get; set; }

    public void Disabled(long channelId, string actorId, int runsCancelled)
    {
    }

    public void Enabled(long channelId, string actorId)
    {
    }

    public void Removed(RemovedChannel removed, string actorId) => Lines.Add($"removed {removed.ChannelId} by {actorId}");

    public void Ring() => Rings++;
}
