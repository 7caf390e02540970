namespace AmazonIn.Domain.Shipping;

/// <summary>A carrier that the seller works with, and the code by which Amazon knows it.</summary>
public sealed class Carrier
{
    public const int NameMaxLength = 100;

    /// <summary>Amazon's code for every carrier it does not list; the name must then be given.</summary>
    public const string OtherCode = "Other";

    public Carrier(string name, string amazonCode)
    {
        Name = name;
        AmazonCode = amazonCode;
    }

    public long Id { get; private set; }

    /// <summary>Unique; what people pick, and the name sent where the code is <see cref="OtherCode"/>.</summary>
    public string Name { get; private set; }

    /// <summary>Case-sensitive value of Amazon's carrier enumeration (<c>amzn-base.xsd</c>).</summary>
    public string AmazonCode { get; private set; }

    public int Version { get; private set; }

    /// <summary>
    /// Amazon's codes for carriers that work in India, as its enumeration spells them. Which of them Amazon IN takes
    /// without falling back to “Other” is not documented, hence the table can be edited.
    /// </summary>
    public static IReadOnlyList<string> AmazonCodes { get; } =
    [
        "BlueDart", "AFL/Fedex", "Aramex", "India Post", "Professional", "The Professional Couriers", "DTDC",
        "Overnite Express", "First Flight", "Delhivery", "Ecom Express", "Xpressbees", "Gati", "Safexpress", "Rivigo",
        "Spoton", "Trackon", "Shree Maruti Courier", "Shree Tirupati Courier", "Ship Delight", "Dotzot", "Whizzard",
        "Cart2India", "Bombax", "Urban Express", "FedEx", "DHL", "DHL Express", "ICC Worldwide", "Amazon Shipping",
        "ATS", "Self Delivery", OtherCode,
    ];

    /// <summary>The table a new portal starts with.</summary>
    public static IReadOnlyList<Carrier> Initial { get; } =
    [
        new("Blue Dart", "BlueDart"),
        new("Delhivery", "Delhivery"),
        new("DTDC", "DTDC"),
        new("Ecom Express", "Ecom Express"),
        new("Xpressbees", "Xpressbees"),
        new("India Post", "India Post"),
        new("Gati", "Gati"),
        new("Safexpress", "Safexpress"),
        new("Trackon", "Trackon"),
        new("The Professional Couriers", "The Professional Couriers"),
        new("First Flight", "First Flight"),
        new("Shree Maruti Courier", "Shree Maruti Courier"),
        new("FedEx", "FedEx"),
        new("DHL", "DHL"),
        new("Amazon Shipping", "Amazon Shipping"),
        new("Own delivery", "Self Delivery"),
    ];

    public void Change(string name, string amazonCode)
    {
        Name = name;
        AmazonCode = amazonCode;
    }
}
