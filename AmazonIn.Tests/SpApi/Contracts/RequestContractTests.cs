using System.Net;
using System.Text;
using System.Text.Json;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Reports;
using AmazonIn.Tests.SpApi.TestKit;

namespace AmazonIn.Tests.SpApi.Contracts;

/// <summary>Every request that the client makes is one that Amazon's model describes.</summary>
public sealed class RequestContractTests : IDisposable
{
    private readonly SpApiRig _rig = new();

    private CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_for_orders()
    {
        _rig.Amazon.AnswerWith(call => ScriptedAmazon.Json(
            call.Path.EndsWith("/orders", StringComparison.Ordinal)
                ? AnOrder.Page(0, 1, call.Query("paginationToken") is null ? "a/b+c=" : null)
                : $$"""{"order":{{AnOrder.Json().ToJsonString()}}}"""));
        var from = _rig.Time.GetUtcNow().AddDays(-3.123456);

        await DrainAsync(_rig.Orders.ReadAsync(SpApiRig.Channel, new OrderWindow(from, null), null, _rig.Waits, Cancel));
        await DrainAsync(_rig.Orders.ReadAsync(SpApiRig.Channel, new OrderWindow(from, from.AddDays(1)), null, _rig.Waits, Cancel));
        await DrainAsync(_rig.Orders.ReadByIdAsync(SpApiRig.Channel, ["403-1234567-1234567"], _rig.Waits, Cancel));

        await AssertGoodAsync(PublishedModel.Orders, 5);
    }

    [Fact]
    public async Task Requests_for_orders_with_fewer_datasets()
    {
        _rig.Amazon.AnswerWith(call => _rig.Amazon.Calls.Count < 3
            ? ScriptedAmazon.Error(HttpStatusCode.BadRequest, "InvalidInput")
            : ScriptedAmazon.Json(AnOrder.Page(0, 1)));

        await DrainAsync(_rig.Orders.ReadAsync(
            SpApiRig.Channel, new OrderWindow(_rig.Time.GetUtcNow().AddDays(-1), null), null, _rig.Waits, Cancel));

        await AssertGoodAsync(PublishedModel.Orders, 3);
    }

    [Fact]
    public async Task Requests_for_listings()
    {
        _rig.Amazon.AnswerWith(call => ScriptedAmazon.Json(
            call.Path.Split('/').Length > 5
                ? AListing.Json().ToJsonString()
                : AListing.Page([AListing.Json()], 2, call.Query("pageToken") is null && call.Query("identifiers") is null ? "t=" : null)));
        var skus = Enumerable.Range(0, 45).Select(number => $"SKU {number}/+%\"#'😀").Append("with,comma").ToList();

        await DrainAsync(_rig.Listings.ReadAsync(SpApiRig.Channel, null, null, _rig.Waits, Cancel));
        await DrainAsync(_rig.Listings.ReadAsync(SpApiRig.Channel, _rig.Time.GetUtcNow().AddDays(-1), null, _rig.Waits, Cancel));
        await DrainAsync(_rig.Listings.ReadBySkuAsync(SpApiRig.Channel, skus, _rig.Waits, Cancel));

        await AssertGoodAsync(PublishedModel.Listings, 8);
    }

    [Fact]
    public async Task Requests_for_a_part_of_a_large_set_of_changes()
    {
        _rig.Amazon.AnswerWith(call => ScriptedAmazon.Json(
            AListing.Page([AListing.Json()], _rig.Amazon.Calls.Count < 3 ? 5000 : 1)));

        await DrainAsync(_rig.Listings.ReadAsync(SpApiRig.Channel, _rig.Time.GetUtcNow().AddDays(-1), null, _rig.Waits, Cancel));

        Assert.Contains(_rig.Amazon.Calls, call => call.Query("lastUpdatedBefore") is not null);
        await AssertGoodAsync(PublishedModel.Listings, _rig.Amazon.Calls.Count);
    }

