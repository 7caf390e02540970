using System.Linq.Expressions;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class StockPushQueries(Storage<PortalDbContext> storage) : IStockPushQueries
{
    private const int TopReasons = 5;

    public Task<StockPushStatus?> FindAsync(long channelId, CancellationToken cancellationToken) =>
        storage.ReadAsync((db, token) => FindAsync(db, channelId, token), cancellationToken);

    public Task<PageOf<StockPushRow>> ListAsync(
        long channelId, StockPushGroup? group, PageRequest page, CancellationToken cancellationToken) => storage.ReadAsync(
            async (db, token) =>
            {
                var pushes = group is { } wanted ? Ours(db, channelId).Where(In(wanted)) : Ours(db, channelId);
                var sorted = pushes
                    .Join(db.Listings, push => push.ListingId, listing => listing.Id, (push, listing) => new { push.Id, listing.Sku })
                    .OrderBy(row => row.Sku).ThenBy(row => row.Id)
                    .Select(row => row.Id);
                var ids = await pushes.Select(push => push.Id).ReadPageAsync(sorted, page, token);
                var rows = await db.StockPushes
                    .Where(push => ids.Ids.Contains(push.Id))
                    .Join(
                        db.Listings,
                        push => push.ListingId,
                        listing => listing.Id,
                        (push, listing) => new { Push = push, listing.ItemId, listing.Sku, listing.Title })
                    .ToListAsync(token);
                return ids.Of(rows.Select(row => Row(row.Push, row.ItemId!.Value, row.Sku, row.Title)), row => row.Id);
            },
            cancellationToken);

    private static async Task<StockPushStatus?> FindAsync(
        PortalDbContext db, long channelId, CancellationToken cancellationToken)
    {
        var channel = await db.Channels
            .Where(row => row.Id == channelId)
            .Select(row => new { row.StockSync, row.OpenSince })
            .FirstOrDefaultAsync(cancellationToken);
        if (channel is null)
        {
            return null;
        }

        var ordersReadAt = await db.SyncCursors
            .Where(cursor => cursor.ChannelId == channelId && cursor.Module == SyncModule.Orders)
            .Select(cursor => cursor.LastSucceededAt)
            .FirstOrDefaultAsync(cancellationToken);
        var states = await Ours(db, channelId)
            .GroupBy(push => new { push.State, push.Due })
            .Select(group => new
            {
                group.Key.State,
                group.Key.Due,
                Count = group.Count(),
                SentFirst = group.Min(push => push.SentAt),
                SentLast = group.Max(push => push.SentAt),
                NextTry = group.Min(push => push.NotBefore),
            })
            .ToListAsync(cancellationToken);
        var reasons = await Ours(db, channelId)
            .Where(In(StockPushGroup.Refused))
            .GroupBy(push => push.Reason)
            .Select(group => new { Reason = group.Key, Count = group.Count() })
            .OrderByDescending(reason => reason.Count).ThenBy(reason => reason.Reason)
            .Take(TopReasons)
            .ToListAsync(cancellationToken);
        var groups = states.ToLookup(state => GroupOf(state.State, state.Due));
        int Count(StockPushGroup group) => groups[group].Sum(state => state.Count);
        return new StockPushStatus(
            channel.StockSync,
            ordersReadAt is null || ordersReadAt < channel.OpenSince,
            Count(StockPushGroup.Waiting),
            Count(StockPushGroup.InFeed),
            groups[StockPushGroup.InFeed].Min(state => state.SentFirst),
            Count(StockPushGroup.Retrying),
            groups[StockPushGroup.Retrying].Min(state => state.NextTry),
            Count(StockPushGroup.Refused),
            Count(StockPushGroup.Differing),
            Count(StockPushGroup.Sent),
            states.Max(state => state.SentLast),
            [.. reasons.Select(reason => new ReasonCount("stock.refused", reason.Reason ?? "Amazon gave no reason.", reason.Count))]);
    }

    private static IQueryable<StockPush> Ours(PortalDbContext db, long channelId) => db.StockPushes
        .Where(push => push.ChannelId == channelId
            && db.Listings.Any(listing => listing.Id == push.ListingId
                && listing.ItemId != null
                && listing.FulfilledBy == FulfilledBy.Merchant));

    private static Expression<Func<StockPush, bool>> In(StockPushGroup group) => group switch
    {
        StockPushGroup.Refused => push => push.State == PushState.Refused,
        StockPushGroup.InFeed => push => push.State == PushState.InFeed,
        StockPushGroup.Retrying => push => push.State == PushState.Retrying,
        StockPushGroup.Differing => push => push.State == PushState.Differs && !push.Due,
        StockPushGroup.Waiting => push => push.State == PushState.Waiting
            || (push.Due && (push.State == PushState.Accepted || push.State == PushState.Confirmed || push.State == PushState.Differs)),
        StockPushGroup.Sent => push => !push.Due && (push.State == PushState.Accepted || push.State == PushState.Confirmed),
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "There is no such group."),
    };

    private static StockPushGroup GroupOf(PushState state, bool due) => state switch
    {
        PushState.Refused => StockPushGroup.Refused,
        PushState.InFeed => StockPushGroup.InFeed,
        PushState.Retrying => StockPushGroup.Retrying,
        PushState.Waiting => StockPushGroup.Waiting,
        _ when due => StockPushGroup.Waiting,
        PushState.Differs => StockPushGroup.Differing,
        _ => StockPushGroup.Sent,
    };

    private static StockPushRow Row(StockPush push, long itemId, string sku, string title) => new(
        push.Id,
        push.ListingId,
        itemId,
        sku,
        title,
        GroupOf(push.State, push.Due),
        push.State,
        push.Quantity,
        push.EffectiveAt >= push.SentAt ? push.Effective : null,
        push.Reason,
        push.RequestId,
        push.SentAt,
        push.NotBefore,
        push.Buffer,
        push.Cap);
}
