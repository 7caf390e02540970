namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>An order on its way into Amazon's JSON; what is null is left out of it.</summary>
internal sealed class OrderDraft
{
    public required string OrderId { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset LastUpdated { get; init; }

    public required string Status { get; init; }

    public required string FulfilledBy { get; init; }

    public string? SellerOrderId { get; init; }

    public string ChannelName { get; init; } = "AMAZON";

    public string MarketplaceName { get; init; } = Marketplaces.India.Name;

    public string Currency { get; init; } = Marketplaces.India.Currency;

    public List<string> Programs { get; } = [];

    public string? ReplacementOf { get; init; }

    public OrderBuyer? Buyer { get; init; }

    public OrderAddress? Address { get; init; }

    public string? PaymentMethod { get; init; }

    public OrderTaxRegistration? Registration { get; init; }

    public string? InvoiceStatus { get; init; }

    public string? ServiceLevel { get; init; }

    public DateTimeOffset? ShipFrom { get; init; }

    public DateTimeOffset? ShipBy { get; init; }

    public DateTimeOffset? DeliverFrom { get; init; }

    public DateTimeOffset? DeliverBy { get; init; }

    public string? FulfillmentOrderId { get; init; }

    public List<OrderLineDraft> Lines { get; } = [];

    public List<OrderPackage> Packages { get; } = [];
}
