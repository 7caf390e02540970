using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>Writes a page of listings within an open transaction: groups, items, listings, stock, in this order.</summary>
internal sealed class ItemPageWriter(PortalDbContext db, IBulkWriter bulk, Aftermath aftermath, DateTimeOffset now)
{
    public async Task WriteAsync(ItemImportPage page, CancellationToken cancellationToken)
    {
        var channelId = page.Run.ChannelId;
        var groups = await WriteGroupsAsync(channelId, page, cancellationToken);
        var items = await ItemsOfAsync(page, cancellationToken);
        var opening = await StillOpenAsync(page.OpeningStock, items, cancellationToken);
        foreach (var membership in page.Memberships)
        {
            if (items.TryGetValue(membership.Sku, out var item)
                && groups.TryGetValue(membership.ParentSku, out var groupId))
            {
                item.JoinGroup(groupId, membership.Values);
            }
        }

        foreach (var first in opening)
        {
            items[first.Sku].TakeOpeningStock(first.At, channelId);
        }

        var itemIds = await WriteItemsAsync([.. items.Values], cancellationToken);
        await WriteListingsAsync(page.Listings, itemIds, cancellationToken);
        var stock = new StockWriter(db, bulk, aftermath, now);
        await stock.OpenAsync(opening, itemIds, cancellationToken);
        await TouchJoinedAsync(stock, channelId, page.Listings, opening, cancellationToken);
        await LinkOrderLinesAsync(stock, channelId, page.Listings, cancellationToken);
    }

    // Ids of the page's groups, and of older ones that the page's items join.
    private async Task<Dictionary<string, long>> WriteGroupsAsync(
        long channelId, ItemImportPage page, CancellationToken cancellationToken)
    {
        var added = page.Groups.Where(group => group.Id == 0).ToList();
        var known = page.Groups.Where(group => group.Id != 0).ToList();
        var newIds = await bulk.InsertAsync(db, added, cancellationToken);
        aftermath.Inserted(db, added, newIds);
        await bulk.UpdateAsync(db, known, cancellationToken);

        var ids = known.ToDictionary(group => group.ParentSku, group => group.Id, StringComparer.Ordinal);
        for (var index = 0; index < added.Count; index++)
        {
            ids[added[index].ParentSku] = newIds[index];
        }

        var missing = page.Memberships.Select(membership => membership.ParentSku)
            .Where(sku => !ids.ContainsKey(sku)).Distinct(StringComparer.Ordinal);
        foreach (var skus in missing.Chunk(Lists.Size))
        {
            var older = await db.ItemGroups.AsNoTracking()
                .Where(group => group.ChannelId == channelId && skus.Contains(group.ParentSku))
                .Select(group => new { group.ParentSku, group.Id })
                .ToListAsync(cancellationToken);
            older.ForEach(group => ids[group.ParentSku] = group.Id);
        }

        return ids;
    }

    // The page's items, and those that it only names. Items belong to all channels, so another channel's run may have
    // added a SKU since this page was planned; then ours is merged into that one.
    private async Task<Dictionary<string, Item>> ItemsOfAsync(ItemImportPage page, CancellationToken cancellationToken)
    {
        var items = page.Items.ToDictionary(item => item.Sku, StringComparer.Ordinal);
        var named = page.Memberships.Select(membership => membership.Sku)
            .Concat(page.OpeningStock.Select(stock => stock.Sku))
            .Where(sku => !items.ContainsKey(sku));
        var wanted = page.Items.Where(item => item.Id == 0).Select(item => item.Sku)
            .Concat(named).Distinct(StringComparer.Ordinal);
        foreach (var skus in wanted.Chunk(Lists.Size))
        {
            var stored = await db.Items.AsNoTracking()
                .Where(item => skus.Contains(item.Sku)).ToListAsync(cancellationToken);
            foreach (var item in stored)
            {
                if (items.TryGetValue(item.Sku, out var ours))
                {
                    item.Update(ours.Title, ours.Asin, ours.FulfilledBy, ours.Price, now);
                }

                items[item.Sku] = item;
            }
        }

        return items;
    }

    // What was taken once is never taken again, whatever the page was planned on: another channel's run may have taken
    // it meanwhile, and writing our older copy of the item must not undo that.
    private async Task<List<OpeningStock>> StillOpenAsync(
        IReadOnlyList<OpeningStock> opening, Dictionary<string, Item> items, CancellationToken cancellationToken)
    {
        var taken = new Dictionary<string, OpeningMoment>(StringComparer.Ordinal);
        var doubtful = items.Values.Where(item => item.Id != 0 && !item.OpeningStockTaken).Select(item => item.Sku)
            .Concat(opening.Select(stock => stock.Sku)).Distinct(StringComparer.Ordinal);
        foreach (var skus in doubtful.Chunk(Lists.Size))
        {
            var found = await db.Items
                .Where(item => skus.Contains(item.Sku) && item.OpeningStockAt != null)
                .Select(item => new { item.Sku, item.OpeningStockAt, item.OpeningChannelId })
                .ToListAsync(cancellationToken);
            found.ForEach(item => taken[item.Sku] = new OpeningMoment(item.OpeningStockAt, item.OpeningChannelId));
        }

        foreach (var (sku, moment) in taken)
        {
            items[sku].TakeOpeningStock(moment.At!.Value, moment.ChannelId);
        }

        return [.. opening.Where(stock => !taken.ContainsKey(stock.Sku)).DistinctBy(stock => stock.Sku)];
    }

