namespace AmazonIn.Infrastructure.Sandbox.Orders;

internal sealed record OrderLineDraft
{
    public required string OrderItemId { get; init; }

    public required int Quantity { get; init; }

    public required string Sku { get; init; }

    public string? Asin { get; init; }

    public string? Title { get; init; }

    public decimal? UnitPrice { get; init; }

    public bool BusinessPrice { get; init; }

    public LineMoney Money { get; init; } = new();

    public IReadOnlyList<string> Promotions { get; init; } = [];

    public string? CancelRequestReason { get; init; }

    public string? CancelledBy { get; init; }

    public string? CancelReason { get; init; }

    public int Fulfilled { get; init; }

    public int Unfulfilled { get; init; }

    public string? GiftMessage { get; init; }

    public string? GiftWrapLevel { get; init; }

    public bool CashOnDelivery { get; init; }
}
