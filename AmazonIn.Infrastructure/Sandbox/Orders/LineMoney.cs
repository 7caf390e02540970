namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>
/// The money of one order line by Amazon's breakdown types. Null is "Amazon sent nothing", which is not zero.
/// Discounts are negative, so that the breakdowns add up to the total; no sample of Amazon's contains one.
/// </summary>
internal sealed record LineMoney
{
    public decimal? Item { get; init; }

    public decimal? Shipping { get; init; }

    public decimal? GiftWrap { get; init; }

    public decimal? CodFee { get; init; }

    public decimal? DiscountOnItem { get; init; }

    public decimal? DiscountOnShipping { get; init; }

    public decimal? TaxOnItem { get; init; }

    public decimal? TaxOnShipping { get; init; }

    public decimal? TaxOnGiftWrap { get; init; }

    public decimal? TaxOnCodFee { get; init; }

    public decimal? TaxOnDiscount { get; init; }

    public decimal? Discount => Sum(DiscountOnItem, DiscountOnShipping);

    public decimal? Tax => Sum(TaxOnItem, TaxOnShipping, TaxOnGiftWrap, TaxOnCodFee, TaxOnDiscount);

    public decimal? Total => Sum(Item, Shipping, GiftWrap, CodFee, Discount, Tax);

    /// <summary>The sum of what is there; null where nothing is.</summary>
    public static decimal? Sum(params ReadOnlySpan<decimal?> amounts)
    {
        decimal? sum = null;
        foreach (var amount in amounts)
        {
            if (amount is { } value)
            {
                sum = (sum ?? 0) + value;
            }
        }

        return sum;
    }
}
