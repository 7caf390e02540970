using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A line of a sales order. Null amounts were not sent by Amazon.</summary>
/// <param name="ByHand">A person changed or added the line.</param>
/// <param name="AddedByHand">Amazon has no such line.</param>
/// <param name="AmazonQuantity">As Amazon has it; null where Amazon has no such line.</param>
/// <param name="AmazonTotal">As Amazon has it; null where it sent no amounts.</param>
public sealed record OrderLineRow(
    long Id,
    int LineNumber,
    string OrderItemId,
    string Sku,
    string? Asin,
    long? ItemId,
    string? Title,
    int Quantity,
    int QuantityFulfilled,
    decimal? UnitPrice,
    decimal? ItemAmount,
    decimal Shipping,
    decimal GiftWrap,
    decimal OtherCharges,
    decimal Discount,
    decimal? Tax,
    IReadOnlyList<TaxAmount> Taxes,
    decimal? Total,
    bool ByHand = false,
    bool AddedByHand = false,
    int? AmazonQuantity = null,
    decimal? AmazonTotal = null)
{
    /// <summary>The line as it stands, for the arithmetic of an edit.</summary>
    public LineFigures Figures => new(
        Sku, Quantity, UnitPrice, new LineAmounts(ItemAmount, Shipping, GiftWrap, OtherCharges, Discount), Tax, Taxes, Total);
}
