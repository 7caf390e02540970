using System.Collections.Concurrent;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Outbox;

namespace AmazonIn.Domain.UseCases.StockPushes;

/// <summary>
/// Brings a channel's quantities to what is available (K1). Every figure is absolute and worked out just before it is
/// sent, so it may be sent twice: a crash between Amazon's answer and our record repeats it and harms nothing (K3).
/// </summary>
public sealed class SendStock(
    IStockPushStore store,
    IChannelStore channels,
    ISyncJournal journal,
    StockFeeds feeds,
    StockPatches patches,
    StockReadBacks readBacks,
    IMarketplaceStock marketplace,
    TimeProvider time) : IOutboxSender
{
    /// <summary>A feed that cannot go within this time is left for a later tick instead of being waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // How far orders were read when differing rows were looked for last; a restart looks once more.
    private readonly ConcurrentDictionary<long, DateTimeOffset> _readUpTo = new();

    public string Kind => "stock";

    public async Task SendAsync(SalesChannel channel, CancellationToken cancellationToken)
    {
        if (!channel.StockSync || !await CountsOrdersAsync(channel, cancellationToken))
        {
            return;
        }

        await store.DropForeignAsync(channel.Id, cancellationToken);
        await feeds.FollowAsync(channel, cancellationToken);
        await SendDueAsync(channel, cancellationToken);
        await readBacks.LookAsync(channel, cancellationToken);
    }

    // What sold while the channel rested is not yet counted: sending now would offer units that are gone. What differed
    // at Amazon is sent over only when every order up to then is counted here.
    private async Task<bool> CountsOrdersAsync(SalesChannel channel, CancellationToken cancellationToken)
    {
        var orders = await journal.GetCursorAsync(channel.Id, SyncModule.Orders, cancellationToken);
        if (orders.LastSucceededAt is not { } succeeded || succeeded < channel.OpenSince)
        {
            return false;
        }

        if (orders.Watermark is { } readUpTo && _readUpTo.GetValueOrDefault(channel.Id) != readUpTo)
        {
            await store.TouchDifferingAsync(channel.Id, readUpTo, cancellationToken);
            _readUpTo[channel.Id] = readUpTo;
        }

        return true;
    }

    private async Task SendDueAsync(SalesChannel channel, CancellationToken cancellationToken)
    {
        while (await IsOpenAsync(channel, cancellationToken))
        {
            var due = await store.ListDueAsync(
                channel.Id, time.GetUtcNow(), IMarketplaceStock.MostMessages, cancellationToken);
            if (due.Count == 0)
            {
                return;
            }

            var routes = await marketplace.ChooseAsync(
                ChannelConnection.To(channel), [.. due.Select(row => row.Sku)], cancellationToken);
            var bySku = due.ToDictionary(row => row.Sku, StringComparer.Ordinal);
            var byPatch = routes.ByPatch.Select(sku => bySku[sku]).ToList();
            if (byPatch.Count > 0)
            {
                await patches.SendAsync(channel, byPatch, () => IsOpenAsync(channel, cancellationToken), cancellationToken);
            }

            var byFeed = routes.FeedWait <= Patience ? routes.ByFeed.Select(sku => bySku[sku]).ToList() : [];
            if (byFeed.Count > 0)
            {
                await feeds.SendAsync(channel, byFeed, () => IsOpenAsync(channel, cancellationToken), cancellationToken);
            }

            if (byPatch.Count == 0 && byFeed.Count == 0)
            {
                return;
            }
        }
    }

    // A person can put the channel to rest, or switch the stock sync off, while a thousand figures are on their way.
    private async Task<bool> IsOpenAsync(SalesChannel channel, CancellationToken cancellationToken) =>
        await channels.FindAsync(channel.Id, cancellationToken) is { State: ChannelState.Active, StockSync: true } current
        && current.OpenSince == channel.OpenSince;
}
