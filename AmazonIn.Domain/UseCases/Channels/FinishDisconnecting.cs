using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Channels;

/// <summary>Finishes removals that were broken off, by a crash say: nobody can ask for it, since the channel is gone.</summary>
public sealed class FinishDisconnecting(
    IChannelRemoval removal, IOutboxSignal outbox, IChannelLifeLog log, IAuditTrail audit)
{
    /// <returns>How many channels had something left.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var unfinished = await removal.ListUnfinishedAsync(cancellationToken);
        foreach (var channelId in unfinished)
        {
            if (await removal.RemoveAsync(channelId, cancellationToken) is { } removed)
            {
                await removed.RecordCertificatesAsync(audit, Actor.System);
                log.Removed(removed, Actor.System.Id);
                outbox.Ring();
            }
        }

        return unfinished.Count;
    }
}
