using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Packages and their shipments as lists show them.</summary>
internal static class PackageRows
{
    /// <summary>In no order.</summary>
    public static async Task<IReadOnlyList<PackageRow>> ReadAsync(
        PortalDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var packages = await context.Packages
            .Where(package => ids.Contains(package.Id))
            .Include(package => package.Lines)
            .Include(package => package.Shipment)
            .ToListAsync(cancellationToken);
        var orderIds = packages.Select(package => package.SalesOrderId).Distinct().ToList();
        var orders = await context.SalesOrders
            .Where(order => orderIds.Contains(order.Id))
            .LeftJoin(
                context.Channels,
                order => order.ChannelId,
                channel => channel.Id,
                (order, channel) => new OrderOfPackage(
                    order.Id, order.AmazonOrderId, order.Status, order.ChannelId, channel == null ? null : channel.Name))
            .ToDictionaryAsync(order => order.Id, cancellationToken);
        var lineIds = context.PackageLines.Where(line => ids.Contains(line.PackageId)).Select(line => line.OrderLineId);
        var lines = await context.OrderLines
            .Where(line => lineIds.Contains(line.Id))
            .Select(line => new { line.Id, line.LineNumber, line.Sku, line.Title })
            .ToDictionaryAsync(line => line.Id, cancellationToken);
        return
        [
            .. packages.Select(package => Row(
                package,
                orders[package.SalesOrderId],
                [
                    .. package.Lines.OrderBy(line => lines[line.OrderLineId].LineNumber).Select(line => new PackageLineRow(
                        line.OrderLineId, lines[line.OrderLineId].Sku, lines[line.OrderLineId].Title, line.Quantity)),
                ])),
        ];
    }

    private static PackageRow Row(Package package, OrderOfPackage order, IReadOnlyList<PackageLineRow> lines) => new(
        package.Id,
        package.Number,
        order.Id,
        SalesOrder.NumberOf(order.Id),
        order.AmazonOrderId,
        order.Status,
        order.ChannelId,
        order.ChannelName,
        package.Reference,
        package.PackedBy,
        package.PackedAt,
        lines,
        package.Shipment is { } shipment ? Row(shipment, package, order, lines.Sum(line => line.Quantity)) : null);

    private static ShipmentRow Row(Shipment shipment, Package package, OrderOfPackage order, int units) => new(
        shipment.Id,
        shipment.Number,
        package.Id,
        package.Number,
        order.Id,
        SalesOrder.NumberOf(order.Id),
        order.AmazonOrderId,
        order.ChannelId,
        order.ChannelName,
        shipment.CarrierCode,
        shipment.CarrierName,
        shipment.TrackingNumber,
        shipment.ShippedAt,
        units,
        shipment.State,
        shipment.ToldAt is not null,
        shipment.Answer,
        shipment.RequestId,
        shipment.AnsweredAt,
        shipment.Attempts,
        shipment.NotBefore,
        shipment.ReadBackAt,
        shipment.SeenAt);

    private sealed record OrderOfPackage(
        long Id, string? AmazonOrderId, OrderStatus Status, long? ChannelId, string? ChannelName);
}
