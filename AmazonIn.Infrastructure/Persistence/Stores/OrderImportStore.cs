using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

internal sealed class OrderImportStore(Storage<PortalDbContext> storage, IBulkWriter bulk, TimeProvider time)
    : IOrderImportStore
{
    private static readonly ListingLink[] NotLinked = [ListingLink.Unlinked, ListingLink.Ignored];

    public Task<IReadOnlyDictionary<string, SalesOrder>> LoadAsync(
        long channelId, IReadOnlyCollection<string> amazonOrderIds, CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyDictionary<string, SalesOrder>>(
            async (db, token) =>
            {
                var orders = new Dictionary<string, SalesOrder>(StringComparer.Ordinal);
                foreach (var ids in amazonOrderIds.Distinct(StringComparer.Ordinal).Chunk(Lists.Size))
                {
                    var query = db.SalesOrders
                        .Where(order => order.ChannelId == channelId && ids.Contains(order.AmazonOrderId))
                        .Include(order => order.Lines.OrderBy(line => line.LineNumber));
                    await foreach (var order in query.AsAsyncEnumerable().WithCancellation(token))
                    {
                        orders.Add(order.AmazonOrderId!, order);
                    }
                }

                return orders;
            },
            cancellationToken);

    public Task<IReadOnlyDictionary<string, long>> FindItemsAsync(
        long channelId, IReadOnlyCollection<string> skus, CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyDictionary<string, long>>(
            async (db, token) =>
            {
                var items = new Dictionary<string, long>(StringComparer.Ordinal);
                foreach (var chunk in skus.Distinct(StringComparer.Ordinal).Chunk(Lists.Size))
                {
                    // A SKU that a person unlinked on this channel stays without an item, whatever its name.
                    var own = db.Items
                        .Where(item => chunk.Contains(item.Sku))
                        .Where(item => !db.Listings.Any(listing => listing.ChannelId == channelId
                            && listing.Sku == item.Sku && NotLinked.Contains(listing.Link)))
                        .Select(item => new { item.Sku, item.Id, Linked = false });
                    var linked = db.Listings
                        .Where(listing => listing.ChannelId == channelId && chunk.Contains(listing.Sku)
                            && listing.ItemId != null && !NotLinked.Contains(listing.Link))
                        .Select(listing => new { listing.Sku, Id = listing.ItemId!.Value, Linked = true });
                    foreach (var item in await own.Concat(linked).ToListAsync(token))
                    {
                        if (item.Linked || !items.ContainsKey(item.Sku))
                        {
                            items[item.Sku] = item.Id;
                        }
                    }
                }

                return items;
            },
            cancellationToken);

    public async Task SaveAsync(OrderImportPage page, CancellationToken cancellationToken)
    {
        var aftermath = new Aftermath();
        await SavedPage.WriteAsync(
            storage,
            page.Run,
            aftermath,
            time.GetUtcNow(),
            async (db, token) =>
            {
                await new OrderPageWriter(db, bulk, aftermath, time.GetUtcNow()).WriteAsync(page, token);
                await PageRecords.SaveAsync(db, bulk, page.Run, page.Entries, token);
            },
            cancellationToken);
    }
}
