using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>
/// An order's sum as a person would check it: the lines, then each kind of charge, then what they come to beside
/// Amazon's total. By the same rule as the import's own check: a line counts with the total that Amazon sent for it, and
/// where that differs from the line's parts the difference is a row of its own.
/// </summary>
/// <param name="Rows">They add up to <paramref name="Sum"/>.</param>
/// <param name="Sum">What the rows come to, missing amounts left out.</param>
/// <param name="Total">Amazon's grand total; null where it sent none.</param>
internal sealed record OrderSum(IReadOnlyList<SumRow> Rows, decimal Sum, decimal? Total, SumVerdict Verdict)
{
    /// <summary>What Amazon's total is more than the sum.</summary>
    public decimal Difference => (Total ?? Sum) - Sum;

    public static OrderSum Of(SalesOrderDetails details)
    {
        var currency = details.Order.Currency;
        var inParts = details.Lines.Where(line => Parts(line) is not null).ToList();
        var rows = new List<SumRow>();
        rows.AddRange(details.Lines.Select(line => LineRow(line, currency)));
        rows.Add(new SumRow("Shipping", null, inParts.Sum(line => line.Shipping)));
        rows.Add(new SumRow("Gift wrap", null, inParts.Sum(line => line.GiftWrap)));
        AddUnlessZero(rows, "Other charges", "such as the cash-on-delivery fee", inParts.Sum(line => line.OtherCharges));
        rows.Add(new SumRow("Discount", null, -inParts.Sum(line => line.Discount)));
        rows.AddRange(TaxRows(inParts));
        foreach (var line in inParts)
        {
            AddUnlessZero(
                rows,
                "Difference on a line",
                $"Amazon's line total of {line.Sku} is not the sum of its parts",
                (line.Total ?? Parts(line)!.Value) - Parts(line)!.Value);
        }

        AddUnlessZero(rows, "Charges on the whole order", "such as a delivery tip", details.OrderCharges);
        var sum = rows.Sum(row => row.Amount ?? 0m);
        var total = details.Order.Total;
        var missing = details.Lines.Any(line => line.Quantity > 0 && (line.Total ?? Parts(line)) is null);
        var verdict = total is null || missing ? SumVerdict.CannotTell
            : sum == total ? SumVerdict.Equal
            : SumVerdict.Differs;
        return new OrderSum(rows, sum, total, verdict);
    }

    /// <summary>What the parts of a line come to; null where Amazon sent no item amount.</summary>
    public static decimal? Parts(OrderLineRow line) => line.Figures.Amounts.TotalWith(line.Tax);

    private static SumRow LineRow(OrderLineRow line, string currency) =>
        line.ItemAmount is not { } amount
            ? new SumRow(
                $"Line {line.LineNumber}",
                line.Total is null ? line.Sku : $"{line.Sku}, with everything on it: Amazon sent no parts",
                line.Total)
        : line.UnitPrice is { } price && price * line.Quantity == amount
            ? new SumRow($"{IndianFormat.Count(line.Quantity)} × {IndianFormat.Money(price, currency)}", line.Sku, amount)
        : new SumRow(IndianFormat.Plural(line.Quantity, "unit"), line.Sku, amount);

    // What is not split into components, because the place of supply is not known, stands in a row of its own.
    private static IEnumerable<SumRow> TaxRows(List<OrderLineRow> lines)
    {
        if (lines.Count > 0 && lines.TrueForAll(line => line.Tax is null))
        {
            yield return new SumRow("Tax", null, null);
            yield break;
        }

        var components = lines.SelectMany(line => line.Taxes)
            .GroupBy(tax => (tax.Component, tax.Rate))
            .OrderBy(group => group.Key.Component)
            .ThenBy(group => group.Key.Rate);
        var split = 0m;
        foreach (var component in components)
        {
            var amount = component.Sum(tax => tax.Amount);
            split += amount;
            yield return new SumRow("Tax " + TaxAmount.NameOf(component.Key.Component, component.Key.Rate), null, amount);
        }

        var rest = lines.Sum(line => line.Tax ?? 0m) - split;
        if (rest != 0m || split == 0m && !lines.Exists(line => line.Taxes.Count > 0))
        {
            yield return new SumRow("Tax", rest == 0m ? null : "not split into components", rest);
        }
    }

    private static void AddUnlessZero(List<SumRow> rows, string label, string note, decimal amount)
    {
        if (amount != 0m)
        {
            rows.Add(new SumRow(label, note, amount));
        }
    }
}
