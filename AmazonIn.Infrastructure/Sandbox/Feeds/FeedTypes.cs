namespace AmazonIn.Infrastructure.Sandbox.Feeds;

internal static class FeedTypes
{
    public const string JsonListings = "JSON_LISTINGS_FEED";

    /// <summary>XML; asks for labels and invoices of Easy Ship orders.</summary>
    public const string EasyShipDocuments = "POST_EASYSHIP_DOCUMENTS";

    /// <summary>Flat-file and XML listing feeds: taken, and ended fatally since 31 July 2025.</summary>
    public static readonly IReadOnlySet<string> Retired = new HashSet<string>(StringComparer.Ordinal)
    {
        "POST_INVENTORY_AVAILABILITY_DATA",
        "POST_PRODUCT_DATA",
        "POST_PRODUCT_PRICING_DATA",
        "POST_FLAT_FILE_INVLOADER_DATA",
        "POST_FLAT_FILE_LISTINGS_DATA",
        "POST_FLAT_FILE_PRICEANDQUANTITYONLY_UPDATE_DATA",
    };
}
