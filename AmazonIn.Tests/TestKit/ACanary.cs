using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Privacy;

namespace AmazonIn.Tests.TestKit;

/// <summary>A buyer whose every personal detail carries a mark that nothing else contains, so that it is found wherever it leaks.</summary>
internal static class ACanary
{
    public const string Mark = "CANARY7Q";

    /// <summary>A postal code that no other test data uses.</summary>
    public const string PostalCode = "411001";

    public static BuyerContact Contact { get; } = new()
    {
        BuyerName = $"{Mark}-name",
        BuyerEmail = $"{Mark}@marketplace.amazon.in",
        BuyerCompanyName = $"{Mark}-company",
        BuyerPurchaseOrderNumber = $"{Mark}-po",
        DeliveryInstructions = $"{Mark}-instructions",
        TaxRegistrationNumber = $"{Mark}-gstin",
        TaxLegalName = $"{Mark}-legal",
        LineNotes = new Dictionary<string, string> { ["10000000000001"] = $"{Mark}-gift" },
        DeliveryAddress = new ContactAddress
        {
            Name = $"{Mark}-recipient",
            CompanyName = $"{Mark}-company",
            Line1 = $"{Mark}-1",
            Line2 = $"{Mark}-2",
            Line3 = $"{Mark}-3",
            City = $"{Mark}-city",
            District = $"{Mark}-district",
            StateOrRegion = "Maharashtra",
            PostalCode = PostalCode,
            CountryCode = "IN",
            Phone = $"{Mark}-phone",
        },
    };

    /// <summary>An open order of that buyer.</summary>
    public static MarketplaceOrder Order => AnAmazonOrder.Unshipped() with { Contact = Contact };
}