    [Fact]
    public async Task Requests_for_reports()
    {
        _rig.Amazon.AnswerWith(call => call.Method == HttpMethod.Post
            ? ScriptedAmazon.Json("""{"reportId":"R1"}""", HttpStatusCode.Accepted)
            : ScriptedAmazon.Json("""{"reportId":"R1","processingStatus":"DONE","reportDocumentId":"amzn1.spdoc.1.4.eu.x","url":"https://x.amazonaws.com/"}"""));
        var reports = _rig.Get<ReportsClient>();
        var now = _rig.Time.GetUtcNow();

        await reports.CreateAsync(SpApiRig.Channel, ReportTypes.OrdersByLastUpdate, now.AddDays(-30), now, _rig.Waits, Cancel);
        await reports.CreateAsync(SpApiRig.Channel, ReportTypes.AllListings, null, null, _rig.Waits, Cancel);
        await reports.GetAsync(SpApiRig.Channel, "R1", _rig.Waits, Cancel);
        await reports.GetDocumentAsync(SpApiRig.Channel, "amzn1.spdoc.1.4.eu.x", _rig.Waits, Cancel);

        await AssertGoodAsync(PublishedModel.Reports, 4);
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Requests_that_send_quantities()
    {
        _rig.Amazon.AnswerWith(call => ScriptedAmazon.Json(call.Method == HttpMethod.Patch
            ? """{"sku":"S","status":"ACCEPTED","submissionId":"s-1","issues":[]}"""
            : call.Path.Split('/').Length > 5 ? AListing.Json().ToJsonString() : AListing.Page([AListing.Json()], 1)));
        var sku = "SKU +%\"#'कुर्ता😀";

        await _rig.Stock.PatchAsync(SpApiRig.Channel, new StockFigure(sku, 7), Cancel);
        await _rig.Stock.ReadAvailabilityAsync(SpApiRig.Channel, ["A/1", "B,2"], Cancel);
        await _rig.Stock.ReadQuantitiesAsync(SpApiRig.Channel, ["A/1"], Cancel);

        await AssertGoodAsync(PublishedModel.Listings, 5);
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Requests_that_hand_a_feed_over_and_follow_it()
    {
        _rig.Amazon.AnswerWith(call => call.Method == HttpMethod.Put
            ? ScriptedAmazon.Status(HttpStatusCode.OK)
            : ScriptedAmazon.Json(
                """
                {"feedId":"F1","feedDocumentId":"D1","processingStatus":"DONE","resultFeedDocumentId":"D2","issues":[],
                 "url":"https://x.amazonaws.com/d"}
                """,
                call.Method == HttpMethod.Post ? HttpStatusCode.Accepted : HttpStatusCode.OK));

        var id = await _rig.Stock.SubmitFeedAsync(
            SpApiRig.Channel, [new StockMessage(1, new ListedAvailability("A/1", null, null), 3)], Cancel);
        await _rig.Stock.ReadFeedAsync(SpApiRig.Channel, id, Cancel);

        var (ours, storage) = (
            _rig.Amazon.Calls.Where(call => call.Address.Host != "x.amazonaws.com").ToList(),
            _rig.Amazon.Calls.Where(call => call.Address.Host == "x.amazonaws.com").ToList());
        Assert.Equal(4, ours.Count);
        foreach (var call in ours)
        {
            Assert.Empty(await PublishedModel.Feeds.FaultsOfAsync(call));
        }

        Assert.Equal("application/json; charset=UTF-8", storage[0].Headers["Content-Type"]);
        Assert.All(storage, call => Assert.DoesNotContain("x-amz-access-token", call.Headers.Keys));
        AssertFeed(storage[0].Body!);
    }

    [Fact]
    public async Task Requests_for_a_check_of_identifiers()
    {
        _rig.Amazon.AnswerWith(call => ScriptedAmazon.Json(call.Path.StartsWith("/sellers", StringComparison.Ordinal)
            ? """{"payload":[{"marketplace":{"id":"A21TJRUUN4KGV"},"participation":{"isParticipating":true}}]}"""
            : AListing.Page([], 0)));

        await _rig.Authorization.VerifyAsync(Marketplace.India, "A1SELLER", "Atzr|x", Cancel);

        Assert.Empty(await PublishedModel.Sellers.FaultsOfAsync(_rig.Amazon.Calls[0]));
        Assert.Empty(await PublishedModel.Listings.FaultsOfAsync(_rig.Amazon.Calls[1]));
    }

    [Theory]
    [InlineData("GET", "/orders/2026-01-01/order", null)]
    [InlineData("DELETE", "/orders/2026-01-01/orders", null)]
    [InlineData("GET", "/orders/2026-01-01/orders?marketplaceIDs=A21TJRUUN4KGV", null)]
    [InlineData("GET", "/orders/2026-01-01/orders?includedData=BUYER,SELLER", null)]
    [InlineData("GET", "/orders/2026-01-01/orders?lastUpdatedAfter=yesterday", null)]
    [InlineData("GET", "/orders/2026-01-01/orders?maxResultsPerPage=ten", null)]
    [InlineData("GET", "/orders/2026-01-01/orders", "{}")]
    public async Task The_check_of_requests_can_fail(string method, string path, string? body)
    {
        var call = new RecordedCall(
            new HttpMethod(method), new Uri("https://host" + path), new Dictionary<string, string>(), body, default);

        Assert.NotEmpty(await PublishedModel.Orders.FaultsOfAsync(call));
    }

    [Theory]
    [InlineData("GET", "/listings/2021-08-01/items/S", null)]
    [InlineData("GET", "/listings/2021-08-01/items/S?marketplaceIds=A&pageSize=21", null)]
    [InlineData("GET", "/listings/2021-08-01/items/S?marketplaceIds=A&identifiersType=SKU&identifiers=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21", null)]
    [InlineData("PATCH", "/listings/2021-08-01/items/S/SKU?marketplaceIds=A", """{"productType":"PRODUCT"}""")]
    public async Task The_check_of_listing_requests_can_fail(string method, string path, string? body)
    {
        var headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" };
        var call = new RecordedCall(new HttpMethod(method), new Uri("https://host" + path), headers, body, default);

        Assert.NotEmpty(await PublishedModel.Listings.FaultsOfAsync(call));
    }

    public void Dispose() => _rig.Dispose();

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> stream)
    {
        await foreach (var _ in stream)
        {
        }
    }

    // Amazon's schema of a feed's document.
    private static void AssertFeed(string body)
    {
        using var feed = JsonDocument.Parse(body);
        var message = feed.RootElement.GetProperty("messages")[0];
        Assert.Equal(("A1SELLER", "2.0"), (
            feed.RootElement.GetProperty("header").GetProperty("sellerId").GetString(),
            feed.RootElement.GetProperty("header").GetProperty("version").GetString()));
        Assert.Equal((1, "A/1", "PATCH", "PRODUCT"), (
            message.GetProperty("messageId").GetInt32(),
            message.GetProperty("sku").GetString(),
            message.GetProperty("operationType").GetString(),
            message.GetProperty("productType").GetString()));
        Assert.Equal(
            """[{"op":"replace","path":"/attributes/fulfillment_availability","value":[{"fulfillment_channel_code":"DEFAULT","quantity":3}]}]""",
            message.GetProperty("patches").GetRawText());
    }

    private async Task AssertGoodAsync(PublishedModel model, int calls)
    {
        Assert.Equal(calls, _rig.Amazon.Calls.Count);
        var faults = new StringBuilder();
        foreach (var call in _rig.Amazon.Calls)
        {
            faults.AppendJoin('\n', await model.FaultsOfAsync(call));
        }

        Assert.Equal(string.Empty, faults.ToString());
    }
}
