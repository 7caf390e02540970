using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;
using AmazonIn.Portal.Features.Customers;
using AmazonIn.Portal.Features.Items;
using AmazonIn.Portal.Features.SalesOrders;

namespace AmazonIn.Portal.Features.Exports;

/// <summary>
/// Sales orders as a table with a row a line, as books are kept. What belongs to the whole order stands in its first row
/// only, so that columns can be added up.
/// </summary>
internal static class OrderColumns
{
    /// <summary>A line with its order; no line for an order that has none.</summary>
    internal sealed record Row(SalesOrderDetails Details, OrderLineRow? Line, bool IsFirst)
    {
        public SalesOrderRow Order => Details.Order;
    }

    public static IEnumerable<Row> RowsOf(SalesOrderDetails details) => details.Lines.Count == 0
        ? [new Row(details, null, IsFirst: true)]
        : details.Lines.Select((line, at) => new Row(details, line, at == 0));

    public static IReadOnlyList<ExportColumn<Row>> Of(TimeZoneInfo zone) =>
    [
        new("Order", row => TableCell.Of(row.Order.Number), 12),
        new("Amazon order", row => TableCell.Of(row.Order.AmazonOrderId), 22),
        new("Channel", row => TableCell.Of(row.Order.ChannelName)),
        new("Ordered", row => TableCell.At(row.Order.OrderedAt, zone), 18),
        new("Status", row => TableCell.Of(OrderWords.Of(row.Order.Status))),
        new("Fulfilled by", row => TableCell.Of(ItemWords.Of(row.Order.FulfilledBy))),
        new("Fulfilled", row => TableCell.At(row.Details.FulfilledAt, zone), 18),
        new("Customer", row => TableCell.Of(row.Order.CustomerName), 24),
        new("GST treatment", row => TableCell.Of(GstWords.Of(row.Order.GstTreatment)), 20),
        new("Place of supply", row => TableCell.Of(GstWords.Place(row.Order.PlaceOfSupply, row.Order.GstTreatment)), 22),
        new("Payment method", row => TableCell.Of(row.Details.PaymentMethod)),
        new("Warehouse", row => TableCell.Of(row.Details.WarehouseName)),
        new("SKU", row => TableCell.Of(row.Line?.Sku), 20),
        new("ASIN", row => TableCell.Of(row.Line?.Asin)),
        new("Title", row => TableCell.Of(row.Line?.Title), 40),
        new("Quantity", row => row.Line is { } line ? TableCell.Of(line.Quantity) : TableCell.Empty, 10),
        new("Shipped", row => row.Line is { } line ? TableCell.Of(line.QuantityFulfilled) : TableCell.Empty, 10),
        new("Unit price", row => TableCell.Money(row.Line?.UnitPrice)),
        new("Item amount", row => TableCell.Money(row.Line?.ItemAmount)),
        new("Shipping", row => TableCell.Money(row.Line?.Shipping)),
        new("Gift wrap", row => TableCell.Money(row.Line?.GiftWrap)),
        new("Other charges", row => TableCell.Money(row.Line?.OtherCharges)),
        new("Discount", row => TableCell.Money(-row.Line?.Discount)),
        new("IGST", row => Tax(row, TaxComponent.Igst)),
        new("CGST", row => Tax(row, TaxComponent.Cgst)),
        new("SGST", row => Tax(row, TaxComponent.Sgst)),
        new("UTGST", row => Tax(row, TaxComponent.Utgst)),
        new("Tax", row => TableCell.Money(row.Line?.Tax)),
        new("Line total", row => TableCell.Money(row.Line?.Total)),
        new("Charges on the whole order", row => TableCell.Money(row.IsFirst ? row.Details.OrderCharges : null)),
        new("Order total", row => TableCell.Money(row.IsFirst ? row.Order.Total : null)),
        new("Currency", row => TableCell.Of(row.Order.Currency), 10),
    ];

    private static TableCell Tax(Row row, TaxComponent component) => TableCell.Money(row.Line?.Taxes
        .Where(tax => tax.Component == component)
        .Select(tax => (decimal?)tax.Amount)
        .DefaultIfEmpty()
        .Sum(amount => amount ?? 0m) is { } sum and not 0m ? sum : null);
}
