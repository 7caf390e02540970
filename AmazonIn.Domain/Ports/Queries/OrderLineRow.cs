using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A line of a sales order. Null amounts were not sent by Amazon.</summary>
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
    decimal? Total);
