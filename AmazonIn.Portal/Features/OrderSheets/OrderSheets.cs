using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Customers;
using AmazonIn.Portal.Features.Items;
using AmazonIn.Portal.Features.SalesOrders;

namespace AmazonIn.Portal.Features.OrderSheets;

/// <summary>A sales order in the words and figures of the screen, for paper.</summary>
internal static class OrderSheets
{
    public static OrderSheet Of(
        SalesOrderDetails details, Organisation? organisation, string printedBy, DateTimeOffset now)
    {
        var order = details.Order;
        var zone = organisation?.FindZone() ?? TimeZoneInfo.Utc;
        var sum = OrderSum.Of(details);
        return new OrderSheet(
            order.Number,
            OrderWords.Of(order.Status),
            organisation?.Name ?? string.Empty,
            organisation?.HomeState is { } state ? [$"{GstWords.Of(state)}, India"] : [],
            FactsOf(details, zone),
            [.. details.Lines.Select(line => LineOf(line, order.Currency))],
            SumsOf(sum, details),
            new SheetSum("Total", Remark(sum, order), IndianFormat.Money(sum.Total ?? sum.Sum, order.Currency)),
            [.. details.Comments.Select(comment => new SheetComment(
                comment.Text, $"{comment.Author}, {IndianFormat.DateAndTime(comment.At, zone)}"))],
            Notes,
            $"Printed by {printedBy}, {IndianFormat.DateAndTime(now, zone)}");
    }

    private static IReadOnlyList<string> Notes { get; } =
    [
        "A sales order for the seller's own records. It is not a tax invoice (CGST Act, section 31), and no input tax credit can "
        + "be claimed on it.",
        "Tax amounts are those that Amazon sent, unless a rate was set by hand; the buyer's personal details are left out on purpose.",
    ];

    private static List<SheetFact> FactsOf(SalesOrderDetails details, TimeZoneInfo zone)
    {
        var order = details.Order;
        var paid = order.AmazonOrderId is null ? "made by hand" : $"Paid to Amazon · {details.PaymentMethod ?? "method not sent"}";
        return
        [
            new("Amazon order", order.AmazonOrderId ?? "made by hand"),
            new("Ordered", IndianFormat.DateAndTime(order.OrderedAt, zone)),
            new("Channel", order.ChannelName ?? IndianFormat.Nothing),
            new("Customer", order.CustomerName),
            new("GST treatment", GstWords.Of(order.GstTreatment)),
            new("Place of supply", GstWords.Place(order.PlaceOfSupply, order.GstTreatment) ?? "not known"),
            new("Payment", paid),
            new("Fulfilled by", ItemWords.Of(order.FulfilledBy)),
            new("Tracked in", details.WarehouseName),
        ];
    }

    private static OrderSheetLine LineOf(OrderLineRow line, string currency)
    {
        var charges = line.Shipping + line.GiftWrap + line.OtherCharges;
        return new OrderSheetLine(
            IndianFormat.Count(line.LineNumber),
            line.Title ?? line.Sku,
            line.Title is null ? string.Empty : line.Sku,
            IndianFormat.Count(line.Quantity),
            IndianFormat.Money(line.UnitPrice, currency),
            charges == 0m ? IndianFormat.Nothing : IndianFormat.Money(charges, currency),
            line.Discount == 0m ? IndianFormat.Nothing : IndianFormat.Money(-line.Discount, currency),
            line.Taxes.Count == 0
                ? [new SheetFact(line.Tax is null ? string.Empty : "not split", IndianFormat.Money(line.Tax, currency))]
                : [.. line.Taxes.Select(tax => new SheetFact(tax.Name, IndianFormat.Money(tax.Amount, currency)))],
            IndianFormat.Money(line.Total, currency));
    }

    // The screen names each line again in its sum; on paper the table above says so already.
    private static List<SheetSum> SumsOf(OrderSum sum, SalesOrderDetails details)
    {
        var lines = sum.Rows.Take(details.Lines.Count).ToList();
        var rows = sum.Rows.Skip(lines.Count).Prepend(new SumRow("Items", null, lines.Sum(row => row.Amount)));
        return [.. rows.Select(row => new SheetSum(row.Label, row.Note, IndianFormat.Money(row.Amount, details.Order.Currency)))];
    }

    private static string? Remark(OrderSum sum, SalesOrderRow order) => sum.Verdict switch
    {
        SumVerdict.Equal => null,
        SumVerdict.Differs => $"The amounts above come to {IndianFormat.Money(sum.Sum, order.Currency)}.",
        SumVerdict.CannotTell when order.Status == OrderStatus.Void => "Amazon sends no amounts for what was cancelled.",
        SumVerdict.CannotTell => "Amazon left amounts out, so the sum cannot be checked.",
    };
}
