namespace AmazonIn.Infrastructure.Sandbox.Shipments;

/// <summary>
/// The carriers of Amazon's enumeration that matter in India, spelt exactly so: the codes are case sensitive.
/// </summary>
internal static class CarrierCodes
{
    public const string Other = "Other";

    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        "BlueDart", "AFL/Fedex", "Aramex", "India Post", "Professional", "The Professional Couriers", "DTDC",
        "Overnite Express", "First Flight", "Delhivery", "Ecom Express", "Xpressbees", "Gati", "Safexpress", "Rivigo",
        "Spoton", "Trackon", "Shree Maruti Courier", "Shree Tirupati Courier", "Ship Delight", "Dotzot", "Whizzard",
        "Cart2India", "Bombax", "Urban Express", "FedEx", "DHL", "DHL Express", "ICC Worldwide", "Amazon Shipping",
        "ATS", "Self Delivery", Other,
    };
}
