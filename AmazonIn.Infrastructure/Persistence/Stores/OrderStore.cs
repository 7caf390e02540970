using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

internal sealed class OrderStore(Storage<PortalDbContext> storage, IBulkWriter bulk, TimeProvider time) : IOrderStore
{
    public Task<OrderFile?> FindAsync(long id, CancellationToken cancellationToken) =>
        storage.ReadAsync((db, token) => FindAsync(db, id, token), cancellationToken);

    public Task<OrderFile?> FindByPackageAsync(long packageId, CancellationToken cancellationToken) => storage.ReadAsync(
        async (db, token) => await db.Packages
            .Where(package => package.Id == packageId)
            .Select(package => (long?)package.SalesOrderId)
            .FirstOrDefaultAsync(token) is { } id
            ? await FindAsync(db, id, token)
            : null,
        cancellationToken);

    public async Task AddAsync(SalesOrder order, CancellationToken cancellationToken)
    {
        var aftermath = new Aftermath();
        await storage.WriteAsync(
            async (db, token) =>
            {
                db.Add(order);
                await db.SaveChangesAsync(token);
                await Announcer(db).AnnounceAsync(WebhookEventType.OrderCreated, [order.Id], token);
                await SettleAsync(db, aftermath, order, token);
            },
            cancellationToken);
        aftermath.Commit();
    }

    public async Task SaveAsync(SalesOrder order, IReadOnlyList<Package> packages, CancellationToken cancellationToken)
    {
        var aftermath = new Aftermath();
        await storage.WriteAsync(
            async (db, token) =>
            {
                var announcer = Announcer(db);
                var before = await announcer.StatusesAsync([order.Id], token);
                var shipped = packages.Select(package => package.Shipment).OfType<Shipment>()
                    .Where(shipment => shipment.Id == 0).ToList();
                var kept = packages.Where(package => package.Id != 0).Select(package => package.Id).ToList();
                await db.Packages
                    .Where(package => package.SalesOrderId == order.Id && !kept.Contains(package.Id))
                    .ExecuteDeleteAsync(token);
                var lines = order.Lines.Where(line => line.Id != 0).Select(line => line.Id).ToList();
                await db.OrderLines
                    .Where(line => line.SalesOrderId == order.Id && !lines.Contains(line.Id))
                    .ExecuteDeleteAsync(token);
                db.Update(order);
                db.UpdateRange(packages);
                await db.SaveChangesAsync(token);
                await announcer.AnnounceAsync(
                    WebhookEventType.ShipmentCreated, shipped.Select(shipment => shipment.Id), token);
                await announcer.AnnounceOrdersAsync([(order.Id, order.Status)], before, token);
                await SettleAsync(db, aftermath, order, token);
            },
            cancellationToken);
        aftermath.Commit();
    }

    public Task RecordPickupAsync(long packageId, Action<Pickup> change, CancellationToken cancellationToken) =>
        storage.WriteAsync(
            async (db, token) =>
            {
                var package = await db.Packages
                    .Include(package => package.Pickup)
                    .FirstOrDefaultAsync(package => package.Id == packageId, token);
                if (package is { Pickup: { } pickup })
                {
                    change(pickup);
                    await db.SavePackageAsync(package, token);
                }
            },
            cancellationToken);

    private static async Task<OrderFile?> FindAsync(PortalDbContext db, long id, CancellationToken cancellationToken)
    {
        var order = await db.SalesOrders
            .Include(order => order.Lines.OrderBy(line => line.LineNumber))
            .Include(order => order.Comments)
            .AsSplitQuery() // One join would return each line once for each comment.
            .FirstOrDefaultAsync(order => order.Id == id, cancellationToken);
        if (order is null)
        {
            return null;
        }

        var packages = await db.Packages
            .Where(package => package.SalesOrderId == id)
            .Include(package => package.Lines)
            .Include(package => package.Shipment)
            .Include(package => package.Pickup)
            .OrderBy(package => package.Reference)
            .ToListAsync(cancellationToken);
        return new OrderFile(order, packages);
    }

    private WebhookAnnouncer Announcer(PortalDbContext db) => new(db, bulk, time.GetUtcNow());

    private Task SettleAsync(PortalDbContext db, Aftermath aftermath, SalesOrder order, CancellationToken cancellationToken) =>
        new StockWriter(db, bulk, aftermath, time.GetUtcNow()).SettleAsync([OrderStock.DemandOf(order)], cancellationToken);
}
