using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Sales orders with lines, comments and flags: four queries however many orders.</summary>
internal static class OrderDetails
{
    /// <summary>In no order.</summary>
    /// <param name="ids">At most <see cref="Lists.Size"/>.</param>
    public static async Task<IReadOnlyList<SalesOrderDetails>> ReadAsync(
        PortalDbContext context,
        IConfigurationProvider models,
        IReadOnlyList<long> ids,
        CancellationToken cancellationToken)
    {
        var rows = await OrderRows.ReadAsync(context, ids, cancellationToken);
        var lines = await LinesAsync(context, ids, cancellationToken);
        var comments = await CommentsAsync(context, models, ids, cancellationToken);
        var rest = await context.SalesOrders
            .Where(order => ids.Contains(order.Id))
            .Join(
                context.Warehouses,
                order => order.WarehouseId,
                warehouse => warehouse.Id,
                (order, warehouse) => new
                {
                    order.Id,
                    order.Prime,
                    order.Business,
                    order.ReplacesOrderId,
                    order.ShipToCountry,
                    order.PaymentMethod,
                    order.OrderCharges,
                    order.FulfilledAt,
                    order.VoidedAt,
                    order.ContactExpiresAt,
                    order.HasContact,
                    order.WarehouseId,
                    WarehouseName = warehouse.Name,
                    order.Flags,
                    order.Version,
                    order.AmazonTotal,
                    order.PlaceByHand,
                    order.ContactDeletedAt,
                })
            .ToDictionaryAsync(order => order.Id, cancellationToken);
        return
        [
            .. from row in rows
               where rest.ContainsKey(row.Id)
               let order = rest[row.Id]
               select new SalesOrderDetails(
                   row,
                   order.Prime,
                   order.Business,
                   order.ReplacesOrderId,
                   order.ShipToCountry,
                   order.PaymentMethod,
                   order.OrderCharges,
                   order.FulfilledAt,
                   order.VoidedAt,
                   order.ContactExpiresAt,
                   order.HasContact,
                   order.WarehouseId,
                   order.WarehouseName,
                   [.. lines[row.Id]],
                   [.. comments[row.Id]],
                   order.Flags,
                   order.Version,
                   order.AmazonTotal,
                   order.PlaceByHand,
                   order.ContactDeletedAt),
        ];
    }

    private static async Task<ILookup<long, OrderLineRow>> LinesAsync(
        PortalDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var lines = await context.OrderLines
            .Where(line => ids.Contains(line.SalesOrderId))
            .OrderBy(line => line.LineNumber)
            .ThenBy(line => line.Id)
            .ToListAsync(cancellationToken);
        return lines.ToLookup(line => line.SalesOrderId, RowOf);
    }

    private static OrderLineRow RowOf(OrderLine line) => new(
        line.Id,
        line.LineNumber,
        line.OrderItemId,
        line.Sku,
        line.Asin,
        line.ItemId,
        line.Title,
        line.Quantity,
        line.QuantityFulfilled,
        line.UnitPrice,
        line.ItemAmount,
        line.Shipping,
        line.GiftWrap,
        line.OtherCharges,
        line.Discount,
        line.Tax,
        line.Taxes,
        line.Total,
        line.ByHand,
        line.AddedByHand,
        line.AmazonQuantity,
        line.AmazonTotal);

    private static async Task<ILookup<long, CommentRow>> CommentsAsync(
        PortalDbContext context,
        IConfigurationProvider models,
        IReadOnlyList<long> ids,
        CancellationToken cancellationToken)
    {
        var comments = await context.OrderComments
            .Where(comment => ids.Contains(comment.SalesOrderId))
            .OrderBy(comment => comment.At)
            .ThenBy(comment => comment.Id)
            .ProjectTo<CommentOfOrder>(models)
            .ToListAsync(cancellationToken);
        return comments.ToLookup(comment => comment.SalesOrderId, comment => comment.Comment);
    }
}
