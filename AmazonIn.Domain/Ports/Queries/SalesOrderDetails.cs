using AmazonIn.Domain.Orders;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A sales order with everything but the buyer's personal data.</summary>
public sealed record SalesOrderDetails(
    SalesOrderRow Order,
    bool Prime,
    bool Business,
    string? ReplacesOrderId,
    string? ShipToCountry,
    string? PaymentMethod,
    decimal OrderCharges,
    DateTimeOffset? FulfilledAt,
    DateTimeOffset? VoidedAt,
    DateTimeOffset? ContactExpiresAt,
    bool HasContact,
    long WarehouseId,
    string WarehouseName,
    IReadOnlyList<OrderLineRow> Lines,
    IReadOnlyList<CommentRow> Comments,
    IReadOnlyList<OrderFlag> Flags);
