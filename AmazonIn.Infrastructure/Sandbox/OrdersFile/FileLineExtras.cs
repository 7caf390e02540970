namespace AmazonIn.Infrastructure.Sandbox.OrdersFile;

internal sealed record FileLineExtras
{
    public decimal? ItemTax { get; init; }

    public decimal? ShippingPrice { get; init; }

    public decimal? ShippingTax { get; init; }

    public decimal? GiftWrapPrice { get; init; }

    public decimal? GiftWrapTax { get; init; }

    public decimal? ItemDiscount { get; init; }

    public decimal? ShippingDiscount { get; init; }

    public string PromotionIds { get; init; } = "";

    public string PriceDesignation { get; init; } = "";
}
