using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>A line of a sales order. Null amounts were not sent by Amazon, which is not zero.</summary>
internal sealed record OrderLineJson(
    long Id,
    string Sku,
    long? ItemId,
    string? Title,
    int Quantity,
    int QuantityFulfilled,
    MoneyJson? UnitPrice,
    MoneyJson Shipping,
    MoneyJson GiftWrap,
    MoneyJson Discount,
    MoneyJson? Tax,
    IReadOnlyList<TaxJson> Taxes,
    MoneyJson? Total)
{
    public static OrderLineJson Of(OrderLineRow line, string currency) => new(
        line.Id,
        line.Sku,
        line.ItemId,
        line.Title,
        line.Quantity,
        line.QuantityFulfilled,
        MoneyJson.Of(line.UnitPrice, currency),
        MoneyJson.Of(line.Shipping, currency),
        MoneyJson.Of(line.GiftWrap, currency),
        MoneyJson.Of(line.Discount, currency),
        MoneyJson.Of(line.Tax, currency),
        [.. line.Taxes.Select(tax => TaxJson.Of(tax, currency))],
        MoneyJson.Of(line.Total, currency));
}
