using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.StockPushes;

/// <summary>A person asks for quantities to be sent again, after a refusal or just now (K3).</summary>
public sealed class PushAgain(IStockPushStore pushes, IChannelStore channels, IOutboxSignal outbox)
{
    /// <returns>How many will be sent.</returns>
    public async Task<Result<int>> RunListingAsync(Actor actor, long listingId, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageInventory).Error is { } forbidden)
        {
            return forbidden;
        }

        return await pushes.FindOrAddAsync(listingId, cancellationToken) is { } pushId
            ? await AskAsync([pushId], cancellationToken)
            : NotPushable;
    }

    /// <summary>Everything of the channel that Amazon refused.</summary>
    /// <returns>How many will be sent.</returns>
    public async Task<Result<int>> RunRefusedAsync(Actor actor, long channelId, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageInventory).Error is { } forbidden)
        {
            return forbidden;
        }

        return await channels.FindAsync(channelId, cancellationToken) is null
            ? Error.NotFound("The channel")
            : await AskAsync(await pushes.ListRefusedAsync(channelId, cancellationToken), cancellationToken);
    }

    internal static Error NotPushable { get; } = new(
        "stock.not-pushable",
        "The quantity of this listing is not sent: it is linked to no item, or Amazon fulfils it and counts its stock "
        + "itself.",
        ErrorKind.Conflict);

    private async Task<int> AskAsync(IReadOnlyList<long> pushIds, CancellationToken cancellationToken)
    {
        await pushes.ChangeAsync(
            pushIds,
            push =>
            {
                push.AskAgain();
                return null;
            },
            cancellationToken);
        outbox.Ring();
        return pushIds.Count;
    }
}
