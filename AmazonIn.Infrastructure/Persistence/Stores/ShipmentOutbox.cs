using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

internal sealed class ShipmentOutbox(Storage<PortalDbContext> storage) : IShipmentOutbox
{
    public Task<IReadOnlyList<long>> DueAsync(
        long channelId, DateTimeOffset now, int take, CancellationToken cancellationToken) => ListAsync(
            channelId,
            shipments => shipments
                .Where(shipment => shipment.State == ConfirmationState.Waiting
                    || (shipment.State == ConfirmationState.Retrying
                        && (shipment.NotBefore == null || shipment.NotBefore <= now)))
                .OrderBy(shipment => shipment.Id),
            take,
            cancellationToken);

    public Task<IReadOnlyList<long>> ToReadBackAsync(
        long channelId, DateTimeOffset now, int take, CancellationToken cancellationToken) => ListAsync(
            channelId,
            shipments => shipments
                .Where(shipment => shipment.State == ConfirmationState.Accepted && shipment.ReadBackAt <= now)
                .OrderBy(shipment => shipment.ReadBackAt)
                .ThenBy(shipment => shipment.Id),
            take,
            cancellationToken);

    public Task<OutgoingShipment?> BeginAsync(long shipmentId, DateTimeOffset now, CancellationToken cancellationToken) =>
        storage.WriteAsync(
            async (db, token) =>
            {
                if (await LoadAsync(db, shipmentId, token) is not { Shipment: { IsDue: true } shipment } package)
                {
                    return null;
                }

                var first = shipment.Tell(now);
                if (first)
                {
                    await db.SavePackageAsync(package, token);
                }

                return await OutgoingAsync(db, package, shipment, first, token);
            },
            cancellationToken);

    public Task<OutgoingShipment?> FindAsync(long shipmentId, CancellationToken cancellationToken) => storage.ReadAsync(
        async (db, token) =>
            await LoadAsync(db, shipmentId, token) is { Shipment: { State: ConfirmationState.Accepted } shipment } package
                ? await OutgoingAsync(db, package, shipment, first: false, token)
                : null,
        cancellationToken);

    public Task RecordAsync(long shipmentId, Action<Shipment> change, CancellationToken cancellationToken) =>
        storage.WriteAsync(
            async (db, token) =>
            {
                if (await LoadAsync(db, shipmentId, token) is { Shipment: { } shipment } package)
                {
                    change(shipment);
                    await db.SavePackageAsync(package, token);
                }
            },
            cancellationToken);

    private Task<IReadOnlyList<long>> ListAsync(
        long channelId,
        Func<IQueryable<Shipment>, IQueryable<Shipment>> wanted,
        int take,
        CancellationToken cancellationToken) => storage.ReadAsync<IReadOnlyList<long>>(
            async (db, token) => await wanted(db.Shipments.Where(shipment => db.Packages.Any(package =>
                    package.Id == shipment.PackageId
                    && db.SalesOrders.Any(order => order.Id == package.SalesOrderId && order.ChannelId == channelId))))
                .Select(shipment => shipment.Id)
                .Take(take)
                .ToListAsync(token),
            cancellationToken);

    private static Task<Package?> LoadAsync(PortalDbContext db, long shipmentId, CancellationToken cancellationToken) =>
        db.Packages
            .Include(package => package.Lines)
            .Include(package => package.Shipment)
            .FirstOrDefaultAsync(package => package.Shipment!.Id == shipmentId, cancellationToken);

    private static async Task<OutgoingShipment?> OutgoingAsync(
        PortalDbContext db, Package package, Shipment shipment, bool first, CancellationToken cancellationToken)
    {
        var orderId = await db.SalesOrders
            .Where(order => order.Id == package.SalesOrderId)
            .Select(order => order.AmazonOrderId)
            .SingleAsync(cancellationToken);
        var lineIds = package.Lines.Select(line => line.OrderLineId).ToList();
        var lines = await db.OrderLines
            .Where(line => lineIds.Contains(line.Id))
            .Select(line => new { line.Id, line.OrderItemId })
            .ToDictionaryAsync(line => line.Id, line => line.OrderItemId, cancellationToken);
        return orderId is null
            ? null
            : new OutgoingShipment(
                shipment.Id,
                shipment.Change,
                shipment.Attempts,
                shipment.ReadBacks,
                first,
                new PackageConfirmation(
                    orderId,
                    package.Reference,
                    shipment.CarrierCode,
                    shipment.CarrierName,
                    shipment.TrackingNumber,
                    shipment.ShippedAt,
                    package.Lines.ToDictionary(line => lines[line.OrderLineId], line => line.Quantity, StringComparer.Ordinal)));
    }
}
