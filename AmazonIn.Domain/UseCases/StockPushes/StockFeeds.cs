using System.Collections.Concurrent;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.UseCases.StockPushes;

/// <summary>
/// Sends many quantities as one feed, and follows feeds to their end. Should the portal die between handing a feed over
/// and writing its id down, the figures are sent once more, and the read-back finds what the lost feed overwrote.
/// </summary>
public sealed class StockFeeds(IStockPushStore store, IMarketplaceStock marketplace, PushRecords records, TimeProvider time)
{
    /// <summary>Amazon forgets feeds after four weeks and finishes them in minutes; after a day nothing will come.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    // Only to spare Amazon questions; a restart asks at once.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _askAgainAt = new(StringComparer.Ordinal);

    /// <summary>Asks after the feeds that are under way, and writes down how they ended.</summary>
    public async Task FollowAsync(SalesChannel channel, CancellationToken cancellationToken)
    {
        var connection = ChannelConnection.To(channel);
        foreach (var feed in await store.ListFeedsAsync(channel.Id, cancellationToken))
        {
            var now = time.GetUtcNow();
            if (_askAgainAt.TryGetValue(feed.FeedId, out var at) && now < at)
            {
                continue;
            }

            var state = await TryReadAsync(connection, feed, now, cancellationToken);
            if (!state.IsEnded)
            {
                _askAgainAt[feed.FeedId] = now + PushPacePolicy.AskAgainAfter(now - feed.Since);
                continue;
            }

            await EndAsync(channel.Id, feed.FeedId, state, cancellationToken);
            _askAgainAt.TryRemove(feed.FeedId, out _);
        }
    }

    public async Task SendAsync(
        SalesChannel channel, IReadOnlyList<DueStock> due, Func<Task<bool>> isOpen, CancellationToken cancellationToken)
    {
        var connection = ChannelConnection.To(channel);
        var unanswered = due.Select(row => row.PushId).ToHashSet();
        try
        {
            var listed = await marketplace.ReadAvailabilityAsync(
                connection, [.. due.Select(row => row.Sku)], cancellationToken);
            var bySku = listed.ToDictionary(listing => listing.Sku, StringComparer.Ordinal);
            foreach (var row in due)
            {
                if (bySku[row.Sku].Refusal is { } refusal)
                {
                    await records.AnsweredAsync(row, new StockAnswer(refusal, null), cancellationToken);
                    unanswered.Remove(row.PushId);
                }
            }

            // Reading thousands of listings takes minutes, in which stock moves and people change their minds.
            if (!await isOpen())
            {
                return;
            }

            var fresh = await store.ListDueAsync(
                channel.Id, time.GetUtcNow(), unanswered, cancellationToken);
            if (fresh.Count > 0)
            {
                await SubmitAsync(connection, fresh, bySku, cancellationToken);
            }
        }
        catch (MarketplaceException failure) when (failure is not MarketplaceUnauthorizedException)
        {
            await records.FailedAsync(unanswered, failure.Message, cancellationToken);
        }
    }

    private async Task SubmitAsync(
        ChannelConnection connection,
        IReadOnlyList<DueStock> due,
        Dictionary<string, ListedAvailability> listed,
        CancellationToken cancellationToken)
    {
        var messages = due
            .Select((row, index) => new StockMessage(index + 1, listed[row.Sku], row.Quantity))
            .ToList();
        var feedId = await marketplace.SubmitFeedAsync(connection, messages, cancellationToken);
        var now = time.GetUtcNow();
        var byPush = due
            .Select((row, index) => (Row: row, Message: index + 1))
            .ToDictionary(pair => pair.Row.PushId);
        await store.ChangeAsync(
            byPush.Keys,
            push =>
            {
                var (row, message) = byPush[push.Id];
                push.PutInFeed(row.Change, row.Quantity, feedId, message, feedId, now);
                return PushRecords.Line(push, row.Quantity, $"Feed {feedId}", now);
            },
            cancellationToken);
    }

    private async Task<StockFeedState> TryReadAsync(
        ChannelConnection connection, OpenFeed feed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var state = await marketplace.ReadFeedAsync(connection, feed.FeedId, cancellationToken);
            return state.IsEnded || now - feed.Since < Patience
                ? state
                : StockFeedState.Failed("Amazon has not finished the feed within a day.");
        }
        catch (MarketplaceRejectedException unknown)
        {
            return StockFeedState.Failed(unknown.Message);
        }
        catch (MarketplaceException failure) when (failure is not MarketplaceUnauthorizedException)
        {
            return StockFeedState.UnderWay;
        }
    }

    private async Task EndAsync(
        long channelId, string feedId, StockFeedState state, CancellationToken cancellationToken)
    {
        var rows = await store.ListFeedAsync(channelId, feedId, cancellationToken);
        if (state.Failure is { } failure)
        {
            await records.FailedAsync(rows, failure, cancellationToken);
            return;
        }

        await store.ChangeAsync(
            rows,
            push =>
            {
                if (push.FeedId != feedId || push.Quantity is not { } quantity)
                {
                    return null;
                }

                var now = time.GetUtcNow();
                if (push.FeedMessage is { } message && state.Refusals.TryGetValue(message, out var refusal))
                {
                    push.Refuse(push.SentChange, quantity, PushRoute.Feed, refusal, feedId, push.SentAt ?? now);
                }
                else
                {
                    push.Accept(
                        push.SentChange,
                        quantity,
                        PushRoute.Feed,
                        feedId,
                        PushPacePolicy.FirstLookAt(now),
                        push.SentAt ?? now);
                }

                return PushRecords.Line(push, quantity, push.Reason, now);
            },
            cancellationToken);
    }
}
