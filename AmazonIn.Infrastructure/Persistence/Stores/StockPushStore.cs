using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace AmazonIn.Infrastructure.Persistence.Stores;

internal sealed class StockPushStore(Storage<PortalDbContext> storage, IBulkWriter bulk, TimeProvider time) : IStockPushStore
{
    public Task<IReadOnlyList<DueStock>> ListDueAsync(
        long channelId, DateTimeOffset now, int most, CancellationToken cancellationToken) => storage.ReadAsync(
            (db, token) => FiguresAsync(db, channelId, Due(db, channelId, now).OrderBy(push => push.Id).Take(most), token),
            cancellationToken);

    public Task<IReadOnlyList<DueStock>> ListDueAsync(
        long channelId, DateTimeOffset now, IReadOnlyCollection<long> pushIds, CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<DueStock>>(
            async (db, token) =>
            {
                var all = new List<DueStock>(pushIds.Count);
                foreach (var ids in pushIds.Chunk(Lists.Size))
                {
                    all.AddRange(await FiguresAsync(
                        db, channelId, Due(db, channelId, now).Where(push => ids.Contains(push.Id)).OrderBy(push => push.Id), token));
                }

                return all;
            },
            cancellationToken);

    public Task DropForeignAsync(long channelId, CancellationToken cancellationToken) => UpdateAnyAsync(
        db => Foreign(db, channelId),
        set => set
            .SetProperty(push => push.SentChange, push => push.Change)
            .SetProperty(push => push.Due, false)
            .SetProperty(push => push.ReadBackAt, (DateTimeOffset?)null),
        cancellationToken);

    public async Task ChangeAsync(
        IReadOnlyCollection<long> pushIds,
        Func<StockPush, StockPushAnswer?> change,
        CancellationToken cancellationToken)
    {
        foreach (var ids in pushIds.Chunk(Lists.Size))
        {
            await storage.WriteAsync(
                async (db, token) =>
                {
                    // An update that changes nothing locks the rows until the commit: whoever counts a change up waits,
                    // and the rows read next are the latest.
                    var rows = db.StockPushes.Where(push => ids.Contains(push.Id));
                    await rows.ExecuteUpdateAsync(set => set.SetProperty(push => push.Due, push => push.Due), token);
                    var pushes = await rows.AsNoTracking().ToListAsync(token);
                    List<StockPushAnswer> answers = [.. pushes.Select(change).OfType<StockPushAnswer>()];
                    await bulk.UpdateAsync(db, pushes, token);
                    await bulk.AppendAsync(db, answers, token);
                },
                cancellationToken);
        }
    }

    public Task<IReadOnlyList<OpenFeed>> ListFeedsAsync(long channelId, CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<OpenFeed>>(
            async (db, token) =>
            {
                var feeds = await db.StockPushes
                    .Where(push => push.FeedId != null && push.ChannelId == channelId)
                    .GroupBy(push => push.FeedId!)
                    .Select(group => new { FeedId = group.Key, Since = group.Min(push => push.SentAt) })
                    .ToListAsync(token);
                return [.. feeds.Select(feed => new OpenFeed(feed.FeedId, feed.Since ?? time.GetUtcNow())).OrderBy(feed => feed.Since)];
            },
            cancellationToken);

    public Task<IReadOnlyList<long>> ListFeedAsync(long channelId, string feedId, CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<long>>(
            async (db, token) => await db.StockPushes
                .Where(push => push.FeedId == feedId && push.ChannelId == channelId)
                .Select(push => push.Id)
                .ToListAsync(token),
            cancellationToken);

    public Task<IReadOnlyList<StockReadBack>> ListReadBacksAsync(
        long channelId, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<StockReadBack>>(
            async (db, token) => await db.StockPushes
                .Where(push => push.ChannelId == channelId && push.ReadBackAt != null && push.ReadBackAt <= now && !push.Due)
                .OrderBy(push => push.ReadBackAt)
                .Take(most)
                .Join(db.Listings, push => push.ListingId, listing => listing.Id, (push, listing) => new StockReadBack(push.Id, listing.Sku))
                .ToListAsync(token),
            cancellationToken);

    public Task TouchDifferingAsync(long channelId, DateTimeOffset readUpTo, CancellationToken cancellationToken) =>
        UpdateAnyAsync(
            db => db.StockPushes.Where(push => push.ChannelId == channelId
                && push.State == PushState.Differs
                && !push.Due
                && push.EffectiveAt < readUpTo),
            set => set.SetProperty(push => push.Change, push => push.Change + 1).SetProperty(push => push.Due, true),
            cancellationToken);

    public Task TouchChannelAsync(long channelId, CancellationToken cancellationToken) => storage.WriteAsync(
        (db, token) => Writer(db).TouchAsync(db.Listings.Where(listing => listing.ChannelId == channelId), token),
        cancellationToken);

    public Task<IReadOnlyList<long>> ListRefusedAsync(long channelId, CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<long>>(
            async (db, token) => await db.StockPushes
                .Where(push => push.ChannelId == channelId && push.State == PushState.Refused)
                .Select(push => push.Id)
                .ToListAsync(token),
            cancellationToken);

    public Task<long?> FindOrAddAsync(long listingId, CancellationToken cancellationToken) => storage.WriteAsync(
        async (db, token) =>
        {
            var listing = await db.Listings.AsNoTracking().FirstOrDefaultAsync(row => row.Id == listingId, token);
            if (listing is not { IsPushable: true })
            {
                return null;
            }

            if (!await db.StockPushes.AnyAsync(push => push.ListingId == listingId, token))
            {
                await Writer(db).TouchAsync(db.Listings.Where(row => row.Id == listingId), token);
            }

            return await db.StockPushes
                .Where(push => push.ListingId == listingId)
                .Select(push => (long?)push.Id)
                .FirstOrDefaultAsync(token);
        },
        cancellationToken);

    public Task<int> PurgeAnswersAsync(DateTimeOffset before, CancellationToken cancellationToken) => storage.WriteAsync(
        (db, token) => db.StockPushAnswers.Where(answer => answer.At < before).ExecuteDeleteAsync(token), cancellationToken);

    // Asked every second, so the ordinary answer, that there is nothing to do, must not lock anything.
    private async Task UpdateAnyAsync(
        Func<PortalDbContext, IQueryable<StockPush>> which,
        Action<UpdateSettersBuilder<StockPush>> set,
        CancellationToken cancellationToken)
    {
        if (await storage.ReadAsync((db, token) => which(db).AnyAsync(token), cancellationToken))
        {
            await storage.WriteAsync((db, token) => which(db).ExecuteUpdateAsync(set, token), cancellationToken);
        }
    }

    private static IQueryable<StockPush> Due(PortalDbContext db, long channelId, DateTimeOffset now) => db.StockPushes
        .Where(push => push.ChannelId == channelId
            && push.Due
            && push.State != PushState.Refused
            && push.FeedId == null
            && (push.NotBefore == null || push.NotBefore <= now));

    private static IQueryable<StockPush> Foreign(PortalDbContext db, long channelId) => db.StockPushes
        .Where(push => push.ChannelId == channelId
            && push.Due
            && !db.Listings.Any(listing => listing.Id == push.ListingId
                && listing.ItemId != null
                && listing.FulfilledBy == FulfilledBy.Merchant));

    // The outbox first and the stock after it: a figure may be newer than its change, never older.
    private static async Task<IReadOnlyList<DueStock>> FiguresAsync(
        PortalDbContext db, long channelId, IQueryable<StockPush> due, CancellationToken cancellationToken)
    {
        var rows = await due
            .Join(
                db.Listings.Where(listing => listing.ItemId != null && listing.FulfilledBy == FulfilledBy.Merchant),
                push => push.ListingId,
                listing => listing.Id,
                (push, listing) => new { Push = push, listing.Sku, ItemId = listing.ItemId!.Value })
            .ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        var warehouseId = await db.Channels
            .Where(channel => channel.Id == channelId)
            .Select(channel => channel.WarehouseId)
            .FirstOrDefaultAsync(cancellationToken);
        var available = new Dictionary<long, int>();
        foreach (var ids in rows.Select(row => row.ItemId).Distinct().Chunk(Lists.Size))
        {
            var sums = await db.StockBalances
                .Where(balance => ids.Contains(balance.ItemId) && (warehouseId == null || balance.WarehouseId == warehouseId))
                .GroupBy(balance => balance.ItemId)
                .Select(group => new { ItemId = group.Key, Available = group.Sum(balance => balance.OnHand - balance.Reserved) })
                .ToListAsync(cancellationToken);
            sums.ForEach(sum => available.Add(sum.ItemId, sum.Available));
        }

        return
        [
            .. rows.Select(row => new DueStock(
                row.Push.Id,
                row.Push.ListingId,
                row.Sku,
                row.Push.Change,
                row.Push.Offered(available.GetValueOrDefault(row.ItemId)))),
        ];
    }

    private StockWriter Writer(PortalDbContext db) => new(db, bulk, new Aftermath(), time.GetUtcNow());
}
