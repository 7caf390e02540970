using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Tax;
using CsCheck;

namespace AmazonIn.Tests.Domain.Tax;

public sealed class TaxSuggestionPolicyTests
{
    [Theory]
    [InlineData("64.41", "357.83", "18")]
    [InlineData("90.00", "500.00", "18")]
    [InlineData("22.86", "457.14", "5")]
    [InlineData("22.87", "457.14", "5")]
    [InlineData("60.00", "500.00", "12")]
    [InlineData("1.25", "500.00", "0.25")]
    [Trait("Row", "T6")]
    public void The_slab_that_the_amount_implies_is_suggested(string tax, string taxable, string slab) =>
        Assert.Equal(Parse(slab), TaxSuggestionPolicy.Suggest(Parse(tax), Parse(taxable)));

    [Theory]
    [InlineData("64.41", "380.00")]
    [InlineData("22.89", "457.14")]
    [InlineData("0.01", "0.10")]
    [InlineData("0", "500.00")]
    [InlineData("5", "0")]
    [InlineData("-5", "100")]
    [Trait("Row", "T6")]
    public void Nothing_is_suggested_where_no_slab_or_more_than_one_fits(string tax, string taxable) =>
        Assert.Null(TaxSuggestionPolicy.Suggest(Parse(tax), Parse(taxable)));

    [Fact]
    [Trait("Row", "T6")]
    public void Missing_amounts_suggest_nothing()
    {
        Assert.Null(TaxSuggestionPolicy.Suggest(null, 100m));
        Assert.Null(TaxSuggestionPolicy.Suggest(5m, null));
    }

    [Fact]
    [Trait("Row", "T6")]
    public void Whatever_was_charged_at_a_slab_is_read_back_as_that_slab() =>
        Gen.Select(Gen.Int[1_000, 100_000_000], Gen.Int[1, TaxRate.Slabs.Count - 1]).Sample((paise, index) =>
        {
            var (value, slab) = (paise / 100m, TaxRate.Slabs[index]);
            return TaxSuggestionPolicy.Suggest(OrderEditPolicy.TaxOn(value, slab), value) == slab;
        });

    private static decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
