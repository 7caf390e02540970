using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

internal sealed class ListingStore(Storage<PortalDbContext> storage, IBulkWriter bulk, TimeProvider time) : IListingStore
{
    private static readonly OrderStatus[] Open = [OrderStatus.Confirmed, OrderStatus.PartiallyShipped];

    public Task<Listing?> FindAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => db.Listings.FirstOrDefaultAsync(listing => listing.Id == id, token), cancellationToken);

    public Task<long?> FindItemBySkuAsync(string sku, CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => db.Items
            .Where(item => item.Sku == sku)
            .Select(item => (long?)item.Id)
            .FirstOrDefaultAsync(token),
        cancellationToken);

    public async Task<int> SaveLinkAsync(Listing listing, CancellationToken cancellationToken)
    {
        var aftermath = new Aftermath();
        var moved = await storage.WriteAsync(
            async (db, token) =>
            {
                await db.Listings
                    .Where(row => row.Id == listing.Id)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(row => row.ItemId, listing.ItemId).SetProperty(row => row.Link, listing.Link),
                        token);
                var stock = new StockWriter(db, bulk, aftermath, time.GetUtcNow());
                var orders = await MoveLinesAsync(db, stock, listing, token);
                await stock.TouchAsync(db.Listings.Where(row => row.Id == listing.Id), token);
                if (listing.ItemId is null)
                {
                    await db.StockPushes
                        .Where(push => push.ListingId == listing.Id)
                        .ExecuteUpdateAsync(set => set.SetProperty(push => push.Due, false), token);
                }

                return orders;
            },
            cancellationToken);
        aftermath.Commit();
        return moved;
    }

    // What was settled stays where it was: only orders that still hold units move.
    private static async Task<int> MoveLinesAsync(
        PortalDbContext db, StockWriter stock, Listing listing, CancellationToken cancellationToken)
    {
        var waiting = await db.OrderLines
            .Where(line => line.Sku == listing.Sku && line.ItemId != listing.ItemId
                && db.SalesOrders.Any(order => order.Id == line.SalesOrderId
                    && order.ChannelId == listing.ChannelId && Open.Contains(order.Status)))
            .Select(line => line.SalesOrderId)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var ids in waiting.Chunk(Lists.Size))
        {
            await db.OrderLines
                .Where(line => ids.Contains(line.SalesOrderId) && line.Sku == listing.Sku)
                .ExecuteUpdateAsync(set => set.SetProperty(line => line.ItemId, listing.ItemId), cancellationToken);

            // Whoever read the order with its old item must not write that back.
            await db.SalesOrders
                .Where(order => ids.Contains(order.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(order => order.Version, order => order.Version + 1), cancellationToken);
            var orders = await db.SalesOrders.AsNoTracking()
                .Where(order => ids.Contains(order.Id))
                .Include(order => order.Lines)
                .ToListAsync(cancellationToken);
            await stock.SettleAsync(orders.ConvertAll(OrderStock.DemandOf), cancellationToken);
        }

        return waiting.Count;
    }
}