    private async Task<Dictionary<string, long>> WriteItemsAsync(List<Item> items, CancellationToken cancellationToken)
    {
        var added = items.Where(item => item.Id == 0).ToList();
        var known = items.Where(item => item.Id != 0).ToList();
        var newIds = await bulk.InsertAsync(db, added, cancellationToken);
        aftermath.Inserted(db, added, newIds);
        await bulk.UpdateAsync(db, known, cancellationToken);

        var ids = known.ToDictionary(item => item.Sku, item => item.Id, StringComparer.Ordinal);
        for (var index = 0; index < added.Count; index++)
        {
            ids[added[index].Sku] = newIds[index];
        }

        return ids;
    }

    private async Task WriteListingsAsync(
        IReadOnlyList<Listing> listings, Dictionary<string, long> itemIds, CancellationToken cancellationToken)
    {
        var missing = listings.Select(listing => listing.Sku).Where(sku => !itemIds.ContainsKey(sku));
        foreach (var skus in missing.Distinct(StringComparer.Ordinal).Chunk(Lists.Size))
        {
            var older = await db.Items
                .Where(item => skus.Contains(item.Sku))
                .Select(item => new { item.Sku, item.Id })
                .ToListAsync(cancellationToken);
            older.ForEach(item => itemIds[item.Sku] = item.Id);
        }

        foreach (var listing in listings)
        {
            if (itemIds.TryGetValue(listing.Sku, out var itemId))
            {
                listing.LinkAutomatically(itemId);
            }
        }

        var added = listings.Where(listing => listing.Id == 0).ToList();
        aftermath.Inserted(db, added, await bulk.InsertAsync(db, added, cancellationToken));
        await bulk.UpdateAsync(db, [.. listings.Where(listing => listing.Id != 0)], cancellationToken);
    }

    // A listing that joins stock which is there already, on a second channel, on one that was connected again or back
    // from Amazon's own fulfilment, is told what there is; so is another channel's that waited for a first count.
    private async Task TouchJoinedAsync(
        StockWriter stock,
        long channelId,
        IReadOnlyList<Listing> listings,
        IReadOnlyList<OpeningStock> opening,
        CancellationToken cancellationToken)
    {
        var opened = opening.Select(first => first.Sku).ToHashSet(StringComparer.Ordinal);
        foreach (var skus in opened.Chunk(Lists.Size))
        {
            await stock.TouchAsync(
                db.Listings.Where(listing => listing.ChannelId != channelId
                    && db.Items.Any(item => item.Id == listing.ItemId && skus.Contains(item.Sku))),
                cancellationToken);
        }

        foreach (var skus in listings
            .Where(listing => listing.IsPushable && !opened.Contains(listing.Sku))
            .Select(listing => listing.Sku).Chunk(Lists.Size))
        {
            await stock.TouchAsync(
                db.Listings.Where(listing => listing.ChannelId == channelId && skus.Contains(listing.Sku)
                    && !db.StockPushes.Any(push => push.ListingId == listing.Id)
                    && db.Items.Any(item => item.Id == listing.ItemId && item.OpeningStockAt != null
                        && (item.OpeningChannelId != channelId
                            || db.Channels.Any(channel => channel.Id == channelId
                                && channel.ConnectedAt > item.OpeningStockAt)))),
                cancellationToken);
        }
    }

    // Orders that came before their listing kept its SKU without an item; now they want its stock.
    private async Task LinkOrderLinesAsync(
        StockWriter stock, long channelId, IReadOnlyList<Listing> listings, CancellationToken cancellationToken)
    {
        foreach (var skus in listings.Where(listing => listing.ItemId is not null)
            .Select(listing => listing.Sku).Chunk(Lists.Size))
        {
            var waiting = await db.OrderLines
                .Where(line => line.ItemId == null && skus.Contains(line.Sku)
                    && db.SalesOrders.Any(order => order.Id == line.SalesOrderId && order.ChannelId == channelId))
                .Select(line => line.SalesOrderId)
                .Distinct()
                .ToListAsync(cancellationToken);
            foreach (var orders in waiting.Chunk(Lists.Size))
            {
                await db.OrderLines
                    .Where(line => line.ItemId == null && orders.Contains(line.SalesOrderId) && skus.Contains(line.Sku))
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(line => line.ItemId, line => db.Listings
                            .Where(listing => listing.ChannelId == channelId && listing.Sku == line.Sku)
                            .Select(listing => listing.ItemId)
                            .FirstOrDefault()),
                        cancellationToken);
                var linked = await db.SalesOrders.AsNoTracking()
                    .Where(order => orders.Contains(order.Id))
                    .Include(order => order.Lines)
                    .ToListAsync(cancellationToken);
                await stock.SettleAsync(linked.ConvertAll(OrderStock.DemandOf), cancellationToken);
            }
        }
    }
}
