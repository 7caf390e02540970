using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Which sales orders are wanted; null means any.</summary>
/// <param name="Search">Part of the number, the Amazon order id or a line's SKU.</param>
public sealed record SalesOrderFilter(
    string? Search = null,
    long? ChannelId = null,
    OrderStatus? Status = null,
    FulfilledBy? FulfilledBy = null,
    GstTreatment? GstTreatment = null,
    string? PlaceOfSupply = null,
    long? CustomerId = null,
    string? AmazonOrderId = null,
    DateTimeOffset? UpdatedSince = null,
    DateTimeOffset? OrderedFrom = null,
    DateTimeOffset? OrderedTo = null,
    bool NeedsDecisionOnly = false);
