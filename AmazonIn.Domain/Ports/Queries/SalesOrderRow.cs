using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A sales order as the list shows it. Carries no personal data.</summary>
public sealed record SalesOrderRow(
    long Id,
    string Number,
    long? ChannelId,
    string? ChannelName,
    string? AmazonOrderId,
    OrderStatus Status,
    FulfilledBy FulfilledBy,
    bool EasyShip,
    DateTimeOffset OrderedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? ShipBy,
    long? CustomerId,
    string CustomerName,
    GstState? PlaceOfSupply,
    GstTreatment GstTreatment,
    int Units,
    string Currency,
    decimal? Total,
    bool NeedsDecision,
    bool CancelRequestedByBuyer);
