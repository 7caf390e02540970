using AmazonIn.Domain.Stock;

namespace AmazonIn.Tests.Domain.Stock;

public sealed class StockAdjustmentPolicyTests
{
    [Theory]
    [InlineData(10, 7, null, -3)]
    [InlineData(10, 10, null, 0)]
    [InlineData(-2, 5, null, 7)]
    [InlineData(10, null, -10, -10)]
    [InlineData(0, null, 1_000_000, 1_000_000)]
    public void Change_is_the_difference_to_what_is_on_hand(int onHand, int? quantity, int? delta, int change) =>
        Assert.Equal(change, StockAdjustmentPolicy.Decide(onHand, quantity, delta).Value);

    [Theory]
    [InlineData(10, null, null, "stock.quantity-or-delta")]
    [InlineData(10, 1, 1, "stock.quantity-or-delta")]
    [InlineData(10, -1, null, "stock.negative")]
    [InlineData(10, null, -11, "stock.negative")]
    [InlineData(10, null, 0, "stock.no-change")]
    [InlineData(10, 1_000_001, null, "stock.too-many")]
    [InlineData(10, int.MaxValue, null, "stock.too-many")]
    [InlineData(10, null, int.MinValue, "stock.too-many")]
    [InlineData(10, null, int.MaxValue, "stock.too-many")]
    [InlineData(10, null, 999_991, "stock.too-many")]
    [Trait("Row", "K1")]
    public void Negative_huge_and_shapeless_adjustments_are_refused(int onHand, int? quantity, int? delta, string code) =>
        Assert.Equal(code, StockAdjustmentPolicy.Decide(onHand, quantity, delta).Error?.Code);
}
