using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Which shipments are wanted; null means any.</summary>
/// <param name="Search">A number (<c>SHP-00012</c>, <c>PKG-00012</c>, <c>SO-00012</c>), an Amazon order id or its
/// beginning, or part of a tracking number.</param>
public sealed record ShipmentFilter(
    string? Search = null, long? ChannelId = null, ConfirmationState? State = null, long? SalesOrderId = null);
