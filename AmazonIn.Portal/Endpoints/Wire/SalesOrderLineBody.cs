namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>A line of a sales order made by hand; amounts are without tax.</summary>
/// <param name="TaxRate">The whole tax in percent, one of the GST slabs; none is zero.</param>
internal sealed record SalesOrderLineBody(
    string? Sku,
    int? Quantity,
    MoneyJson? UnitPrice,
    MoneyJson? Shipping,
    MoneyJson? GiftWrap,
    MoneyJson? Discount,
    decimal? TaxRate);
