namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Units held for a line of an order.</summary>
/// <param name="Reference">What people know the order by: Amazon's order id, or our number.</param>
/// <param name="SalesOrderId">Our sales order; null while the order is still pending at Amazon.</param>
/// <param name="SalesOrderNumber">Its number.</param>
/// <param name="SaidAt">When the order last said so.</param>
public sealed record ReservationRow(
    long Id,
    string Reference,
    long? SalesOrderId,
    string? SalesOrderNumber,
    string? ChannelName,
    string WarehouseName,
    int Units,
    DateTimeOffset SaidAt);
