using System.Globalization;

namespace AmazonIn.Infrastructure.Sandbox.Seed;

/// <summary>
/// Made-up people. Everything personal is derived from a serial number that no other order has, so no name, address
/// line, phone or e-mail of one order occurs in another: a leak shows where it came from.
/// </summary>
internal static class People
{
    private static readonly string[] First =
    [
        "Aarav", "Aditi", "Ananya", "Arjun", "Bhavna", "Chetan", "Deepa", "Dinesh", "Esha", "Farhan", "Gauri",
        "Harish", "Ishita", "Jaspreet", "Kavya", "Kiran", "Lakshmi", "Manoj", "Meera", "Nikhil", "Ojas", "Pooja",
        "Rahul", "Rohini", "Sanjay", "Shreya", "Tanvi", "Umesh", "Varun", "Yash", "Zoya",
    ];

    private static readonly string[] Last =
    [
        "Agarwal", "Banerjee", "Bhat", "Chauhan", "Chopra", "D'Souza", "Das", "Deshpande", "Fernandes", "Gill",
        "Gupta", "Iyer", "Jain", "Joshi", "Kapoor", "Khan", "Kulkarni", "Lobo", "Menon", "Mishra", "Mukherjee",
        "Nair", "Patel", "Pillai", "Rao", "Reddy", "Saxena", "Sharma", "Singh", "Thakur", "Verma",
    ];

    private static readonly string[] FirstDevanagari =
        ["आरव", "अदिति", "अनन्या", "अर्जुन", "भावना", "चेतन", "दीपा", "दिनेश", "ईशा", "गौरी", "हरीश", "काव्या", "मीरा"];

    private static readonly string[] LastDevanagari =
        ["अग्रवाल", "चौहान", "देशपांडे", "गुप्ता", "जैन", "जोशी", "कपूर", "कुलकर्णी", "मिश्रा", "पटेल", "शर्मा"];

    private static readonly string[] FirstTamil =
        ["அருண்", "தீபா", "கார்த்திக்", "லட்சுமி", "மீனா", "பிரியா", "ராஜா", "செல்வி", "சுந்தர்", "வாணி", "யாழினி"];

    private static readonly string[] LastTamil =
        ["சுப்பிரமணியன்", "முருகன்", "பாண்டியன்", "ராமன்", "நடராஜன்", "கிருஷ்ணன்", "வேலு"];

    private static readonly string[] Buildings =
        ["Shanti Apartments", "Lotus Heights", "Gandhi Nivas", "Green Meadows", "Sai Krupa", "Palm Residency"];

    private static readonly string[] Streets =
        ["MG Road", "Station Road", "Temple Street", "Nehru Marg", "Lake View Road", "Market Lane", "Ring Road"];

    private static readonly string[] Landmarks =
        ["Near City Hospital", "Opposite Water Tank", "Behind Post Office", "Above Sweets Corner", "Next to School"];

    private static readonly string[] Messages =
        ["Happy birthday", "Shubh Deepavali", "For your new home", "जन्मदिन मुबारक", "இனிய வாழ்த்துக்கள்"];

    /// <summary>
    /// Unique by its two initials: the alphabet's pairs run through after every combination of names.
    /// </summary>
    public static string Name(long serial)
    {
        var (first, last) = (serial % 12) switch
        {
            5 => (FirstDevanagari, LastDevanagari),
            9 => (FirstTamil, LastTamil),
            _ => (First, Last),
        };
        var (lap, at) = Math.DivRem(serial / 12, first.Length);
        var name = last[(at + lap) % last.Length];
        var initials = Initials((lap / last.Length * 12) + (serial % 12));
        return $"{first[at]} {initials} {name}";
    }

    public static string Email(long serial) =>
        string.Create(CultureInfo.InvariantCulture, $"{Base36(serial * 7919 + 1_000_003)}@marketplace.amazon.in");

    /// <summary>Indian mobile numbers begin with 6 to 9; these follow a 5, which no mobile number does.</summary>
    public static string Phone(long serial) =>
        string.Create(CultureInfo.InvariantCulture, $"+91 5{(serial * 618_970_019 + 7) % 1_000_000_000:D9}");

    public static string Line1(long serial, ref Rng rng) =>
        string.Create(CultureInfo.InvariantCulture, $"House {serial + 101}, {rng.Pick(Buildings)}");

    public static string Line2(long serial, ref Rng rng) =>
        string.Create(CultureInfo.InvariantCulture, $"Plot {serial * 3 + 7}/B, {rng.Pick(Streets)}");

    public static string Line3(long serial, ref Rng rng) =>
        string.Create(CultureInfo.InvariantCulture, $"{rng.Pick(Landmarks)} No. {serial + 11}");

    public static string GiftMessage(long serial, int line, ref Rng rng) =>
        string.Create(CultureInfo.InvariantCulture, $"{rng.Pick(Messages)}! – {Name(serial)} (card {line + 1})");

    public static string Company(long serial) =>
        string.Create(CultureInfo.InvariantCulture, $"{Last[serial % Last.Length]} Traders {serial + 1} Pvt Ltd");

    private static string Initials(long number)
    {
        var text = "";
        do
        {
            text = $"{(char)('A' + number % 26)}.{text}";
            number = (number / 26) - 1;
        }
        while (number >= 0);

        return text;
    }

    private static string Base36(long number)
    {
        Span<char> text = stackalloc char[13];
        var at = text.Length;
        do
        {
            text[--at] = "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(number % 36)];
            number /= 36;
        }
        while (number > 0);

        return new string(text[at..]);
    }
}
