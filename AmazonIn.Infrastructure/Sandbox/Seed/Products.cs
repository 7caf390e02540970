namespace AmazonIn.Infrastructure.Sandbox.Seed;

internal static class Products
{
    /// <summary>Wares without variations.</summary>
    public static IReadOnlyList<Product> Singles { get; } =
    [
        new("TIF", "Stainless Steel Tiffin Box, 3 Tier, Leak Proof", "LUNCH_BOX", 349, 1299, 12),
        new("DIY", "हस्तनिर्मित पीतल दीया, पूजा के लिए (2 का सेट)", "CANDLE_HOLDER", 199, 899, 12),
        new("PBT", "மண் பானை தண்ணீர் ஜாடி 5 லிட்டர்", "WATER_BOTTLE", 399, 999, 5),
        new("KET", "Electric Kettle 1.5 L, 1500 W, Auto Shut Off", "ELECTRIC_KETTLE", 599, 1999, 18),
        new("BOK", "Constitution of India, Bilingual Edition (Hardcover)", "BOOK", 149, 799, 0),
        new("GLD", "Gold Plated Lakshmi Coin, 10 g, Hallmarked", "COLLECTIBLE_COIN", 2499, 8999, 3),
        new("TEA", "Assam Orthodox Black Tea, 500 g", "TEA", 199, 749, 5),
        new("SPC", "काली मिर्च साबुत (Whole Black Pepper) 200 g", "HERB", 149, 499, 5),
        new("LED", "LED Rice String Lights, 10 m, Warm White", "STRING_LIGHT", 149, 599, 18),
        new("CRK", "Kashmir Willow Cricket Bat, Full Size", "SPORTING_GOODS", 799, 3499, 12),
        new("YOG", "Anti Skid Yoga Mat 6 mm with Strap", "EXERCISE_MAT", 299, 1299, 12),
        new("MSL", "Masala Dabba with 7 Containers & Spoon – \"Heritage\"", "FOOD_STORAGE_CONTAINER", 449, 1499, 12),
        new("PKL", "ஆவக்காய் ஊறுகாய் Avakaya Mango Pickle 400 g", "PICKLE", 129, 399, 12),
        new("TOY", "Channapatna Wooden Stacking Toy for Toddlers", "TOYS_AND_GAMES", 249, 999, 12),
        new("CHR", "65 W GaN Charger, USB C, BIS Certified", "CHARGING_ADAPTER", 899, 2799, 18),
        new("HON", "Himalayan Multiflora Honey 1 kg", "HONEY", 349, 899, 5),
        new("RNG", "Sterling Silver Ring with Cubic Zirconia", "FINERING", 799, 2999, 3),
        new("PEN", "Fountain Pen, Ebonite, Handturned in Rajahmundry", "WRITING_INSTRUMENT", 499, 2499, 18),
        new("RIC", "Sona Masoori Rice 5 kg", "RICE_MIX", 299, 699, 0),
        new("FAN", "Ceiling Fan 1200 mm BLDC, 28 W, 5 Star", "CEILING_FAN", 2199, 4499, 18),
    ];

    /// <summary>Wares that come in variations.</summary>
    public static IReadOnlyList<Product> Families { get; } =
    [
        new("KUR", "Men's Cotton Kurta", "KURTA", 499, 1499, 5),
        new("SAR", "Kanchipuram Silk Blend Saree காஞ்சிபுரம் பட்டு", "SAREE", 1499, 5999, 5),
        new("TSH", "Round Neck T-Shirt", "SHIRT", 249, 799, 5),
        new("JUT", "Rajasthani Jutti – राजस्थानी जूती", "SHOES", 599, 1799, 12),
        new("BED", "Jaipuri Printed Bedsheet with 2 Pillow Covers", "BED_LINEN_SET", 449, 1999, 5),
        new("BAG", "Laptop Backpack 30 L with Rain Cover", "BACKPACK", 799, 2499, 18),
        new("BTL", "Copper Water Bottle", "WATER_BOTTLE", 449, 1199, 12),
        new("RUG", "Handwoven Dhurrie", "RUG", 699, 3999, 12),
    ];

    public static IReadOnlyList<string> Brands { get; } =
    [
        "Aarohi", "Bharat Craft", "Chandan", "Dhaaga", "Ekaiva", "Gulmohar", "Indus Loom", "Kaveri", "Malhar",
        "Neem Tree",
    ];

    /// <summary>
    /// Attributes a family may vary in, with their values; families take the first one to five of them.
    /// </summary>
    public static IReadOnlyList<(string Name, string[] Values)> Variations { get; } =
    [
        ("color", ["Red", "Indigo", "Mustard", "Black", "सफ़ेद"]),
        ("size", ["S", "M", "L", "XL", "XXL"]),
        ("material", ["Cotton", "Linen", "Silk Blend"]),
        ("style", ["Classic", "Slim"]),
        ("pattern", ["Solid", "Block Print"]),
    ];

    /// <summary>
    /// Seller SKUs that break careless escaping. The second one has a slash, which no path can carry.
    /// </summary>
    public static IReadOnlyList<string> AwkwardSkus { get; } =
    [
        "DEMO SKU WITH SPACES",
        "DEMO/SLASH/1KG",
        "DEMO+PLUS+PACK",
        "DEMO-100%-COTTON",
        "DEMO-\"QUOTED\"-O'NEIL",
        "DEMO#HASH#7",
        "हल्दी-५००-ग्राम",
        "DEMO-🪔-DIWALI",
        "DEMO-FORTY-CHARACTERS-LONG-SKU-000000040",
        "DEMO&AMP;=?|[x]",
    ];
}
