using System.Text.Json;
using System.Text.Json.Serialization;
using AmazonIn.Infrastructure.SpApi.Json;

namespace AmazonIn.Infrastructure.SpApi.Listings.Wire;

/// <summary>Amazon's <c>Item</c> (Listings Items API 2021-08-01), as far as it is used.</summary>
internal sealed record WireListing
{
    public string? Sku { get; init; }

    public IReadOnlyList<WireSummary?>? Summaries { get; init; }

    /// <summary>Keys and shapes depend on the product type.</summary>
    public JsonElement? Attributes { get; init; }

    public IReadOnlyList<WireOffer?>? Offers { get; init; }

    public IReadOnlyList<WireAvailability?>? FulfillmentAvailability { get; init; }

    public IReadOnlyList<WireMarketplaceRelationships?>? Relationships { get; init; }
}

internal sealed record WireSummary
{
    public string? MarketplaceId { get; init; }

    public string? Asin { get; init; }

    public string? ItemName { get; init; }

    public IReadOnlyList<string?>? Status { get; init; }

    [JsonConverter(typeof(WireTimeConverter))]
    public DateTimeOffset? LastUpdatedDate { get; init; }
}

internal sealed record WireOffer
{
    public string? MarketplaceId { get; init; }

    public string? OfferType { get; init; }

    public WireMoney? Price { get; init; }
}

internal sealed record WireAvailability
{
    public string? FulfillmentChannelCode { get; init; }

    public int? Quantity { get; init; }
}

internal sealed record WireMarketplaceRelationships
{
    public string? MarketplaceId { get; init; }

    public IReadOnlyList<WireRelationship?>? Relationships { get; init; }
}

internal sealed record WireRelationship
{
    public string? Type { get; init; }

    public IReadOnlyList<string?>? ChildSkus { get; init; }

    public IReadOnlyList<string?>? ParentSkus { get; init; }

    public WireVariationTheme? VariationTheme { get; init; }
}

internal sealed record WireVariationTheme
{
    public IReadOnlyList<string?>? Attributes { get; init; }
}

internal sealed record WireListingPagination
{
    public string? NextToken { get; init; }
}
