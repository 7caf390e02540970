using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Errors;
using AmazonIn.Infrastructure.SpApi.Json;
using AmazonIn.Infrastructure.SpApi.Listings.Wire;

namespace AmazonIn.Infrastructure.SpApi.Listings;

/// <summary>Reads Amazon's listing into our terms, as one marketplace sees it.</summary>
internal static class ListingTranslator
{
    /// <summary>The code of stock that the seller keeps; any other is Amazon's (FBA).</summary>
    private const string MerchantChannel = "DEFAULT";

    /// <param name="now">Stands in for the last update where Amazon gives none.</param>
    /// <exception cref="UnreadableRecordException">There is no SKU.</exception>
    public static MarketplaceListing Translate(WireListing listing, string marketplaceId, DateTimeOffset now)
    {
        var sku = WireText.OrNull(listing.Sku)
            ?? throw new UnreadableRecordException("listing.incomplete", "Amazon sent this listing without a SKU.");
        var summary = (listing.Summaries ?? []).FirstOrDefault(one => one?.MarketplaceId == marketplaceId);
        var buyable = (summary?.Status ?? []).Any(status => WireText.Is(status, "BUYABLE"));
        var offer = OfferOf(listing, marketplaceId);
        var family = Families(listing, marketplaceId);
        var isParent = family.Exists(relation => relation.ChildSkus is { Count: > 0 });
        var parentSku = family.SelectMany(relation => relation.ParentSkus ?? [])
            .FirstOrDefault(one => WireText.OrNull(one) is not null);
        string[] attributes =
        [
            .. family.SelectMany(relation => relation.VariationTheme?.Attributes ?? [])
                .Select(WireText.Trimmed)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
        var availability = AvailabilityOf(listing);
        return new MarketplaceListing(
            sku,
            isParent,
            new ListingFacts(
                WireText.Trimmed(summary?.Asin),
                WireText.Trimmed(summary?.ItemName),
                buyable ? ListingState.Active : ListingState.Inactive,
                IsAmazons(availability) ? FulfilledBy.Amazon : FulfilledBy.Merchant,
                WireText.Trimmed(availability?.FulfillmentChannelCode),
                availability?.Quantity,
                offer?.Price?.Amount,
                parentSku,
                summary?.LastUpdatedDate ?? now),
            parentSku,
            attributes,
            isParent ? [] : [.. attributes.Select(name => AttributeValue.Find(listing.Attributes, name, marketplaceId))]);
    }

    private static List<WireRelationship> Families(WireListing listing, string marketplaceId) =>
    [
        .. (listing.Relationships ?? [])
            .Where(one => one?.MarketplaceId == marketplaceId)
            .SelectMany(one => one?.Relationships ?? [])
            .OfType<WireRelationship>()
            .Where(relation => WireText.Is(relation.Type, "VARIATION")),
    ];

    private static WireOffer? OfferOf(WireListing listing, string marketplaceId)
    {
        var offers = (listing.Offers ?? []).Where(one => one?.MarketplaceId == marketplaceId).ToList();
        return offers.FirstOrDefault(offer => WireText.Is(offer?.OfferType, "B2C")) ?? offers.FirstOrDefault();
    }

    // A SKU in both kinds of stock counts as Amazon's: pushing a quantity to it would change its channel.
    private static WireAvailability? AvailabilityOf(WireListing listing) =>
        (listing.FulfillmentAvailability ?? []).FirstOrDefault(IsAmazons)
        ?? (listing.FulfillmentAvailability ?? []).FirstOrDefault(one => one is not null);

    private static bool IsAmazons(WireAvailability? availability) =>
        WireText.Trimmed(availability?.FulfillmentChannelCode) is { } code && !WireText.Is(code, MerchantChannel);
}
