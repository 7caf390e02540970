using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Sales orders as lists show them.</summary>
internal static class OrderRows
{
    /// <summary>In no order.</summary>
    public static async Task<IReadOnlyList<SalesOrderRow>> ReadAsync(
        PortalDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var rows = await context.SalesOrders
            .Where(order => ids.Contains(order.Id))
            .LeftJoin(
                context.Channels,
                order => order.ChannelId,
                channel => channel.Id,
                (order, channel) => new { Order = order, Channel = channel })
            .LeftJoin(
                context.Customers,
                joined => joined.Order.CustomerId,
                customer => customer.Id,
                (joined, customer) => new
                {
                    joined.Order.Id,
                    joined.Order.ChannelId,
                    ChannelName = joined.Channel == null ? null : joined.Channel.Name,
                    MarketplaceId = joined.Channel == null ? null : joined.Channel.MarketplaceId,
                    joined.Order.AmazonOrderId,
                    joined.Order.Status,
                    joined.Order.FulfilledBy,
                    joined.Order.EasyShip,
                    joined.Order.OrderedAt,
                    joined.Order.UpdatedAt,
                    joined.Order.ShipBy,
                    joined.Order.CustomerId,
                    CustomerName = customer == null ? null : customer.Name,
                    joined.Order.PlaceOfSupply,
                    joined.Order.GstTreatment,
                    Units = context.OrderLines
                        .Where(line => line.SalesOrderId == joined.Order.Id)
                        .Sum(line => line.Quantity),
                    joined.Order.Currency,
                    joined.Order.Total,
                    joined.Order.NeedsDecision,
                    joined.Order.CancelRequestedByBuyer,
                })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new SalesOrderRow(
                row.Id,
                SalesOrder.NumberOf(row.Id),
                row.ChannelId,
                row.ChannelName,
                row.AmazonOrderId,
                row.Status,
                row.FulfilledBy,
                row.EasyShip,
                row.OrderedAt,
                row.UpdatedAt,
                row.ShipBy,
                row.CustomerId,
                row.CustomerName ?? (row.ChannelId is null && row.AmazonOrderId is null
                    ? Customer.WalkIn
                    : Customer.PlaceholderName(Marketplace.Find(row.MarketplaceId)?.Name ?? "Amazon")),
                row.PlaceOfSupply,
                row.GstTreatment,
                row.Units,
                row.Currency,
                row.Total,
                row.NeedsDecision,
                row.CancelRequestedByBuyer)),
        ];
    }
}
