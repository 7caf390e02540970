using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Tax;
using CsCheck;

namespace AmazonIn.Tests.Domain.Orders;

public sealed class OrderEditPolicyTests
{
    private static readonly GstState Karnataka = GstState.Find("29")!;
    private static readonly PlaceOfSupply Here = new(Karnataka, Abroad: false);
    private static readonly PlaceOfSupply There = new(GstState.Find("27"), Abroad: false);

    [Fact]
    [Trait("Row", "O3")]
    public void An_edit_that_changes_nothing_leaves_every_figure()
    {
        var line = Line(tax: 89.99m) with { Total = 590.00m };

        var outcome = Apply([new EditedLine(line, LineEdit.Of(1, line))]);

        var same = Assert.Single(outcome.Lines);
        Assert.False(same.Changed);
        Assert.Equal((89.99m, 590.00m), (same.Tax, same.Total));
        Assert.Equal(line.Taxes, same.Taxes);
    }

    [Fact]
    [Trait("Row", "T5")]
    public void A_rate_on_some_lines_takes_Amazons_tax_from_the_others_and_names_it()
    {
        var first = Line("KURTA");
        var second = Line("DUPATTA", tax: 12.50m);

        var outcome = Apply(
        [
            new EditedLine(first, LineEdit.Of(1, first) with { Rate = 18m }),
            new EditedLine(second, LineEdit.Of(2, second)),
        ]);

        Assert.Equal([new TaxLoss(2, "DUPATTA", 12.50m)], outcome.Losses);
        Assert.Equal(["IGST18"], outcome.Lines[0].Taxes.Select(tax => tax.Name));
        Assert.Equal((90.00m, 0m), (outcome.Lines[0].Tax, outcome.Lines[1].Tax));
        Assert.True(outcome.Lines[1].Changed);
        Assert.Equal(1090.00m, outcome.Total);
    }

    [Fact]
    [Trait("Row", "T5")]
    public void A_rate_on_every_line_loses_nothing()
    {
        var first = Line("KURTA");
        var second = Line("DUPATTA", tax: 12.50m);

        var outcome = Apply(
        [
            new EditedLine(first, LineEdit.Of(1, first) with { Rate = 18m }),
            new EditedLine(second, LineEdit.Of(2, second) with { Rate = 5m }),
        ]);

        Assert.Empty(outcome.Losses);
        Assert.Equal(115.00m, outcome.Tax);
    }

    [Fact]
    [Trait("Row", "T5")]
    public void A_changed_value_at_zero_percent_loses_Amazons_tax_too()
    {
        var line = Line();

        var outcome = Apply([new EditedLine(line, LineEdit.Of(1, line) with { Quantity = 2 })]);

        Assert.Equal([new TaxLoss(1, "KURTA", 90.00m)], outcome.Losses);
        Assert.Equal((1000.00m, 1000.00m), (outcome.Taxable, outcome.Total));
    }

    [Fact]
    [Trait("Row", "T5")]
    public void A_line_set_to_nothing_is_no_loss_to_warn_of()
    {
        var line = Line();

        var outcome = Apply([new EditedLine(line, LineEdit.Of(1, line) with { Quantity = 0 })]);

        Assert.Empty(outcome.Losses);
        Assert.Equal((0m, 0m), (outcome.Tax, outcome.Total));
    }

    [Fact]
    [Trait("Row", "T3")]
    [Trait("Row", "T5")]
    public void Within_the_home_state_a_slab_becomes_halves_and_the_odd_paisa_is_central()
    {
        var line = Line(itemAmount: 500.05m);

        var outcome = Apply([new EditedLine(line, LineEdit.Of(1, line) with { Rate = 5m })], Here);

        Assert.Equal(["CGST2.5", "SGST2.5"], outcome.Lines[0].Taxes.Select(tax => tax.Name));
        Assert.Equal(25.00m, outcome.Tax);
        Assert.Equal([12.50m, 12.50m], outcome.Lines[0].Taxes.Select(tax => tax.Amount));
    }

