using System.Globalization;

using AmazonIn.Infrastructure.Sandbox.Listings;

namespace AmazonIn.Infrastructure.Sandbox.Reports;

/// <summary>The listing reports, in the columns that real files have.</summary>
internal static class ListingReport
{
    private static readonly TimeSpan IndiaOffset = new(5, 30, 0);

    private static readonly string[] Header =
    [
        "item-name", "item-description", "listing-id", "seller-sku", "price", "quantity", "open-date", "image-url",
        "item-is-marketplace", "product-id-type", "zshop-shipping-fee", "item-note", "item-condition",
        "zshop-category1", "zshop-browse-path", "zshop-storefront-feature", "asin1", "asin2", "asin3",
        "will-ship-internationally", "expedited-shipping", "zshop-boldface", "product-id",
        "bid-for-featured-placement", "add-delete", "pending-quantity", "fulfillment-channel",
        "merchant-shipping-group", "status",
    ];

    /// <summary>The rows of a report as they are now.</summary>
    public static List<string?[]> Rows(ListingCatalog catalog, string type, DateTimeOffset now)
    {
        List<string?[]> rows = [Header];
        catalog.Use(listings =>
        {
            foreach (var listing in listings.All)
            {
                listing.Settle(now);
                if (type == ReportTypes.AllListings || (type == ReportTypes.ActiveListings) == IsActive(listing))
                {
                    rows.Add(Row(listing));
                }
            }
        });
        return rows;
    }

    private static bool IsActive(Listing listing) => listing.Buyable || (listing.IsParent && listing.Discoverable);

    private static string?[] Row(Listing listing)
    {
        var merchant = listing.Channels.FirstOrDefault(channel => channel.Code == ListingChannel.Merchant);
        return
        [
            listing.Title,
            "",
            "L" + listing.Asin[1..],
            listing.Sku,
            listing.Price?.ToString("0.00", CultureInfo.InvariantCulture),
            merchant?.Quantity?.ToString(CultureInfo.InvariantCulture),
            listing.Created.ToOffset(IndiaOffset).ToString("dd/MM/yyyy HH:mm:ss 'IST'", CultureInfo.InvariantCulture),
            "",
            "y",
            "1",
            "",
            "",
            "11",
            "",
            "",
            "",
            listing.Asin,
            "",
            "",
            "",
            "",
            "",
            listing.Asin,
            "",
            "",
            "0",
            listing.FulfilledByAmazon ? ListingChannel.Amazon : ListingChannel.Merchant,
            "Migrated Template",
            listing.Title is null ? "Incomplete" : IsActive(listing) ? "Active" : "Inactive",
        ];
    }
}
