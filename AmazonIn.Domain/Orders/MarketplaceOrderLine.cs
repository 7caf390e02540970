namespace AmazonIn.Domain.Orders;

/// <summary>A line as a marketplace sends it, already read into numbers. Null amounts were not sent.</summary>
public sealed record MarketplaceOrderLine
{
    public required string OrderItemId { get; init; }

    public required string Sku { get; init; }

    public string? Asin { get; init; }

    public string? Title { get; init; }

    public required int Quantity { get; init; }

    public int QuantityFulfilled { get; init; }

    public decimal? UnitPrice { get; init; }

    public decimal? ItemAmount { get; init; }

    public decimal Shipping { get; init; }

    public decimal GiftWrap { get; init; }

    public decimal OtherCharges { get; init; }

    /// <summary>Positive: what is taken off.</summary>
    public decimal Discount { get; init; }

    public decimal? Tax { get; init; }

    /// <summary>What Amazon calls the proceeds total of the line.</summary>
    public decimal? Total { get; init; }
}
