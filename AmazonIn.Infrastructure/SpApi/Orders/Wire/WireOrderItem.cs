using AmazonIn.Infrastructure.SpApi.Json;

namespace AmazonIn.Infrastructure.SpApi.Orders.Wire;

/// <summary>
/// Amazon's <c>OrderItem</c>, as far as it is used. Gift message and customisation are personal data.
/// </summary>
internal sealed record WireOrderItem
{
    public string? OrderItemId { get; init; }

    public int? QuantityOrdered { get; init; }

    public WireProduct? Product { get; init; }

    public WireItemProceeds? Proceeds { get; init; }

    public WireCancellation? Cancellation { get; init; }

    public WireItemFulfillment? Fulfillment { get; init; }

    public override string ToString() => "[order item]";
}

internal sealed record WireProduct
{
    public string? Asin { get; init; }

    public string? Title { get; init; }

    public string? SellerSku { get; init; }

    public WirePrice? Price { get; init; }

    public WireCustomization? Customization { get; init; }
}

internal sealed record WirePrice
{
    public WireMoney? UnitPrice { get; init; }
}

/// <summary>Personal data. Printing it shows nothing.</summary>
internal sealed record WireCustomization
{
    public string? CustomizedUrl { get; init; }

    public override string ToString() => "[personal data]";
}

internal sealed record WireItemProceeds
{
    public WireMoney? ProceedsTotal { get; init; }

    public IReadOnlyList<WireBreakdown?>? Breakdowns { get; init; }
}

internal sealed record WireCancellation
{
    public WireCancellationRequest? CancellationRequest { get; init; }
}

internal sealed record WireCancellationRequest
{
    public string? Requester { get; init; }
}

internal sealed record WireItemFulfillment
{
    public int? QuantityFulfilled { get; init; }

    public WirePacking? Packing { get; init; }
}

internal sealed record WirePacking
{
    public WireGiftOption? GiftOption { get; init; }
}

/// <summary>Personal data. Printing it shows nothing.</summary>
internal sealed record WireGiftOption
{
    public string? GiftMessage { get; init; }

    public override string ToString() => "[personal data]";
}
