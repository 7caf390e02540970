using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Features.Shipping;

namespace AmazonIn.Portal.Features.Exports;

/// <summary>Packages with a row a line, and shipments with a row each.</summary>
internal static class ParcelColumns
{
    /// <summary>Units of a line in a package.</summary>
    internal sealed record PackedLine(PackageRow Package, PackageLineRow Line);

    public static IEnumerable<PackedLine> RowsOf(PackageRow package) => package.Lines.Select(line => new PackedLine(package, line));

    public static IReadOnlyList<ExportColumn<PackedLine>> OfPackages(TimeZoneInfo zone) =>
    [
        new("Package", row => TableCell.Of(row.Package.Number)),
        new("Order", row => TableCell.Of(row.Package.OrderNumber)),
        new("Amazon order", row => TableCell.Of(row.Package.AmazonOrderId), 22),
        new("Channel", row => TableCell.Of(row.Package.ChannelName)),
        new("Packed", row => TableCell.At(row.Package.PackedAt, zone), 18),
        new("Packed by", row => TableCell.Of(row.Package.PackedBy)),
        new("SKU", row => TableCell.Of(row.Line.Sku), 20),
        new("Title", row => TableCell.Of(row.Line.Title), 40),
        new("Quantity", row => TableCell.Of(row.Line.Quantity), 10),
        new("Carrier", row => TableCell.Of(row.Package.Shipment?.Carrier)),
        new("Tracking number", row => TableCell.Of(row.Package.Shipment?.TrackingNumber), 22),
        new("Shipped", row => TableCell.At(row.Package.Shipment?.ShippedAt, zone), 18),
    ];

    public static IReadOnlyList<ExportColumn<ShipmentRow>> OfShipments(TimeZoneInfo zone) =>
    [
        new("Shipment", row => TableCell.Of(row.Number)),
        new("Package", row => TableCell.Of(row.PackageNumber)),
        new("Order", row => TableCell.Of(row.OrderNumber)),
        new("Amazon order", row => TableCell.Of(row.AmazonOrderId), 22),
        new("Channel", row => TableCell.Of(row.ChannelName)),
        new("Carrier", row => TableCell.Of(row.Carrier), 18),
        new("Tracking number", row => TableCell.Of(row.TrackingNumber), 22),
        new("Shipped", row => TableCell.At(row.ShippedAt, zone), 18),
        new("Units", row => TableCell.Of(row.Units), 10),
        new("State", row => TableCell.Of(ShippingWords.Of(row.State)), 20),
        new("Answer", row => TableCell.Of(row.Answer), 40),
    ];
}
