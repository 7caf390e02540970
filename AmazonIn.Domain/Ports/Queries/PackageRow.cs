using AmazonIn.Domain.Orders;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A package with its content and its shipment. Carries no personal data.</summary>
/// <param name="Reference">Amazon's <c>packageReferenceId</c>.</param>
/// <param name="PackedBy">Who of us packed it.</param>
/// <param name="Shipment">Null until it leaves; one that was undone stays.</param>
public sealed record PackageRow(
    long Id,
    string Number,
    long SalesOrderId,
    string OrderNumber,
    string? AmazonOrderId,
    OrderStatus OrderStatus,
    long? ChannelId,
    string? ChannelName,
    int Reference,
    string PackedBy,
    DateTimeOffset PackedAt,
    IReadOnlyList<PackageLineRow> Lines,
    ShipmentRow? Shipment)
{
    public int Units => Lines.Sum(line => line.Quantity);
}
