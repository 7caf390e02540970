namespace AmazonIn.Domain.Orders;

/// <summary>
/// The amounts of a line before tax, and the one arithmetic of lines: import, editing and the screen all add up by it,
/// in decimals. Null item amount is "not sent", which is not zero.
/// </summary>
/// <param name="ItemAmount">Quantity times unit price, without tax.</param>
/// <param name="Shipping">Charged to the buyer, without tax.</param>
/// <param name="GiftWrap">Charged to the buyer, without tax.</param>
/// <param name="OtherCharges">Cash-on-delivery fee and any other charge.</param>
/// <param name="Discount">Taken off, as a positive amount.</param>
public readonly record struct LineAmounts(
    decimal? ItemAmount,
    decimal Shipping,
    decimal GiftWrap,
    decimal OtherCharges,
    decimal Discount)
{
    /// <summary>What GST is charged on: everything charged with the goods, less the discount (CGST Act s. 15).</summary>
    public decimal? TaxableValue => ItemAmount + Shipping + GiftWrap + OtherCharges - Discount;

    /// <summary>What the line comes to; null while the item amount is missing.</summary>
    public decimal? TotalWith(decimal? tax) => TaxableValue + (tax ?? 0m);
}
