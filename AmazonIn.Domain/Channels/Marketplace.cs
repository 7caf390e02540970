namespace AmazonIn.Domain.Channels;

/// <summary>An Amazon marketplace that can be connected. Ids and hosts: Amazon's "Marketplace IDs" page.</summary>
/// <param name="Id">Amazon's marketplace id.</param>
/// <param name="Name">As people call it: <c>Amazon IN</c>.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Region">Which regional endpoint serves it; India is in the EU region.</param>
/// <param name="SellerCentralHost">Where the seller signs in.</param>
public sealed record Marketplace(
    string Id,
    string Name,
    string CountryCode,
    string Currency,
    MarketplaceRegion Region,
    string SellerCentralHost)
{
    public const int IdMaxLength = 20;

    public static Marketplace India { get; } = new(
        "A21TJRUUN4KGV", "Amazon IN", "IN", "INR", MarketplaceRegion.Europe, "sellercentral.amazon.in");

    /// <summary>Every marketplace with a card on the eCommerce page, Amazon IN first (C1).</summary>
    public static IReadOnlyList<Marketplace> All { get; } =
    [
        India,
        new("A2VIGQ35RCS4UG", "Amazon AE", "AE", "AED", MarketplaceRegion.Europe, "sellercentral.amazon.ae"),
        new("A17E79C6D8DWNP", "Amazon SA", "SA", "SAR", MarketplaceRegion.Europe, "sellercentral.amazon.sa"),
        new("A1F83G8C2ARO7P", "Amazon UK", "GB", "GBP", MarketplaceRegion.Europe, "sellercentral.amazon.co.uk"),
        new("A1PA6795UKMFR9", "Amazon DE", "DE", "EUR", MarketplaceRegion.Europe, "sellercentral.amazon.de"),
        new("ATVPDKIKX0DER", "Amazon US", "US", "USD", MarketplaceRegion.NorthAmerica, "sellercentral.amazon.com"),
        new("A2EUQ1WTGCTBG2", "Amazon CA", "CA", "CAD", MarketplaceRegion.NorthAmerica, "sellercentral.amazon.ca"),
        new("A19VAU5U5O7RUS", "Amazon SG", "SG", "SGD", MarketplaceRegion.FarEast, "sellercentral.amazon.sg"),
        new("A39IBJ37TRP1C6", "Amazon AU", "AU", "AUD", MarketplaceRegion.FarEast, "sellercentral.amazon.com.au"),
    ];

    public static Marketplace? Find(string? id) => All.FirstOrDefault(marketplace => marketplace.Id == id);
}
