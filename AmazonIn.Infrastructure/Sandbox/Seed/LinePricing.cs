using AmazonIn.Infrastructure.Sandbox.Orders;

namespace AmazonIn.Infrastructure.Sandbox.Seed;

/// <summary>
/// Turns a shelf price that includes GST into the net amount and the tax beside it that Amazon's samples show.
/// </summary>
/// <remarks>
/// One unit is rounded to the paisa, so its tax is within a paisa of the rate. Of several units the net price is a
/// whole rupee, and so is every fee and discount: their tax at a whole percentage is exact, the line's total stays
/// within a paisa of the rate, and ITEM is always unit price times quantity.
/// </remarks>
internal sealed class LinePricing(decimal shelfPrice, int? gstRate, int quantity)
{
    private readonly decimal factor = (gstRate ?? 0) / 100m;

    /// <summary>Without tax, as Amazon's samples have it.</summary>
    public decimal UnitPrice { get; } = quantity == 1
        ? decimal.Round(shelfPrice / (1 + ((gstRate ?? 0) / 100m)), 2, MidpointRounding.AwayFromZero)
        : decimal.Round(shelfPrice / (1 + ((gstRate ?? 0) / 100m)), 0, MidpointRounding.AwayFromZero);

    /// <summary>A discount of a tenth, in whole rupees; null where that is nothing.</summary>
    public int? TenthInRupees => (int)(UnitPrice * quantity / 10) is > 0 and var tenth ? tenth : null;

    private decimal UnitTax => quantity == 1 ? shelfPrice - UnitPrice : UnitPrice * factor;

    public LineMoney Money(int? shipping, bool shippingWaived, int? giftWrap, int? codFee, int? discount)
    {
        var discountOnShipping = shippingWaived ? -shipping : null;
        return new LineMoney
        {
            Item = UnitPrice * quantity,
            Shipping = shipping,
            GiftWrap = giftWrap,
            CodFee = codFee,
            DiscountOnItem = -discount,
            DiscountOnShipping = discountOnShipping,
            TaxOnItem = gstRate is null ? null : UnitTax * quantity,
            TaxOnShipping = TaxOn(shipping),
            TaxOnGiftWrap = TaxOn(giftWrap),
            TaxOnCodFee = TaxOn(codFee),
            TaxOnDiscount = TaxOn(LineMoney.Sum(-discount, discountOnShipping)),
        };
    }

    private decimal? TaxOn(decimal? net) => gstRate is null ? null : net * factor;
}