    [Fact]
    [Trait("Row", "T4")]
    [Trait("Row", "T5")]
    public void In_a_union_territory_without_a_legislature_a_slab_becomes_UTGST()
    {
        var chandigarh = GstState.Find("04")!;
        var place = new PlaceOfSupply(chandigarh, Abroad: false);
        var line = Line();

        var outcome = OrderEditPolicy.Apply(
            [new EditedLine(line, LineEdit.Of(1, line) with { Rate = 18m })], There, place, chandigarh, 0m);

        Assert.Equal(["CGST9", "UTGST9"], outcome.Lines[0].Taxes.Select(tax => tax.Name));
    }

    [Fact]
    [Trait("Row", "T2")]
    public void Another_place_of_supply_splits_the_same_tax_anew()
    {
        var line = Line();

        var outcome = OrderEditPolicy.Apply([new EditedLine(line, LineEdit.Of(1, line))], There, Here, Karnataka, 0m);

        Assert.False(outcome.Lines[0].Changed);
        Assert.Equal(["CGST0", "SGST0"], outcome.Lines[0].Taxes.Select(tax => tax.Name));
        Assert.Equal(90.00m, outcome.Tax);
    }

    [Fact]
    public void Amounts_that_Amazon_never_sent_stay_missing_until_a_price_is_given()
    {
        var line = Line() with { UnitPrice = null, Amounts = default, Tax = null, Taxes = [], Total = null };

        var untouched = Apply([new EditedLine(line, LineEdit.Of(1, line))]).Lines[0];
        var priced = Apply([new EditedLine(line, LineEdit.Of(1, line) with { UnitPrice = 10m, Rate = 18m })]).Lines[0];

        Assert.Equal((null, null), (untouched.Tax, untouched.Total));
        Assert.Equal((1.80m, 11.80m), (priced.Tax, priced.Total));
    }

    [Fact]
    [Trait("Row", "T5")]
    [Trait("Row", "O3")]
    public void Every_sum_is_exact_to_the_paisa_and_components_add_up() =>
        Gen.Select(Gen.Int[0, 50], Gen.Int[0, 10_000_000], Gen.Int[0, 50_000], Gen.Int[0, 7], Gen.Bool, Gen.Int[0, 99_999])
            .Array[1, 6]
            .Sample(rows =>
            {
                var place = rows[0].Item5 ? Here : There;
                var lines = rows.Select((row, index) =>
                {
                    var before = Line($"SKU-{index}", tax: row.Item6 / 100m);
                    return new EditedLine(before, LineEdit.Of(index + 1, before) with
                    {
                        Quantity = row.Item1,
                        UnitPrice = row.Item2 / 100m,
                        Shipping = row.Item3 / 100m,
                        Rate = TaxRate.Slabs[row.Item4],
                    });
                }).ToList();

                var outcome = OrderEditPolicy.Apply(lines, There, place, Karnataka, 5m);

                return outcome.Total == outcome.Taxable + outcome.Tax + 5m
                    && decimal.Round(outcome.Total, 2) == outcome.Total
                    && outcome.Lines.All(line => line.Taxes.Sum(tax => tax.Amount) == line.Tax
                        && line.Taxes.Sum(tax => tax.Rate) == line.Wanted.Rate
                        && line.Total == line.Amounts.TaxableValue + line.Tax)
                    && outcome.Losses.All(loss => loss.Amount > 0m);
            });

    private static OrderOutcome Apply(IReadOnlyList<EditedLine> lines, PlaceOfSupply? place = null) =>
        OrderEditPolicy.Apply(lines, place ?? There, place ?? There, Karnataka, 0m);

    private static LineFigures Line(string sku = "KURTA", decimal itemAmount = 500.00m, decimal tax = 90.00m) => new(
        sku,
        1,
        itemAmount,
        new LineAmounts(itemAmount, 0m, 0m, 0m, 0m),
        tax,
        [new TaxAmount(TaxComponent.Igst, 0m, tax)],
        itemAmount + tax);
}
