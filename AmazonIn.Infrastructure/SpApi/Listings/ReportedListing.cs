using System.Globalization;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Json;
using AmazonIn.Infrastructure.SpApi.Reports;

namespace AmazonIn.Infrastructure.SpApi.Listings;

/// <summary>
/// A row of the All Listings report. It gives the list of SKUs, and stands in for a listing that the API does not give
/// back; it knows no families, and its titles have lost letters outside western Europe.
/// </summary>
internal sealed record ReportedListing(
    string Sku,
    string? Title,
    string? Asin,
    decimal? Price,
    int? Quantity,
    string? Channel,
    bool Active)
{
    public const string KeyColumn = "seller-sku";

    /// <returns>Null for a row without a SKU.</returns>
    public static ReportedListing? Of(ReportRow row) => row.Exact(KeyColumn) is { } sku
        ? new ReportedListing(
            sku,
            row["item-name"],
            row["asin1"],
            decimal.TryParse(row["price"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price)
                ? price
                : null,
            int.TryParse(row["quantity"], NumberStyles.None, CultureInfo.InvariantCulture, out var quantity)
                ? quantity
                : null,
            row["fulfillment-channel"] ?? row["fulfilment-channel"],
            WireText.Is(row["status"], "Active"))
        : null;

    /// <summary>Dated so that whatever else is known of the listing, or comes to be known, holds against it.</summary>
    public MarketplaceListing ToListing() => new(
        Sku,
        IsParent: false,
        new ListingFacts(
            Asin,
            Title,
            Active ? ListingState.Active : ListingState.Inactive,
            Channel is null || WireText.Is(Channel, "DEFAULT") ? FulfilledBy.Merchant : FulfilledBy.Amazon,
            Channel,
            Quantity,
            Price,
            ParentSku: null,
            DateTimeOffset.UnixEpoch),
        ParentSku: null,
        FamilyAttributes: [],
        AttributeValues: []);
}
