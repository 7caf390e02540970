using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Audit;

/// <summary>Writes the head of the trail outside the database, where somebody who cuts the trail off does not reach.</summary>
public sealed class AnchorAuditTrail(IAuditArchive archive, IAuditAnchors anchors, TimeProvider time)
{
    /// <returns>Whether there was a new head to write.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (await archive.FindHeadAsync(cancellationToken) is not { } head)
        {
            return false;
        }

        var known = await anchors.ReadAsync(cancellationToken);
        if (known.Anchors.Any(anchor => anchor.Sequence == head.Sequence && anchor.Hash == head.Hash))
        {
            return false;
        }

        await anchors.AppendAsync(
            new AuditAnchor(time.GetUtcNow(), head.Sequence, head.Hash, head.At), cancellationToken);
        return true;
    }
}
