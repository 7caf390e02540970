using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Privacy;

namespace AmazonIn.Domain.Orders;

/// <summary>
/// What a marketplace says of an order at one moment, in our terms. Personal data is split off into
/// <see cref="Contact"/>; everything else may be stored and shown.
/// </summary>
public sealed record MarketplaceOrder
{
    public required string OrderId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Amazon's last update: of two answers the one with the later value holds.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    public required MarketplaceOrderStatus Status { get; init; }

    /// <summary>The status as Amazon wrote it, for a flag when it is unknown.</summary>
    public string? StatusText { get; init; }

    public FulfilledBy FulfilledBy { get; init; }

    /// <summary>Amazon collects the parcel itself (India's Easy Ship).</summary>
    public bool EasyShip { get; init; }

    public bool Prime { get; init; }

    public bool Business { get; init; }

    /// <summary>The order this one replaces or is exchanged for.</summary>
    public string? ReplacesOrderId { get; init; }

    /// <summary>State of the delivery address as written. Not personal by Amazon's list.</summary>
    public string? ShipToState { get; init; }

    public string? ShipToCountry { get; init; }

    public string? PaymentMethod { get; init; }

    public required string Currency { get; init; }

    public decimal? GrandTotal { get; init; }

    /// <summary>Charges of the order that are on no line, such as a delivery tip.</summary>
    public decimal OrderCharges { get; init; }

    public DateTimeOffset? ShipBy { get; init; }

    /// <summary>The latest ship time among the packages, where Amazon tells.</summary>
    public DateTimeOffset? ShippedAt { get; init; }

    public bool CancelRequestedByBuyer { get; init; }

    /// <summary>A text held characters that cannot be stored and was repaired.</summary>
    public bool TextRepaired { get; init; }

    public required IReadOnlyList<MarketplaceOrderLine> Lines { get; init; }

    /// <summary>Null where Amazon withheld it, or had none to give.</summary>
    public BuyerContact? Contact { get; init; }

    /// <summary>False when it came from a report, which lacks the buyer: what is missing then says nothing.</summary>
    public bool Complete { get; init; } = true;

    public override string ToString() => $"Amazon order {OrderId}";
}
