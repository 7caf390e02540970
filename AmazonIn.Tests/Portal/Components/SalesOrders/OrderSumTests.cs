using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;
using AmazonIn.Portal.Features.SalesOrders;

namespace AmazonIn.Tests.Portal.Components.SalesOrders;

[Trait("Row", "O3")]
public sealed class OrderSumTests
{
    [Fact]
    public void An_order_is_written_out_row_by_row_and_equals_Amazons_total()
    {
        var order = AnOrder.Details(
            AnOrder.Row(total: 1196.02m),
            [
                AnOrder.Line(),
                AnOrder.Line(2, "LAMP", unitPrice: 100m, quantity: 1, itemAmount: 100m, shipping: 0m, giftWrap: 30m, other: 15m, discount: 0m, tax: 5m, total: 150m),
            ],
            orderCharges: 40.01m);

        var sum = OrderSum.Of(order);

        Assert.Equal(
            [
                new SumRow("2 × ₹499.00", "KET-BLU-1L", 998m),
                new SumRow("1 × ₹100.00", "LAMP", 100m),
                new SumRow("Shipping", null, 40m),
                new SumRow("Gift wrap", null, 30m),
                new SumRow("Other charges", "such as the cash-on-delivery fee", 15m),
                new SumRow("Discount", null, -50m),
                new SumRow("Tax IGST0", null, 23.01m),
                new SumRow("Charges on the whole order", "such as a delivery tip", 40.01m),
            ],
            sum.Rows);
        Assert.Equal((1196.02m, SumVerdict.Equal), (sum.Sum, sum.Verdict));
    }

    [Fact]
    public void A_paisa_that_is_missing_shows()
    {
        var sum = OrderSum.Of(AnOrder.Details(AnOrder.Row(total: 1006.02m)));

        Assert.Equal((SumVerdict.Differs, 0.01m), (sum.Verdict, sum.Difference));
    }

    [Fact]
    [Trait("Row", "T3")]
    public void The_halves_of_the_tax_are_rows_that_add_up_to_it()
    {
        var line = AnOrder.Line(taxes:
        [
            new TaxAmount(TaxComponent.Cgst, 0m, 9.01m),
            new TaxAmount(TaxComponent.Sgst, 0m, 9m),
        ]);

        var sum = OrderSum.Of(AnOrder.Details(lines: [line]));

        Assert.Contains(new SumRow("Tax CGST0", null, 9.01m), sum.Rows);
        Assert.Contains(new SumRow("Tax SGST0", null, 9m), sum.Rows);
        Assert.Equal(SumVerdict.Equal, sum.Verdict);
    }

    [Fact]
    public void Tax_that_is_not_split_still_counts()
    {
        var sum = OrderSum.Of(AnOrder.Details(lines: [AnOrder.Line(taxes: [])]));

        Assert.Contains(new SumRow("Tax", "not split into components", 18.01m), sum.Rows);
        Assert.Equal(SumVerdict.Equal, sum.Verdict);
    }

    [Fact]
    public void A_line_total_that_is_not_the_sum_of_its_parts_gets_a_row_for_the_difference()
    {
        var order = AnOrder.Details(AnOrder.Row(total: 1006.51m), [AnOrder.Line(total: 1006.51m)]);

        var sum = OrderSum.Of(order);

        Assert.Equal(0.5m, sum.Rows.Single(row => row.Label == "Difference on a line").Amount);
        Assert.Equal(SumVerdict.Equal, sum.Verdict);
    }

    [Fact]
    public void A_line_without_parts_counts_as_a_whole()
    {
        var line = AnOrder.Line(unitPrice: null, itemAmount: null, tax: null, total: 1006.01m);

        var sum = OrderSum.Of(AnOrder.Details(lines: [line]));

        Assert.Equal(new SumRow("Line 1", "KET-BLU-1L, with everything on it: Amazon sent no parts", 1006.01m), sum.Rows[0]);
        Assert.Equal(SumVerdict.Equal, sum.Verdict);
    }

    [Fact]
    public void Amounts_that_Amazon_did_not_send_are_missing_and_never_zero()
    {
        var line = AnOrder.Line(unitPrice: null, itemAmount: null, shipping: 0m, discount: 0m, tax: null, total: null);

        var sum = OrderSum.Of(AnOrder.Details(AnOrder.Row(total: null), [line]));

        Assert.Null(sum.Rows[0].Amount);
        Assert.Null(sum.Total);
        Assert.Equal(SumVerdict.CannotTell, sum.Verdict);
    }

    [Fact]
    public void Tax_that_Amazon_did_not_send_is_a_row_without_an_amount()
    {
        var line = AnOrder.Line(tax: null, total: 988m);

        var sum = OrderSum.Of(AnOrder.Details(AnOrder.Row(total: 988m), [line]));

        Assert.Contains(new SumRow("Tax", null, null), sum.Rows);
        Assert.Equal(SumVerdict.Equal, sum.Verdict);
    }

    [Fact]
    public void An_item_amount_that_is_not_quantity_times_price_is_not_written_as_one()
    {
        var line = AnOrder.Line(unitPrice: 333.33m, quantity: 3, itemAmount: 1000m, total: 1008.01m);

        Assert.Equal(
            new SumRow("3 units", "KET-BLU-1L", 1000m),
            OrderSum.Of(AnOrder.Details(AnOrder.Row(total: 1008.01m), [line])).Rows[0]);
    }

    [Fact]
    public void The_rows_always_add_up_to_the_sum_by_the_imports_own_rule()
    {
        OrderLineRow[] lines =
        [
            AnOrder.Line(),
            AnOrder.Line(2, unitPrice: null, itemAmount: null, tax: null, total: 77.77m),
            AnOrder.Line(3, total: null),
            AnOrder.Line(4, total: 1000m),
        ];

        var sum = OrderSum.Of(AnOrder.Details(lines: lines, orderCharges: -3.5m));

        var expected = lines.Sum(line => line.Total ?? OrderSum.Parts(line) ?? 0m) - 3.5m;
        Assert.Equal(expected, sum.Sum);
        Assert.Equal(expected, sum.Rows.Sum(row => row.Amount ?? 0m));
    }
}
