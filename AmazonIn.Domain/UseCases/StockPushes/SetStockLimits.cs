using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.StockPushes;

/// <summary>Sets how many units of an item a channel never gets to offer, and how many it offers at most.</summary>
public sealed class SetStockLimits(IStockPushStore pushes, IOutboxSignal outbox)
{
    /// <summary>More is a slip of the finger.</summary>
    public const int Most = 1_000_000;

    public async Task<Result> RunAsync(
        Actor actor, long listingId, int buffer, int? cap, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageInventory).Error is { } forbidden)
        {
            return forbidden;
        }

        if (buffer is < 0 or > Most)
        {
            return new Error("stock.buffer", "Enter the safety buffer as a whole number from 0 to 10,00,000.");
        }

        if (cap is < 0 or > Most)
        {
            return new Error(
                "stock.cap", "Enter the cap as a whole number from 0 to 10,00,000, or leave it empty for no limit.");
        }

        if (await pushes.FindOrAddAsync(listingId, cancellationToken) is not { } pushId)
        {
            return PushAgain.NotPushable;
        }

        await pushes.ChangeAsync(
            [pushId],
            push =>
            {
                push.Limit(buffer, cap);
                return null;
            },
            cancellationToken);
        outbox.Ring();
        return Result.Success;
    }
}
