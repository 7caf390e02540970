using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>A sales order with everything but the buyer's personal data (X4).</summary>
/// <param name="PaymentStatus"><c>Paid</c> for Amazon's: it passes on paid orders only (H3). Null for an order made by hand.</param>
internal sealed record SalesOrderJson(
    long Id,
    string Number,
    long? ChannelId,
    string? AmazonOrderId,
    OrderStatus Status,
    DateTimeOffset OrderedAt,
    DateTimeOffset UpdatedAt,
    FulfilledBy FulfilledBy,
    long? CustomerId,
    string CustomerName,
    PlaceJson? PlaceOfSupply,
    GstTreatment GstTreatment,
    long WarehouseId,
    string? PaymentStatus,
    IReadOnlyList<CommentJson> Comments,
    IReadOnlyList<OrderLineJson> Lines,
    MoneyJson? Total,
    IReadOnlyList<FlagJson> Flags)
{
    private const string Paid = "Paid";

    public static SalesOrderJson Of(SalesOrderDetails details)
    {
        var order = details.Order;
        return new(
            order.Id,
            order.Number,
            order.ChannelId,
            order.AmazonOrderId,
            order.Status,
            order.OrderedAt,
            order.UpdatedAt,
            order.FulfilledBy,
            order.CustomerId,
            order.CustomerName,
            PlaceJson.Of(order.PlaceOfSupply),
            order.GstTreatment,
            details.WarehouseId,
            order.AmazonOrderId is null ? null : Paid,
            [.. details.Comments.Select(CommentJson.Of)],
            [.. details.Lines.Select(line => OrderLineJson.Of(line, order.Currency))],
            MoneyJson.Of(order.Total, order.Currency),
            [.. details.Flags.Select(FlagJson.Of)]);
    }
}
