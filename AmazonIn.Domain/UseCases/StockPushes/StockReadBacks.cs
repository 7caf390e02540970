using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.UseCases.StockPushes;

/// <summary>
/// Looks whether Amazon shows what was sent. What Amazon shows beyond that is sent over; what it shows below is left
/// alone, because an order on its way to us may have taken it.
/// </summary>
public sealed class StockReadBacks(IStockPushStore store, IMarketplaceStock marketplace, TimeProvider time)
{
    /// <summary>At a time: ten calls, so that new changes never wait long behind looks.</summary>
    private const int Most = 200;

    public async Task LookAsync(SalesChannel channel, CancellationToken cancellationToken)
    {
        var rows = await store.ListReadBacksAsync(channel.Id, time.GetUtcNow(), Most, cancellationToken);
        if (rows.Count == 0)
        {
            return;
        }

        IReadOnlyDictionary<string, int?> shown;
        try
        {
            shown = await marketplace.ReadQuantitiesAsync(
                ChannelConnection.To(channel), [.. rows.Select(row => row.Sku)], cancellationToken);
        }
        catch (MarketplaceException failure) when (failure is not MarketplaceUnauthorizedException)
        {
            await PostponeAsync(rows, cancellationToken);
            return;
        }

        var skus = rows.ToDictionary(row => row.PushId, row => row.Sku);
        await store.ChangeAsync(
            skus.Keys, push => Compare(push, shown.GetValueOrDefault(skus[push.Id])), cancellationToken);
    }

    private StockPushAnswer? Compare(StockPush push, int? effective)
    {
        // A change counted since the look was planned is sent, and looked at, anyway.
        if (push.Due || push.ReadBackAt is null || push.Quantity is not { } quantity)
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (PushPacePolicy.MustSendAgain(push, effective))
        {
            push.SendAgain(effective!.Value, now);
            return PushRecords.Line(push, quantity, $"Amazon shows {effective}; sent again.", now);
        }

        push.ReadBack(effective, PushPacePolicy.NextLookAt(now, push.ReadBacks + 1), now);
        var words = effective is null ? "Amazon shows no quantity." : $"Amazon shows {effective}.";
        return push.State is PushState.Confirmed or PushState.Differs ? PushRecords.Line(push, quantity, words, now) : null;
    }

    private Task PostponeAsync(IReadOnlyList<StockReadBack> rows, CancellationToken cancellationToken)
    {
        var later = PushPacePolicy.FirstLookAt(time.GetUtcNow());
        return store.ChangeAsync(
            [.. rows.Select(row => row.PushId)],
            push =>
            {
                push.LookLater(later);
                return null;
            },
            cancellationToken);
    }
}
