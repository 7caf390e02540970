using System.Globalization;

using AmazonIn.Infrastructure.Sandbox.Listings;

namespace AmazonIn.Infrastructure.Sandbox.Seed;

/// <summary>
/// Draws a seller's listings. The same seed gives the same listings; dates count back from the start.
/// </summary>
internal sealed class ListingSeeder(int seed, int sellerIndex, DateTimeOffset startedAt)
{
    private const int SharedStream = 10;
    private const int SinglesStream = 11;
    private const int FamiliesStream = 12;

    private static readonly ListingIssue[] Refusals =
    [
        ListingIssue.Error(
            "18742",
            "Restricted Products Policy Violation: this product needs an approval before its offer can be changed.",
            "QUALIFICATION_REQUIRED",
            "fulfillment_availability"),
        ListingIssue.Error(
            "18155",
            "The 'minimum price' is greater than the selling price (excluding shipping) for the listing. " +
            "Review and update your price and/or minimum price.",
            "INVALID_PRICE",
            "fulfillment_availability"),
    ];

    // How many attributes each family varies in, in turn: most are ordinary, some have too many for an item group.
    private static readonly int[] AttributeCounts = [2, 1, 3, 4, 2, 1, 5, 3];

    private readonly DateTimeOffset start = startedAt.ToSecond();
    private readonly List<Listing> listings = [];
    private int familyNumber;
    private int singleNumber;

    public List<Listing> Draw(int count)
    {
        DrawShared(count);
        DrawPeculiar(count);
        while (listings.Count < count)
        {
            if (count - listings.Count >= 9)
            {
                DrawFamily();
            }

            var rng = Rng.For(seed, FamiliesStream + sellerIndex * 100, -1 - familyNumber);
            for (var left = rng.Between(3, 7); left > 0 && listings.Count < count; left--)
            {
                DrawSingle();
            }
        }

        return listings;
    }

    /// <summary>An ASIN that belongs to the SKU: the same SKU with two sellers is the same product.</summary>
    public static string AsinOf(string sku)
    {
        var rng = new Rng(StableHash.Of(sku));
        Span<char> asin = stackalloc char[10];
        "B0".CopyTo(asin);
        for (var i = 2; i < asin.Length; i++)
        {
            asin[i] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rng.Below(36)];
        }

