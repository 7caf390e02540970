using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Domain.Ports.Parcels;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Tests.Documents;

/// <summary>Documents of one parcel, to be varied.</summary>
internal static class Samples
{
    public const string Tracking = "BD1234567890IN";
    public const string AmazonOrderId = "403-1234567-1234567";

    public static TimeZoneInfo India { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");

    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 8, 35, 0, TimeSpan.Zero);

    public static PrintMark Mark { get; } = new("Asha Rao", Now, India);

    public static Recipient Latin { get; } = new(
        "Priya Venkataraman",
        ["Flat 402, Lakshmi Residency", "14 Double Road, Indiranagar 2nd Stage", "Near Metro Pillar 88", "Bengaluru", "Karnataka – 560038"],
        "+91 98450 12345",
        "Leave with the security desk after 6 pm.");

    public static Recipient Devanagari { get; } = new(
        "सुश्री श्रीलक्ष्मी क्षत्रिय",
        ["फ्लैट ४०२, सिद्धिविनायक सोसायटी", "डॉ. आंबेडकर मार्ग, शिवाजीनगर", "पुणे", "महाराष्ट्र – 411005"],
        "+91 98220 12345",
        null);

    public static Recipient Tamil { get; } = new(
        "திரு. கிருஷ்ணமூர்த்தி ஸ்ரீனிவாசன்",
        ["எண் 12, கோயில் தெரு", "மயிலாப்பூர்", "சென்னை", "தமிழ்நாடு – 600004"],
        "+91 98400 12345",
        null);

    public static Recipient Bengali { get; } = new(
        "শ্রীমতী অপর্ণা চট্টোপাধ্যায়",
        ["ফ্ল্যাট ৩বি, রবীন্দ্র সরণি", "কলকাতা", "পশ্চিমবঙ্গ – 700005"],
        "+91 98300 12345",
        null);

    public static Recipient LongNamed { get; } = new(
        "Venkatanarasimharajuvaripeta Subrahmanyeswara Lakshminarayana",
        [
            "Srimad Bhagavatham Vidyapeetham Cooperative Housing Society Limited, Wing Seventeen",
            "Plot 1234/5678-A, Thiruvananthapuram–Kanyakumari National Highway Service Road, Opposite the Old Bus Stand",
            "Superlongwordwithoutanyblankatallthatmustbebrokensomewhereinsideofitselfbecauseitdoesnotfit",
            "Thiruvananthapuram",
            "Kerala – 695001",
        ],
        "+91 94470 12345",
        "Please call before you come; the gate is locked between one and three in the afternoon, and the dog is friendlier than it looks.");

    public static ShipmentRow Shipment(string tracking = Tracking) => new(
        7, "SHP-00007", 12, "PKG-00012", 31, "SO-00031", AmazonOrderId, 1, "Amazon IN", "BlueDart", "Blue Dart", tracking, Now, 3,
        ConfirmationState.Confirmed, true, null, null, Now, 0, null, null, null);

    public static PackageRow Package(int lines = 2, ShipmentRow? shipment = null) => new(
        12, "PKG-00012", 31, "SO-00031", AmazonOrderId, OrderStatus.Confirmed, 1, "Amazon IN", 1, "Ravi", Now,
        [.. Enumerable.Range(1, lines).Select(at => new PackageLineRow(at, $"KURTA/BLUE {at:D2}", $"Cotton kurta, hand block printed, size {at}", at))],
        shipment);

    public static PackageSlip Slip(Recipient? recipient, PackageRow? package = null, string? without = null) => new(
        package ?? Package(shipment: Shipment()),
        Now.AddDays(-2),
        "Malgudi Traders",
        "Bengaluru warehouse",
        recipient,
        without,
        new Dictionary<long, string> { [1] = "Gift message: Happy Diwali, dear Amma!" });

    public static ParcelLabel Label(Recipient recipient, string tracking = Tracking) => new(
        Shipment(tracking), ["Malgudi Traders", "Bengaluru warehouse", "Karnataka"], recipient, "Cash on delivery");

    public static OrderSheet Order(int lines = 3) => new(
        "SO-00031",
        "Confirmed",
        "Malgudi Traders",
        ["Karnataka (29), India"],
        [
            new("Amazon order", AmazonOrderId), new("Ordered", "21 Nov 2026, 14:05"), new("Channel", "Amazon IN"),
            new("Customer", "Amazon IN - Customer"), new("GST treatment", "Consumer"), new("Place of supply", "Karnataka (29)"),
            new("Payment", "Paid to Amazon · Cash on delivery"), new("Fulfilled by", "Merchant"), new("Tracked in", "Bengaluru warehouse"),
        ],
        [.. Enumerable.Range(1, lines).Select(at => new OrderSheetLine(
            $"{at}",
            at % 3 == 0 ? "हस्तनिर्मित सूती कुर्ता, नीला, आकार मध्यम" : "Handwoven cotton kurta with block print and mother-of-pearl buttons",
            $"KURTA/BLUE {at:D2}",
            "2",
            "₹61,728.00",
            "₹40.00",
            "−₹100.00",
            [new("CGST0", "₹6,172.81"), new("SGST0", "₹6,172.80")],
            "₹1,35,741.61"))],
        [
            new("Items", null, "₹3,70,368.00"), new("Shipping", null, "₹120.00"), new("Gift wrap", null, "₹0.00"),
            new("Discount", null, "−₹300.00"), new("Tax CGST0", null, "₹18,518.43"), new("Tax SGST0", null, "₹18,518.40"),
            new("Charges on the whole order", "such as a delivery tip", "₹10.00"),
        ],
        new SheetSum("Total", null, "₹4,07,234.83"),
        [new("Paid", "AmazonIn, 21 Nov 2026, 14:10"), new("Pack with the festival ribbon.", "Asha Rao, 22 Nov 2026, 09:00")],
        ["A sales order for the seller's own records. It is not a tax invoice (CGST Act, section 31), and no input tax credit can be claimed on it."],
        "Printed by Asha Rao, 23 Nov 2026, 14:05");
}
