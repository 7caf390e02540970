using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox;

namespace AmazonIn.Tests.Sandbox;

public sealed class ListingSearchTests
{
    private const string Items = "/listings/2021-08-01/items/A1DEMOSELLERIN";
    private const string India = $"marketplaceIds={RunningSandbox.India}";
    private const string Everything =
        "includedData=summaries,attributes,issues,offers,fulfillmentAvailability,relationships,productTypes";

    private static readonly string[] AwkwardSkus =
    [
        "DEMO SKU WITH SPACES",
        "DEMO+PLUS+PACK",
        "DEMO-100%-COTTON",
        "DEMO-\"QUOTED\"-O'NEIL",
        "DEMO#HASH#7",
        "हल्दी-५००-ग्राम",
        "DEMO-🪔-DIWALI",
        "DEMO-FORTY-CHARACTERS-LONG-SKU-000000040",
        "DEMO&AMP;=?|[x]",
    ];

    [Fact]
    public async Task Pages_give_every_listing_once_and_say_how_many_there_are()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });

        var listings = await AllAsync(sandbox, "pageSize=20");

        Assert.Equal(240, listings.Count);
        Assert.Equal(240, Skus(listings).Distinct().Count());
    }

    [Fact]
    public async Task Answers_have_the_models_shape()
    {
        var model = AmazonModel.Listings;
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });

        var page = await sandbox.GetAsync($"{Items}?{India}&{Everything}&pageSize=20");
        await model.AssertMatchesAsync("ItemSearchResults", page);
        foreach (var listing in await AllAsync(sandbox, $"{Everything}&pageSize=20"))
        {
            await model.AssertMatchesAsync("Item", listing);
        }
    }

    [Fact]
    public async Task A_query_reaches_a_thousand_listings_and_no_further()
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            new SandboxOptions { Listings = 1203, Orders = 0, Quotas = false });

        var first = await sandbox.GetAsync($"{Items}?{India}&pageSize=20");
        var reached = await AllAsync(sandbox, "pageSize=20&sortBy=createdDate&sortOrder=ASC");
        var rest = await AllAsync(
            sandbox,
            $"pageSize=20&sortBy=createdDate&sortOrder=ASC&createdAfter={Uri.EscapeDataString(Created(reached[^1]))}");

        Assert.Equal(1203, first.GetProperty("numberOfResults").GetInt32());
        Assert.Equal(1000, reached.Count);
        Assert.Equal(1203, Skus(reached).Union(Skus(rest)).Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData($"{India}&pageSize=21")]
    [InlineData($"{India}&pageSize=0")]
    [InlineData($"{India}&identifiers=A")]
    [InlineData($"{India}&identifiersType=SKU")]
    [InlineData($"{India}&identifiersType=ISSN&identifiers=A")]
    [InlineData($"{India}&identifiersType=SKU&identifiers=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21")]
    [InlineData($"{India}&identifiersType=SKU&identifiers=A&variationParentSku=B")]
    [InlineData($"{India}&includedData=everything")]
    [InlineData($"{India}&sortBy=price")]
    [InlineData($"{India}&sortOrder=UP")]
    [InlineData($"{India}&withStatus=SOLD")]
    [InlineData($"{India}&withIssueSeverity=FATAL")]
    [InlineData($"{India}&createdAfter=soon")]
    [InlineData($"{India}&pageToken=nonsense")]
    public async Task Parameters_that_break_Amazons_rules_are_refused(string query)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refusal = await sandbox.RefusalAsync(HttpMethod.Get, $"{Items}?{query}");

        Assert.Equal((400, "InvalidInput"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task Another_sellers_listings_are_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refusal = await sandbox.RefusalAsync(HttpMethod.Get, $"/listings/2021-08-01/items/A2DEMOSELLERIN?{India}");

        Assert.Equal((403, "Unauthorized"), (refusal.Status, refusal.Code));
    }

    [Fact]
    [Trait("Row", "I5")]
    public async Task Awkward_skus_are_found_by_identifier_and_by_path()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });

        var found = await sandbox.GetAsync(
            $"{Items}?{India}&identifiersType=SKU&pageSize=20&identifiers=" +
            string.Join(',', AwkwardSkus.Append("DEMO/SLASH/1KG").Select(Uri.EscapeDataString)));

        Assert.Equal(
            AwkwardSkus.Append("DEMO/SLASH/1KG").Order(StringComparer.Ordinal),
            Skus(found.ListAt("items")).Order(StringComparer.Ordinal));
        foreach (var sku in AwkwardSkus)
        {
            var listing = await sandbox.GetAsync($"{Items}/{Uri.EscapeDataString(sku)}?{India}");
            Assert.Equal(sku, listing.TextAt("sku"));
        }
    }

    [Theory]
    [InlineData("DEMO%2FSLASH%2F1KG")]
    [InlineData("DEMO/SLASH/1KG")]
    public async Task A_slash_in_a_path_meets_the_gateways_refusal_however_it_is_written(string segment)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refusal = await sandbox.RefusalAsync(HttpMethod.Get, $"{Items}/{segment}?{India}");

        Assert.Equal((403, "MissingAuthenticationToken"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task An_unknown_sku_is_not_found()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refusal = await sandbox.RefusalAsync(HttpMethod.Get, $"{Items}/NOPE?{India}");

        Assert.Equal((404, "NotFound"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task Families_have_one_to_five_attributes_and_parents_are_not_sold()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var listings = await AllAsync(sandbox, $"{Everything}&pageSize=20");
        var bySku = listings.ToDictionary(listing => listing.TextAt("sku")!);

        var attributeCounts = new SortedSet<int>();
        foreach (var parent in listings.Where(listing => Texts(Relationship(listing), "childSkus").Count > 0))
        {
            var attributes = Texts(Relationship(parent).GetProperty("variationTheme"), "attributes");
            attributeCounts.Add(attributes.Count);
            Assert.Empty(parent.ListAt("offers"));
            Assert.Empty(parent.ListAt("fulfillmentAvailability"));
            Assert.DoesNotContain("BUYABLE", Texts(parent.At("summaries.0"), "status"));
            foreach (var childSku in Texts(Relationship(parent), "childSkus"))
            {
                var child = bySku[childSku];
                Assert.Equal([parent.TextAt("sku")!], Texts(Relationship(child), "parentSkus"));
                Assert.All(attributes, attribute =>
                    Assert.NotEmpty(child.GetProperty("attributes").GetProperty(attribute)[0].TextAt("value")!));
            }
        }

        Assert.Equal([1, 2, 3, 4, 5], attributeCounts);
        Assert.Contains(listings, listing => Texts(Relationship(listing), "parentSkus").Contains("NOT-MY-PARENT"));
    }

    [Fact]
    public async Task Children_are_found_by_their_parent()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var parent = (await AllAsync(sandbox, "includedData=relationships&pageSize=20"))
            .First(listing => Texts(Relationship(listing), "childSkus").Count > 0);

        var children = await AllAsync(
            sandbox,
            $"pageSize=20&variationParentSku={Uri.EscapeDataString(parent.TextAt("sku")!)}");

        Assert.Equal(Texts(Relationship(parent), "childSkus").Order(), Skus(children).Order());
    }

    [Fact]
    public async Task Listings_come_in_all_the_kinds_an_import_meets()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var listings = await AllAsync(sandbox, $"{Everything}&pageSize=20");

        var channels = listings
            .SelectMany(listing => listing.ListAt("fulfillmentAvailability"))
            .GroupBy(channel => channel.TextAt("fulfillmentChannelCode")!)
            .ToDictionary(group => group.Key, group => group.ToList());
        Assert.Equal(["AMAZON_IN", "DEFAULT"], channels.Keys.Order());
        Assert.All(channels["AMAZON_IN"], channel => Assert.False(channel.TryGetProperty("quantity", out _)));
        Assert.All(channels["DEFAULT"], channel => Assert.True(channel.GetProperty("quantity").GetInt32() >= 0));
        Assert.Contains(listings, listing => !listing.At("summaries.0").TryGetProperty("itemName", out _));
        Assert.Contains(listings, listing => listing.At("summaries.0.status").GetArrayLength() == 0);
        Assert.Contains(listings, listing => listing.GetProperty("issues").GetArrayLength() > 0);
    }

    [Fact]
    public async Task Filters_keep_what_they_name()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });

        var buyable = await AllAsync(sandbox, "withStatus=BUYABLE&pageSize=20");
        var notBuyable = await AllAsync(sandbox, "withoutStatus=BUYABLE&pageSize=20");
        var faulty = await AllAsync(sandbox, "withIssueSeverity=ERROR&includedData=issues&pageSize=20");
        var asin = buyable[0].TextAt("summaries.0.asin");
        var byAsin = await AllAsync(sandbox, $"identifiersType=ASIN&identifiers={asin}");

        Assert.Equal(240, buyable.Count + notBuyable.Count);
        Assert.All(buyable, listing => Assert.Contains("BUYABLE", Texts(listing.At("summaries.0"), "status")));
        Assert.NotEmpty(notBuyable);
        Assert.All(faulty, listing => Assert.NotEmpty(listing.ListAt("issues")));
        Assert.Equal(Skus([buyable[0]]), Skus(byAsin));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_listings()
    {
        await using var first = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 0, Quotas = false });
        await using var again = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 0, Quotas = false });

        Assert.Equal(
            (await AllAsync(first, $"{Everything}&pageSize=20")).Select(listing => listing.GetRawText()),
            (await AllAsync(again, $"{Everything}&pageSize=20")).Select(listing => listing.GetRawText()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(41)]
    public async Task There_are_exactly_as_many_listings_as_asked_for(int count)
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            new SandboxOptions { Listings = count, Orders = 5, Quotas = false });

        Assert.Equal(count, (await AllAsync(sandbox, "pageSize=20")).Count);
        Assert.Equal(5, (await sandbox.AllOrdersAsync()).Count);
    }

    [Fact]
    public async Task Listings_can_be_posted_and_removed()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Listings = 3, Orders = 0 });

        await sandbox.ControlAsync(HttpMethod.Post, "/control/listings", new
        {
            sku = "POSTED/1",
            summaries = new[] { new { itemName = "Posted", productType = "BOOK", status = new[] { "BUYABLE" } } },
            fulfillmentAvailability = new[] { new { fulfillmentChannelCode = "DEFAULT", quantity = 4 } },
            offers = new[] { new { price = new { amount = "99.50", currencyCode = "INR" } } },
            attributes = new { color = new[] { new { value = "Blue" } } },
        });
        var found = await sandbox.GetAsync($"{Items}?{India}&{Everything}&identifiersType=SKU&identifiers=POSTED%2F1");
        await sandbox.ControlAsync(HttpMethod.Delete, "/control/listings?sku=POSTED%2F1");
        var gone = await sandbox.GetAsync($"{Items}?{India}&identifiersType=SKU&identifiers=POSTED%2F1");

        var listing = found.At("items.0");
        Assert.Equal("Posted", listing.TextAt("summaries.0.itemName"));
        Assert.Equal(4, listing.At("fulfillmentAvailability.0.quantity").GetInt32());
        Assert.Equal("99.50", listing.TextAt("offers.0.price.amount"));
        Assert.Equal("Blue", listing.TextAt("attributes.color.0.value"));
        Assert.Equal(0, gone.GetProperty("numberOfResults").GetInt32());
    }

    private static async Task<List<JsonElement>> AllAsync(RunningSandbox sandbox, string query)
    {
        var listings = new List<JsonElement>();
        string? next = null;
        do
        {
            var page = await sandbox.GetAsync(
                $"{Items}?{India}&{query}" + (next is null ? "" : $"&pageToken={Uri.EscapeDataString(next)}"));
            listings.AddRange(page.ListAt("items"));
            next = page.TryGetProperty("pagination", out var pagination) && pagination.TryGetProperty("nextToken", out var token)
                ? token.GetString()
                : null;
        }
        while (next is not null);

        return listings;
    }

    private static JsonElement Relationship(JsonElement listing) =>
        listing.ListAt("relationships.0.relationships").FirstOrDefault();

    private static List<string> Texts(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var texts)
            ? [.. texts.EnumerateArray().Select(text => text.GetString()!)]
            : [];

    private static IEnumerable<string> Skus(IEnumerable<JsonElement> listings) =>
        listings.Select(listing => listing.TextAt("sku")!);

    private static string Created(JsonElement listing) =>
        listing.TextAt("summaries.0.createdDate")!;
}