        return new string(asin);
    }

    /// <summary>Prices as shops set them: mostly whole rupees, some .50 and .99, some with odd paisa.</summary>
    internal static decimal Price(Product product, ref Rng rng)
    {
        var rupees = rng.Between(product.Least, product.Most);
        return rng.Below(20) switch
        {
            < 12 => rupees,
            < 15 => rupees - 0.01m,
            < 17 => rupees + 0.50m,
            _ => rupees + (rng.Between(1, 98) / 100m),
        };
    }

    /// <summary>
    /// Listings that both sellers have, so that linking to an existing item shows. Awkward SKUs first.
    /// </summary>
    private void DrawShared(int count)
    {
        var shared = Products.AwkwardSkus
            .Concat(Enumerable.Range(1, 5).Select(number => $"COMMON-{number.ToString(CultureInfo.InvariantCulture)}"))
            .Take(count / 4)
            .ToList();
        for (var i = 0; i < shared.Count; i++)
        {
            var rng = Rng.For(seed, SharedStream, i);
            var product = Products.Singles[i % Products.Singles.Count];
            Add(product, shared[i], $"{rng.Pick(Products.Brands)} {product.Title}", ref rng, fulfilledByAmazon: false);
        }
    }

    private void DrawPeculiar(int count)
    {
        if (count < 40)
        {
            return;
        }

        foreach (var refusal in Refusals)
        {
            var rng = NextSingle(out var product, out var sku);
            Add(product, sku, TitleOf(product, ref rng), ref rng, fulfilledByAmazon: false, refusal: refusal);
        }

        var untitled = NextSingle(out var untitledProduct, out var untitledSku);
        var listing = Add(untitledProduct, untitledSku, null, ref untitled, fulfilledByAmazon: false);
        listing.Buyable = false;
        listing.Issues.Add(
            ListingIssue.Error("90220", "'item_name' is required but not supplied.", "MISSING_ATTRIBUTE", "item_name"));

        // A child of a parent that this seller does not have.
        var orphan = NextSingle(out var orphanProduct, out var orphanSku);
        Add(
            orphanProduct,
            orphanSku,
            TitleOf(orphanProduct, ref orphan),
            ref orphan,
            fulfilledByAmazon: false,
            parentSku: "NOT-MY-PARENT",
            theme: new VariationTheme(["color"]),
            values: ["Red"]);
    }

    private void DrawSingle()
    {
        var rng = NextSingle(out var product, out var sku);
        var fulfilledByAmazon = rng.Chance(0.32);
        var listing = Add(product, sku, TitleOf(product, ref rng), ref rng, fulfilledByAmazon);
        if (rng.Chance(0.08))
        {
            Deactivate(listing, ref rng);
        }
    }

    private void DrawFamily()
    {
        var attributeCount = AttributeCounts[familyNumber % AttributeCounts.Length];
        var rng = Rng.For(seed, FamiliesStream + sellerIndex * 100, familyNumber);
        var product = rng.Pick(Products.Families);
        var parentSku = string.Create(
            CultureInfo.InvariantCulture,
            $"{product.Code}-{(char)('F' + sellerIndex)}{familyNumber:D4}");
        familyNumber++;

        var variations = Products.Variations.Take(attributeCount).ToArray();
        var theme = new VariationTheme([.. variations.Select(variation => variation.Name)]);
        var title = TitleOf(product, ref rng);
        var parent = new Listing
        {
            Sku = parentSku,
            Asin = AsinOf(parentSku),
            Title = title,
            Brand = BrandOf(title),
            ProductType = product.ProductType,
            Created = start - TimeSpan.FromDays(rng.Between(20, 400)),
            LastUpdated = start - TimeSpan.FromMinutes(rng.Between(10, 20_000)),
            Theme = theme,
            Discoverable = true,
            Channels = [],
        };
        listings.Add(parent);

        var combinations = variations.Aggregate(1, (product, variation) => product * variation.Values.Length);
        var children = Math.Min(rng.Between(3, 8), combinations);
        var fulfilledByAmazon = rng.Chance(0.25);
        for (var child = 0; child < children; child++)
        {
            var values = ValuesOf(variations, child);
            var sku = $"{parentSku}-{string.Join('-', values.Select(ShortOf))}";
            Add(
                product,
                sku,
                $"{title} ({string.Join(", ", values)})",
                ref rng,
                fulfilledByAmazon,
                parentSku: parentSku,
                theme: theme,
                values: values);
            parent.ChildSkus.Add(sku);
        }
    }

    private static string[] ValuesOf((string Name, string[] Values)[] variations, int child)
    {
        var values = new string[variations.Length];
        for (var i = 0; i < variations.Length; i++)
        {
            values[i] = variations[i].Values[child % variations[i].Values.Length];
            child /= variations[i].Values.Length;
        }

        return values;
    }

    /// <summary>The first letters of a value; of a script with combining signs the whole, since a cut would tear them.</summary>
    private static string ShortOf(string value)
    {
        var text = value.ToUpperInvariant().Replace(' ', '_');
        return char.IsAscii(text[0]) && text.Length > 5 ? text[..5] : text;
    }

    private static string? BrandOf(string? title) =>
        Products.Brands.FirstOrDefault(brand => title?.StartsWith(brand, StringComparison.Ordinal) == true);

    private static string TitleOf(Product product, ref Rng rng) => $"{rng.Pick(Products.Brands)} {product.Title}";

    private static void Deactivate(Listing listing, ref Rng rng)
    {
        listing.Buyable = false;
        listing.Discoverable = rng.Chance(0.5);
        if (!listing.FulfilledByAmazon)
        {
            listing.Channels = [new ListingChannel(ListingChannel.Merchant, 0)];
        }

        if (rng.Chance(0.3))
        {
            listing.Issues.Add(new ListingIssue(
                "18027",
                "We believe the main image has text, logo, graphic, or watermark that is not permitted.",
                "ERROR",
                "INVALID_IMAGE")
            {
                Enforcement = "SEARCH_SUPPRESSED",
            });
        }
    }

    private Rng NextSingle(out Product product, out string sku)
    {
        var rng = Rng.For(seed, SinglesStream + sellerIndex * 100, singleNumber);
        product = rng.Pick(Products.Singles);
        sku = string.Create(
            CultureInfo.InvariantCulture,
            $"{product.Code}-{(char)('A' + sellerIndex)}{singleNumber:D4}");
        singleNumber++;
        return rng;
    }

    private Listing Add(
        Product product,
        string sku,
        string? title,
        ref Rng rng,
        bool fulfilledByAmazon,
        ListingIssue? refusal = null,
        string? parentSku = null,
        VariationTheme? theme = null,
        string[]? values = null)
    {
        var price = Price(product, ref rng);
        var quantity = rng.Chance(0.1) ? 0 : rng.Between(1, 250);
        var created = start - TimeSpan.FromMinutes(rng.Between(20 * 1440, 400 * 1440));
        var age = (start - created).TotalMinutes;
        var listing = new Listing
        {
            Sku = sku,
            Asin = AsinOf(sku),
            Title = title,
            Brand = BrandOf(title),
            ProductType = product.ProductType,
            Price = price,
            GstRate = product.GstRate,
            Created = created,
            LastUpdated = start - TimeSpan.FromSeconds(600 + (int)(age * 60 * rng.Unit() * 0.9)),
            Buyable = true,
            Discoverable = true,
            ParentSku = parentSku,
            Theme = theme,
            VariationValues = values ?? [],
            Refusal = refusal,
            LeadTimeDays = !fulfilledByAmazon && rng.Chance(0.4) ? rng.Between(1, 5) : null,
            Channels =
            [
                fulfilledByAmazon
                    ? new ListingChannel(ListingChannel.Amazon, null)
                    : new ListingChannel(ListingChannel.Merchant, quantity),
            ],
        };
        listings.Add(listing);
        return listing;
    }
}
