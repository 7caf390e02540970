using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox;

namespace AmazonIn.Tests.Sandbox;

public sealed class ListingPatchTests
{
    private const string Items = "/listings/2021-08-01/items/A1DEMOSELLERIN";
    private const string India = $"marketplaceIds={RunningSandbox.India}";

    [Theory]
    [InlineData("COMMON-1")]
    [InlineData("DEMO SKU WITH SPACES")]
    [InlineData("DEMO+PLUS+PACK")]
    [InlineData("DEMO-100%-COTTON")]
    [InlineData("DEMO-🪔-DIWALI")]
    public async Task A_quantity_is_accepted_and_shows_after_the_delay(string sku)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var before = Quantity(await ReadAsync(sandbox, sku));

        var answer = await PatchAsync(sandbox, sku, Availability(before + 5));
        var atOnce = await ReadAsync(sandbox, sku);
        sandbox.Time.Advance(TimeSpan.FromSeconds(2));
        var later = await ReadAsync(sandbox, sku);

        Assert.Equal("ACCEPTED", answer.TextAt("status"));
        Assert.Equal(sku, answer.TextAt("sku"));
        Assert.NotEmpty(answer.TextAt("submissionId")!);
        Assert.Equal(0, answer.GetProperty("issues").GetArrayLength());
        Assert.Equal(before, Quantity(atOnce));
        Assert.Equal(before + 5, Submitted(atOnce)[0].GetProperty("quantity").GetInt32());
        Assert.Equal(before + 5, Quantity(later));
    }

    [Fact]
    public async Task Answers_have_the_models_shape()
    {
        var model = AmazonModel.Listings;
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions());

        await model.AssertMatchesAsync(
            "ListingsItemSubmissionResponse",
            await PatchAsync(sandbox, "COMMON-1", Availability(1)));
        await model.AssertMatchesAsync("ListingsItemSubmissionResponse", await PatchAsync(sandbox, "NOPE", Availability(1)));
        await model.AssertMatchesAsync(
            "ListingsItemSubmissionResponse",
            await PreviewAsync(sandbox, "COMMON-1", Availability(1)));
    }

    [Fact]
    public async Task Merging_keeps_the_lead_time_and_replacing_sets_exactly_what_is_given()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Listings = 60, Orders = 0, Quotas = false });
        await PatchAsync(sandbox, "COMMON-1", new
        {
            op = "replace",
            path = "/attributes/fulfillment_availability",
            value = new[] { new { fulfillment_channel_code = "DEFAULT", quantity = 5, lead_time_to_ship_max_days = 3 } },
        });

        await PatchAsync(sandbox, "COMMON-1", Availability(6, "merge"));
        var merged = Submitted(await ReadAsync(sandbox, "COMMON-1"))[0];
        await PatchAsync(sandbox, "COMMON-1", Availability(7));
        var replaced = Submitted(await ReadAsync(sandbox, "COMMON-1"))[0];

        Assert.Equal(6, merged.GetProperty("quantity").GetInt32());
        Assert.Equal(3, merged.GetProperty("lead_time_to_ship_max_days").GetInt32());
        Assert.Equal(7, replaced.GetProperty("quantity").GetInt32());
        Assert.False(replaced.TryGetProperty("lead_time_to_ship_max_days", out _));
    }

    [Fact]
    public async Task Other_attributes_stay_and_can_be_changed_and_removed()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var before = (await ReadAsync(sandbox, "COMMON-2")).GetProperty("attributes");

        await PatchAsync(sandbox, "COMMON-2", Availability(3), new
        {
            op = "add",
            path = "/attributes/item_name",
            value = new[] { new { value = "नया नाम", language_tag = "hi_IN" } },
        });
        var after = await ReadAsync(sandbox, "COMMON-2");
        await PatchAsync(sandbox, "COMMON-2", new { op = "delete", path = "/attributes/fulfillment_availability" });
        sandbox.Time.Advance(TimeSpan.FromSeconds(2));
        var deleted = await ReadAsync(sandbox, "COMMON-2");

        Assert.Equal(
            before.GetProperty("purchasable_offer").GetRawText(),
            after.At("attributes.purchasable_offer").GetRawText());
        Assert.Equal("नया नाम", after.TextAt("summaries.0.itemName"));
        Assert.Empty(deleted.ListAt("fulfillmentAvailability"));
    }

    [Fact]
    public async Task A_merchant_quantity_on_an_Amazon_fulfilled_listing_adds_a_channel()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var listings = await sandbox.ControlAsync(HttpMethod.Get, "/control/listings");
        var sku = listings.ListAt("data")
            .First(listing => listing.ListAt("fulfillmentAvailability")
                .Any(channel => channel.TextAt("fulfillmentChannelCode") == "AMAZON_IN"))
            .TextAt("sku")!;

        await PatchAsync(sandbox, sku, Availability(3));
        sandbox.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(2, (await ReadAsync(sandbox, sku)).GetProperty("fulfillmentAvailability").GetArrayLength());
    }

    [Fact]
    public async Task What_Amazon_refuses_travels_with_status_200_and_changes_nothing()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        object withoutChannel = new
        {
            op = "replace",
            path = "/attributes/fulfillment_availability",
            value = new[] { new { quantity = 5 } },
        };
        object misspelt = new { op = "replace", path = "/attributes/fulfillmentAvailability", value = new[] { new { quantity = 5 } } };
        var before = Quantity(await ReadAsync(sandbox, "COMMON-1"));

        foreach (var (sku, patch, code) in new[]
        {
            ("COMMON-1", withoutChannel, "99022"),
            ("COMMON-1", misspelt, "90000900"),
            ("COMMON-1", Availability(-1), "90000900"),
            ("NOT-A-LISTING", Availability(5), "13013"),
        })
        {
            var answer = await PatchAsync(sandbox, sku, patch);
            Assert.Equal("INVALID", answer.TextAt("status"));
            Assert.Equal(code, answer.TextAt("issues.0.code"));
            Assert.Equal("ERROR", answer.TextAt("issues.0.severity"));
        }

        sandbox.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(before, Quantity(await ReadAsync(sandbox, "COMMON-1")));
    }

    [Fact]
    public async Task Some_listings_always_refuse_a_quantity_with_a_reason()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var listings = await sandbox.ControlAsync(HttpMethod.Get, "/control/listings");

        var refusing = 0;
        foreach (var listing in listings.ListAt("data"))
        {
            var sku = listing.TextAt("sku")!;
            if (!sku.Contains('/', StringComparison.Ordinal)
                && listing.GetProperty("fulfillmentAvailability").GetArrayLength() > 0
                && (await PatchAsync(sandbox, sku, Availability(1))).TextAt("status") == "INVALID")
            {
                refusing++;
            }
        }

        Assert.Equal(2, refusing);
    }

    [Fact]
    public async Task A_preview_validates_and_writes_nothing()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var before = (await ReadAsync(sandbox, "COMMON-1")).GetRawText();

        var answer = await PreviewAsync(sandbox, "COMMON-1", Availability(77));
        var refused = await sandbox.RefusalAsync(
            HttpMethod.Patch,
            $"{Items}/COMMON-1?{India}&includedData=identifiers",
            Body(Availability(1)));

        Assert.Equal("VALID", answer.TextAt("status"));
        Assert.Equal(10, answer.TextAt("identifiers.0.asin")!.Length);
        Assert.Equal(before, (await ReadAsync(sandbox, "COMMON-1")).GetRawText());
        Assert.Empty((await sandbox.ControlAsync(HttpMethod.Get, "/control/received")).ListAt("data"));
        Assert.Equal(400, refused.Status);
    }

    [Theory]
    [InlineData("""{"patches":[]}""")]
    [InlineData("""{"productType":"PRODUCT"}""")]
    [InlineData("""{"productType":"PRODUCT","patches":[]}""")]
    [InlineData("""{"productType":"PRODUCT","patches":[{"op":"test","path":"/attributes/a","value":[]}]}""")]
    [InlineData("""{"productType":"PRODUCT","patches":[{"op":"replace","path":"/attributes/a/0/b","value":[]}]}""")]
    [InlineData("""{"productType":"PRODUCT","patches":[{"op":"replace","path":"/quantity","value":[]}]}""")]
    [InlineData("""{"productType":"PRODUCT","patches":[{"op":"replace","path":"/attributes/a"}]}""")]
    [InlineData("""{"productType":"PRODUCT","patches":[{"op":"replace","path":"/attributes/a","value":5}]}""")]
    [InlineData("""[]""")]
    public async Task A_request_of_the_wrong_shape_is_refused(string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refusal = await sandbox.RefusalAsync(
            HttpMethod.Patch,
            $"{Items}/COMMON-1?{India}",
            RunningSandbox.Parse(body));

        Assert.Equal((400, "InvalidInput"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task A_slash_in_the_path_is_refused_for_patches_too()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refusal = await sandbox.RefusalAsync(
            HttpMethod.Patch,
            $"{Items}/{Uri.EscapeDataString("DEMO/SLASH/1KG")}?{India}",
            Body(Availability(1)));

        Assert.Equal((403, "MissingAuthenticationToken"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task What_was_pushed_is_logged_in_order_with_its_outcome()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });

        await PatchAsync(sandbox, "COMMON-1", Availability(4));
        sandbox.Time.Advance(TimeSpan.FromSeconds(1));
        await PatchAsync(sandbox, "NOPE", Availability(5));
        var received = (await sandbox.ControlAsync(HttpMethod.Get, "/control/received?kind=stock"))
            .ListAt("data");

        Assert.Equal(["COMMON-1", "NOPE"], received.Select(push => push.TextAt("sku")));
        Assert.Equal([4, 5], received.Select(push => push.GetProperty("quantity").GetInt32()));
        Assert.Equal(["ACCEPTED", "INVALID"], received.Select(push => push.TextAt("status")));
        Assert.All(received, push => Assert.Equal("stock", push.TextAt("kind")));
        Assert.Equal("PRODUCT", received[0].TextAt("body.productType"));
        Assert.Equal(
            RunningSandbox.Start.AddSeconds(1),
            received[1].GetProperty("at").GetDateTimeOffset());
    }

    private static object Availability(int quantity, string op = "replace") => new
    {
        op,
        path = "/attributes/fulfillment_availability",
        value = new[] { new { fulfillment_channel_code = "DEFAULT", quantity } },
    };

    private static object Body(params object[] patches) => new { productType = "PRODUCT", patches };

    private static Task<JsonElement> PatchAsync(RunningSandbox sandbox, string sku, params object[] patches) =>
        SendAsync(sandbox, sku, Body(patches), "");

    private static Task<JsonElement> PreviewAsync(RunningSandbox sandbox, string sku, object patch) =>
        SendAsync(sandbox, sku, Body(patch), "&mode=VALIDATION_PREVIEW&includedData=identifiers,issues");

    private static async Task<JsonElement> SendAsync(RunningSandbox sandbox, string sku, object body, string query)
    {
        using var answer = await sandbox.SendAsync(
            HttpMethod.Patch,
            $"{Items}/{Uri.EscapeDataString(sku)}?{India}{query}",
            body);
        var text = await answer.Content.ReadAsStringAsync(RunningSandbox.Cancel);
        Assert.True(answer.IsSuccessStatusCode, text);
        return RunningSandbox.Parse(text);
    }

    private static Task<JsonElement> ReadAsync(RunningSandbox sandbox, string sku) => sandbox.GetAsync(
        $"{Items}/{Uri.EscapeDataString(sku)}?{India}&includedData=summaries,attributes,fulfillmentAvailability");

    private static JsonElement Submitted(JsonElement listing) =>
        listing.At("attributes.fulfillment_availability");

    private static int Quantity(JsonElement listing) =>
        listing.At("fulfillmentAvailability.0.quantity").GetInt32();
}
