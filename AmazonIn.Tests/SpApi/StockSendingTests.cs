using System.Text.Json;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.Sandbox;
using AmazonIn.Infrastructure.SpApi.Feeds;
using AmazonIn.Tests.Sandbox;
using AmazonIn.Tests.SpApi.TestKit;

namespace AmazonIn.Tests.SpApi;

/// <summary>Quantities sent to the demo marketplace: real sockets, real quotas, one clock for both.</summary>
public sealed class StockSendingTests
{
    private static readonly ChannelConnection _channel = new(7, DemoIdentities.FirstSeller, Marketplace.India);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("KETTLE")]
    [InlineData("कुर्ता + \"नीला\" 👕 100%")]
    [InlineData("A,B")]
    [Trait("Row", "K1")]
    public async Task Patch_changes_the_quantity_and_keeps_handling_time(string sku)
    {
        await using var sandbox = await StartAsync();
        using var rig = RigFor(sandbox);
        await PostAsync(sandbox, Listing(sku));

        var answer = await rig.Stock.PatchAsync(_channel, new StockFigure(sku, 41), Cancel);
        sandbox.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.True(answer.IsAccepted, answer.Refusal);
        Assert.NotEmpty(answer.RequestId!);
        var entry = await AttributeAsync(sandbox, sku);
        Assert.Equal(41, entry.GetProperty("quantity").GetInt32());
        Assert.Equal(3, entry.GetProperty("lead_time_to_ship_max_days").GetInt32());
        Assert.Equal("2026-12-24", entry.GetProperty("restock_date").GetString());
        var shown = await rig.Stock.ReadQuantitiesAsync(_channel, [sku, "NO SUCH SKU"], Cancel);
        Assert.Equal(41, Assert.Single(shown).Value);
    }

    [Fact]
    [Trait("Row", "K3")]
    public async Task Refusal_that_comes_with_status_200_is_a_refusal_with_Amazons_words()
    {
        await using var sandbox = await StartAsync();
        using var rig = RigFor(sandbox);
        await PostAsync(sandbox, Listing("BAD", refusal: "Restricted Products Policy Violation."));

        var refused = await rig.Stock.PatchAsync(_channel, new StockFigure("BAD", 4), Cancel);
        var unknown = await rig.Stock.PatchAsync(_channel, new StockFigure("NO SUCH SKU", 4), Cancel);

        Assert.Equal("Restricted Products Policy Violation. (Amazon's code 18742)", refused.Refusal);
        Assert.Contains("no listing with this SKU", unknown.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task What_Amazon_fulfils_is_read_and_never_written()
    {
        await using var sandbox = await StartAsync();
        using var rig = RigFor(sandbox);
        await PostAsync(sandbox, Listing("FBA", channel: "AMAZON_IN"));

        var answer = await rig.Stock.PatchAsync(_channel, new StockFigure("FBA", 4), Cancel);
        var listed = await rig.Stock.ReadAvailabilityAsync(_channel, ["FBA"], Cancel);

        Assert.Contains("FBA", answer.Refusal, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(listed).Refusal);
        Assert.Empty(await ReceivedAsync(sandbox));
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Feed_carries_slashes_and_Devanagari_keeps_handling_time_and_tells_refusals_apart()
    {
        await using var sandbox = await StartAsync();
        using var rig = RigFor(sandbox);
        string[] skus = ["A/1", "कुर्ता/L", "BAD", "PLAIN"];
        await PostAsync(sandbox, [.. skus.Select(sku => Listing(sku, refusal: sku == "BAD" ? "Not approved." : null))]);

        var routes = await rig.Stock.ChooseAsync(_channel, skus, Cancel);
        var listed = await rig.Stock.ReadAvailabilityAsync(_channel, skus, Cancel);
        var id = await rig.Stock.SubmitFeedAsync(
            _channel, [.. listed.Select((listing, index) => new StockMessage(index + 1, listing, 10 + index))], Cancel);
        var early = await rig.Stock.ReadFeedAsync(_channel, id, Cancel);
        sandbox.Time.Advance(TimeSpan.FromSeconds(10));
        var ended = await rig.Stock.ReadFeedAsync(_channel, id, Cancel);
        sandbox.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["A/1", "कुर्ता/L"], routes.ByFeed);
        Assert.Equal(["BAD", "PLAIN"], routes.ByPatch);
        Assert.False(early.IsEnded);
        Assert.True(ended is { IsEnded: true, Failure: null });
        Assert.Equal((3, "Not approved. (Amazon's code 18742)"), (Assert.Single(ended.Refusals).Key, ended.Refusals[3]));
        var shown = await rig.Stock.ReadQuantitiesAsync(_channel, skus, Cancel);
        Assert.Equal((10, 11, 13), (shown["A/1"], shown["कुर्ता/L"], shown["PLAIN"]));
        Assert.All(
            await ReceivedAsync(sandbox),
            push => Assert.Equal(3, push.GetProperty("body").GetProperty("patches")[0].GetProperty("value")[0]
                .GetProperty("lead_time_to_ship_max_days").GetInt32()));
        Assert.True(rig.Get<FeedTimes>().Of(_channel.SellerId) < FeedTimes.Assumed);
    }

    [Theory]
    [InlineData("throttle")]
    [InlineData("error503")]
    [InlineData("malformed")]
    [Trait("Row", "K3")]
    public async Task Patch_that_meets_a_fault_is_repeated(string fault)
    {
        await using var sandbox = await StartAsync();
        using var rig = RigFor(sandbox);
        await PostAsync(sandbox, Listing("KETTLE"));
        await sandbox.ControlAsync(
            HttpMethod.Post, "/control/faults", new { match = new { method = "PATCH" }, fault, times = 2 });

        var answer = await rig.Stock.PatchAsync(_channel, new StockFigure("KETTLE", 4), Cancel);

        Assert.True(answer.IsAccepted);
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Few_quantities_go_one_by_one_and_many_together()
    {
        await using var sandbox = await StartAsync(quotas: true);
        using var rig = RigFor(sandbox);

        var few = await rig.Stock.ChooseAsync(_channel, Skus(50), Cancel);
        var many = await rig.Stock.ChooseAsync(_channel, Skus(5_000), Cancel);
        rig.Get<FeedTimes>().Learn(_channel.SellerId, TimeSpan.FromHours(1));
        var slowFeeds = await rig.Stock.ChooseAsync(_channel, Skus(5_000), Cancel);

        Assert.Equal((50, 0), (few.ByPatch.Count, few.ByFeed.Count));
        Assert.Equal((0, 5_000), (many.ByPatch.Count, many.ByFeed.Count));
        Assert.Equal((5_000, 0), (slowFeeds.ByPatch.Count, slowFeeds.ByFeed.Count));
        Assert.Equal(TimeSpan.Zero, many.FeedWait);
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Amazon_never_gets_more_than_five_feeds_in_five_minutes()
    {
        await using var sandbox = await StartAsync(quotas: true);
        using var rig = RigFor(sandbox);
        await PostAsync(sandbox, Listing("A/1"));
        var listed = Assert.Single(await rig.Stock.ReadAvailabilityAsync(_channel, ["A/1"], Cancel));

        for (var feed = 0; feed < 9; feed++)
        {
            await rig.Stock.SubmitFeedAsync(_channel, [new StockMessage(1, listed, feed)], Cancel);
        }

        var calls = await sandbox.ControlAsync(HttpMethod.Get, "/control/calls");
        Assert.All(calls.GetProperty("data").EnumerateArray(), call => Assert.Equal(0, call.GetProperty("throttled").GetInt32()));
        Assert.True((await rig.Stock.ChooseAsync(_channel, ["A/1"], Cancel)).FeedWait > TimeSpan.FromMinutes(1));
    }

    private static List<string> Skus(int count) => [.. Enumerable.Range(0, count).Select(number => $"SKU-{number}")];

    private static Task<RunningSandbox> StartAsync(bool quotas = false) =>
        RunningSandbox.StartAsync(new SandboxOptions { Listings = 0, Orders = 0, Quotas = quotas });

    private static object Listing(string sku, string channel = "DEFAULT", string? refusal = null) => new
    {
        sku,
        fulfillmentAvailability = new[] { new { fulfillmentChannelCode = channel, quantity = channel == "DEFAULT" ? 7 : (int?)null } },
        attributes = new
        {
            fulfillment_availability = new[]
            {
                new { fulfillment_channel_code = channel, quantity = 7, lead_time_to_ship_max_days = 3, restock_date = "2026-12-24" },
            },
        },
        refusal = refusal is null ? null : new { code = "18742", message = refusal },
    };

    private static Task PostAsync(RunningSandbox sandbox, params object[] listings) =>
        sandbox.ControlAsync(HttpMethod.Post, "/control/listings", listings);

    private static async Task<List<JsonElement>> ReceivedAsync(RunningSandbox sandbox) =>
        [.. (await sandbox.ControlAsync(HttpMethod.Get, "/control/received?kind=stock")).GetProperty("data").EnumerateArray()];

    private static async Task<JsonElement> AttributeAsync(RunningSandbox sandbox, string sku)
    {
        var item = await sandbox.GetAsync(
            $"/listings/2021-08-01/items/{_channel.SellerId}/{Uri.EscapeDataString(sku)}"
            + $"?marketplaceIds={RunningSandbox.India}&includedData=attributes");
        return Assert.Single(item.GetProperty("attributes").GetProperty("fulfillment_availability").EnumerateArray());
    }

    private static SpApiRig RigFor(RunningSandbox sandbox)
    {
        var address = sandbox.Client.BaseAddress!;
        var rig = new SpApiRig(
            new Dictionary<string, string?>
            {
                ["Amazon:ClientId"] = "amzn1.application-oa2-client.demo",
                ["Amazon:ClientSecret"] = "demo-secret",
                ["Amazon:TokenUrl"] = new Uri(address, "/auth/o2/token").ToString(),
                ["Amazon:Endpoint"] = address.ToString(),
            },
            sandbox.Time,
            overTheWire: true);
        rig.Channels.RefreshToken = "Atzr|demo-in";
        return rig;
    }
}
