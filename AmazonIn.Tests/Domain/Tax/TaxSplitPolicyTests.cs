using AmazonIn.Domain.Tax;
using CsCheck;

namespace AmazonIn.Tests.Domain.Tax;

public sealed class TaxSplitPolicyTests
{
    private static readonly GstState Karnataka = GstState.Find("29")!;
    private static readonly GstState Maharashtra = GstState.Find("27")!;

    [Fact]
    [Trait("Row", "T1")]
    [Trait("Row", "T2")]
    public void Between_states_the_whole_amount_is_igst_at_zero_percent()
    {
        var taxes = TaxSplitPolicy.Split(89.91m, Karnataka, Maharashtra);

        Assert.Equal([new TaxAmount(TaxComponent.Igst, 0m, 89.91m)], taxes);
        Assert.Equal("IGST0", taxes[0].Name);
    }

    [Fact]
    [Trait("Row", "T2")]
    public void Abroad_is_between_states() =>
        Assert.Equal([new TaxAmount(TaxComponent.Igst, 0m, 5m)], TaxSplitPolicy.Split(5m, Karnataka, null));

    [Theory]
    [InlineData("12.34", "6.17", "6.17")]
    [InlineData("12.35", "6.18", "6.17")]
    [InlineData("0.01", "0.01", "0.00")]
    [InlineData("0", "0", "0")]
    [InlineData("-12.35", "-6.18", "-6.17")]
    [Trait("Row", "T3")]
    public void Within_a_state_the_odd_paisa_goes_to_cgst(string amount, string central, string state)
    {
        var taxes = TaxSplitPolicy.Split(Parse(amount), Karnataka, Karnataka);

        Assert.Equal(["CGST0", "SGST0"], taxes.Select(tax => tax.Name));
        Assert.Equal([Parse(central), Parse(state)], taxes.Select(tax => tax.Amount));
    }

    [Fact]
    [Trait("Row", "T3")]
    public void The_halves_always_add_up_to_what_amazon_sent() =>
        Gen.Int[-10_000_000, 10_000_000].Sample(paise =>
        {
            var amount = paise / 100m;
            return TaxSplitPolicy.Split(amount, Karnataka, Karnataka).Sum(tax => tax.Amount) == amount;
        });

    [Fact]
    [Trait("Row", "T4")]
    public void Only_union_territories_without_a_legislature_levy_utgst()
    {
        var levyingUtgst = GstState.All
            .Where(state => TaxSplitPolicy.Split(10m, state, state).Any(tax => tax.Component == TaxComponent.Utgst))
            .Select(state => state.Code);

        Assert.Equal(["04", "26", "31", "35", "38"], levyingUtgst);
    }

    [Fact]
    [Trait("Row", "T2")]
    [Trait("Row", "T4")]
    public void Every_pair_of_states_is_within_or_between()
    {
        foreach (var home in GstState.All)
        {
            foreach (var place in GstState.All)
            {
                var taxes = TaxSplitPolicy.Split(10.01m, home, place);

                Assert.Equal(home == place ? 2 : 1, taxes.Count);
                Assert.All(taxes, tax => Assert.Equal(0m, tax.Rate));
                Assert.Equal(10.01m, taxes.Sum(tax => tax.Amount));
            }
        }
    }

    private static decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
