using System.Text.Json.Serialization;
using AmazonIn.Infrastructure.SpApi.Json;

namespace AmazonIn.Infrastructure.SpApi.Orders.Wire;

/// <summary>
/// Amazon's <c>Order</c> (Orders API 2026-01-01), as far as it is used. Everything may be missing; the translator
/// decides what must be there. Printing it shows nothing, because it holds a buyer.
/// </summary>
internal sealed record WireOrder
{
    public string? OrderId { get; init; }

    [JsonConverter(typeof(WireTimeConverter))]
    public DateTimeOffset? CreatedTime { get; init; }

    [JsonConverter(typeof(WireTimeConverter))]
    public DateTimeOffset? LastUpdatedTime { get; init; }

    public IReadOnlyList<string?>? Programs { get; init; }

    public IReadOnlyList<WireAssociatedOrder?>? AssociatedOrders { get; init; }

    public WireBuyer? Buyer { get; init; }

    public WireRecipient? Recipient { get; init; }

    public WireOrderProceeds? Proceeds { get; init; }

    public WirePayment? Payment { get; init; }

    public WireOrderTax? Tax { get; init; }

    public WireOrderFulfillment? Fulfillment { get; init; }

    public IReadOnlyList<WireOrderItem?>? OrderItems { get; init; }

    public IReadOnlyList<WirePackage?>? Packages { get; init; }

    public override string ToString() => "[order]";
}

internal sealed record WireAssociatedOrder
{
    public string? OrderId { get; init; }

    public string? AssociationType { get; init; }
}

internal sealed record WireOrderFulfillment
{
    public string? FulfillmentStatus { get; init; }

    public string? FulfilledBy { get; init; }

    public WireWindow? ShipByWindow { get; init; }
}

internal sealed record WireWindow
{
    [JsonConverter(typeof(WireTimeConverter))]
    public DateTimeOffset? LatestDateTime { get; init; }
}

internal sealed record WireOrderProceeds
{
    public WireMoney? GrandTotal { get; init; }

    public IReadOnlyList<WireBreakdown?>? Breakdowns { get; init; }
}

internal sealed record WireBreakdown
{
    public string? Type { get; init; }

    public WireMoney? Subtotal { get; init; }
}

internal sealed record WirePayment
{
    public IReadOnlyList<WirePaymentExecution?>? PaymentExecutions { get; init; }
}

internal sealed record WirePaymentExecution
{
    public string? PaymentMethod { get; init; }
}

internal sealed record WirePackage
{
    [JsonConverter(typeof(WireTimeConverter))]
    public DateTimeOffset? ShipTime { get; init; }
}
