using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

using AmazonIn.Infrastructure.Sandbox;

namespace AmazonIn.Tests.Sandbox;

public sealed class FeedTests
{
    private const string Feeds = "/feeds/2021-06-30/feeds";
    private const string Documents = "/feeds/2021-06-30/documents";
    private const string ContentType = "application/json; charset=UTF-8";

    private static CancellationToken Cancel => RunningSandbox.Cancel;

    [Fact]
    public async Task A_feed_moves_through_its_states_and_applies_its_messages_at_the_end()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var id = await SubmitAsync(sandbox, Patch(1, "DEMO/SLASH/1KG", 17), Partial(2, "COMMON-1", 18));

        var states = new List<string?>();
        for (var step = 0; step < 3; step++)
        {
            states.Add(await StatusAsync(sandbox, id));
            sandbox.Time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(["IN_QUEUE", "IN_PROGRESS", "DONE"], states);
        Assert.Equal(17, await QuantityAsync(sandbox, "DEMO/SLASH/1KG"));
        Assert.Equal(18, await QuantityAsync(sandbox, "COMMON-1"));
    }

    [Fact]
    public async Task Feeds_are_unrolled_in_what_was_received()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var id = await SubmitAsync(sandbox, Patch(1, "COMMON-1", 3), Partial(2, "NOPE", 4));

        var queued = await ReceivedAsync(sandbox, "feed");
        sandbox.Time.Advance(TimeSpan.FromSeconds(4));
        var processed = await ReceivedAsync(sandbox, "stock");

        Assert.All(queued, push =>
        {
            Assert.Equal("feed", push.TextAt("kind"));
            Assert.Equal("QUEUED", push.TextAt("status"));
            Assert.Equal(id, push.TextAt("feedId"));
            Assert.Equal(RunningSandbox.Start, push.GetProperty("at").GetDateTimeOffset());
        });
        Assert.Equal(["COMMON-1", "NOPE"], processed.Select(push => push.TextAt("sku")));
        Assert.Equal([3, 4], processed.Select(push => push.GetProperty("quantity").GetInt32()));
        Assert.Equal([1, 2], processed.Select(push => push.GetProperty("messageId").GetInt32()));
        Assert.Equal(["ACCEPTED", "INVALID"], processed.Select(push => push.TextAt("status")));
        Assert.All(processed, push => Assert.Equal("stock", push.TextAt("kind")));
    }

    [Fact]
    public async Task The_processing_report_names_each_refused_message()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var id = await SubmitAsync(
            sandbox,
            Patch(1, "COMMON-1", 3),
            Patch(2, "NOPE", 4),
            Patch(2, "COMMON-2", 4),
            Patch(3, "COMMON-2", -4),
            new JsonObject { ["messageId"] = 4, ["sku"] = "COMMON-2", ["operationType"] = "UPSERT" },
            new JsonObject { ["messageId"] = 5, ["sku"] = "COMMON-3", ["operationType"] = "DELETE" });
        sandbox.Time.Advance(TimeSpan.FromSeconds(4));

        var report = await ReportAsync(sandbox, id);

        await AmazonModel.AssertMatchesSchemaAsync("feeds/listings-feed-processing-report-schema-v2.json", report);
        Assert.Equal([2, 2, 3, 4], report.ListAt("issues").Select(issue => issue.GetProperty("messageId").GetInt32()));
        var summary = report.GetProperty("summary");
        Assert.Equal(6, summary.GetProperty("messagesProcessed").GetInt32());
        Assert.Equal(2, summary.GetProperty("messagesAccepted").GetInt32());
        Assert.Equal(4, summary.GetProperty("messagesInvalid").GetInt32());
        Assert.Equal(id, report.TextAt("header.feedId"));
        Assert.False(report.TryGetProperty("items", out _));
        Assert.Equal(404, (await sandbox.RefusalAsync(
            HttpMethod.Get,
            $"/listings/2021-08-01/items/A1DEMOSELLERIN/COMMON-3?marketplaceIds={RunningSandbox.India}")).Status);
    }

    [Fact]
    public async Task The_processing_report_holds_listings_for_those_who_ask_and_large_ones_are_compressed()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var listings = (await sandbox.ControlAsync(HttpMethod.Get, "/control/listings")).ListAt("data")
            .Where(listing => listing.GetProperty("fulfillmentAvailability").GetArrayLength() > 0)
            .Select((listing, index) => Patch(index + 1, listing.TextAt("sku")!, index))
            .ToArray();
        var feed = Document(listings);
        feed["header"]!["report"] = new JsonObject
        {
            ["includedData"] = new JsonArray("issues", "fulfillmentAvailability"),
            ["apiVersion"] = "2021-08-01",
        };
        var id = await SubmitAsync(sandbox, Encoding.UTF8.GetBytes(feed.ToJsonString()));
        sandbox.Time.Advance(TimeSpan.FromSeconds(4));

        var report = await ReportAsync(sandbox, id, compressed: true);

        await AmazonModel.AssertMatchesSchemaAsync("feeds/listings-feed-processing-report-schema-v2.json", report);
        Assert.Equal(2, report.At("summary.messagesInvalid").GetInt32());
        Assert.Equal(
            report.At("summary.messagesAccepted").GetInt32(),
            report.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Answers_have_the_models_shape()
    {
        var model = AmazonModel.Feeds;
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var id = await SubmitAsync(sandbox, Patch(1, "COMMON-1", 3));
        await model.AssertMatchesAsync("Feed", await sandbox.GetAsync($"{Feeds}/{id}"));
        sandbox.Time.Advance(TimeSpan.FromSeconds(4));
        var done = await sandbox.GetAsync($"{Feeds}/{id}");
        await model.AssertMatchesAsync("Feed", done);
        await model.AssertMatchesAsync(
            "FeedDocument",
            await sandbox.GetAsync($"{Documents}/{done.TextAt("resultFeedDocumentId")}"));
        await model.AssertMatchesAsync("GetFeedsResponse", await sandbox.GetAsync($"{Feeds}?feedTypes=JSON_LISTINGS_FEED"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"header":{"sellerId":"A2DEMOSELLERIN","version":"2.0"},"messages":[{}]}""")]
    [InlineData("""{"header":{"sellerId":"A1DEMOSELLERIN","version":"1.0"},"messages":[{}]}""")]
    [InlineData("""{"header":{"sellerId":"A1DEMOSELLERIN","version":"2.0"},"messages":[]}""")]
    public async Task A_feed_that_cannot_be_read_ends_fatally(string document)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var id = await SubmitAsync(sandbox, Encoding.UTF8.GetBytes(document));
        sandbox.Time.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal("FATAL", await StatusAsync(sandbox, id));
    }

    [Fact]
    public async Task Retired_feed_types_end_fatally_and_unknown_ones_are_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var document = await UploadAsync(sandbox, "<xml/>"u8.ToArray());

        using var retired = await CreateAsync(sandbox, document, "POST_INVENTORY_AVAILABILITY_DATA");
        using var unknown = await CreateAsync(sandbox, document, "POST_NOTHING");
        sandbox.Time.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal("FATAL", await StatusAsync(sandbox, await IdAsync(retired)));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task An_upload_needs_the_content_type_that_it_was_announced_with()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var created = await sandbox.SendAsync(HttpMethod.Post, Documents, new { contentType = ContentType });
        var url = RunningSandbox.Parse(await created.Content.ReadAsStringAsync(Cancel)).TextAt("url")!;

        using var wrong = await PutAsync(sandbox, url, [1], "application/json");
        using var right = await PutAsync(sandbox, url, [1], ContentType);
        using var read = await sandbox.Client.GetAsync(url, Cancel);
        sandbox.Time.Advance(TimeSpan.FromMinutes(5));
        using var late = await PutAsync(sandbox, url, [1], ContentType);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Contains("SignatureDoesNotMatch", await wrong.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
    }

    [Fact]
    public async Task A_feed_needs_an_uploaded_document_of_the_seller()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var announced = await sandbox.SendAsync(HttpMethod.Post, Documents, new { contentType = ContentType });
        var notUploaded = RunningSandbox.Parse(await announced.Content.ReadAsStringAsync(Cancel))
            .TextAt("feedDocumentId")!;
        var uploaded = await UploadAsync(sandbox, [1]);

        using var empty = await CreateAsync(sandbox, notUploaded);
        using var unknown = await CreateAsync(sandbox, "nothing");
        using var foreign = await sandbox.SendAsync(
            HttpMethod.Post,
            Feeds,
            Feed(uploaded, "JSON_LISTINGS_FEED"),
            await sandbox.TokenAsync("Atzr|demo-in-2"));

        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
    }

    [Fact]
    public async Task Five_feeds_in_five_minutes_are_the_limit()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var document = await UploadAsync(sandbox, Encoding.UTF8.GetBytes(Document(Patch(1, "COMMON-1", 1)).ToJsonString()));

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            using var answer = await CreateAsync(sandbox, document);
            statuses.Add(answer.StatusCode);
        }

        sandbox.Time.Advance(TimeSpan.FromMinutes(5));
        using var later = await CreateAsync(sandbox, document);

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Accepted, 5), HttpStatusCode.TooManyRequests], statuses);
        Assert.Equal(HttpStatusCode.Accepted, later.StatusCode);
    }

    [Fact]
    public async Task A_queued_feed_overwrites_a_patch_that_came_after_it()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        await SubmitAsync(sandbox, Patch(1, "COMMON-1", 10));
        using var patch = await sandbox.SendAsync(
            HttpMethod.Patch,
            $"/listings/2021-08-01/items/A1DEMOSELLERIN/COMMON-1?marketplaceIds={RunningSandbox.India}",
            new { productType = "PRODUCT", patches = Patch(1, "x", 99)["patches"] });
        Assert.Equal(HttpStatusCode.OK, patch.StatusCode);

        sandbox.Time.Advance(TimeSpan.FromSeconds(2));
        var before = await QuantityAsync(sandbox, "COMMON-1");
        sandbox.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(99, before);
        Assert.Equal(10, await QuantityAsync(sandbox, "COMMON-1"));
    }

    [Fact]
    public async Task A_cancelled_feed_changes_nothing()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var before = await QuantityAsync(sandbox, "COMMON-1");
        var id = await SubmitAsync(sandbox, Patch(1, "COMMON-1", before + 1));

        using var cancelled = await sandbox.SendAsync(HttpMethod.Delete, $"{Feeds}/{id}");
        sandbox.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
        Assert.Equal("CANCELLED", await StatusAsync(sandbox, id));
        Assert.Equal(before, await QuantityAsync(sandbox, "COMMON-1"));
    }

    private static JsonObject Patch(int messageId, string sku, int quantity) => new()
    {
        ["messageId"] = messageId,
        ["sku"] = sku,
        ["operationType"] = "PATCH",
        ["productType"] = "PRODUCT",
        ["patches"] = new JsonArray(new JsonObject
        {
            ["op"] = "replace",
            ["path"] = "/attributes/fulfillment_availability",
            ["value"] = Availability(quantity),
        }),
    };

    private static JsonObject Partial(int messageId, string sku, int quantity) => new()
    {
        ["messageId"] = messageId,
        ["sku"] = sku,
        ["operationType"] = "PARTIAL_UPDATE",
        ["productType"] = "PRODUCT",
        ["attributes"] = new JsonObject { ["fulfillment_availability"] = Availability(quantity) },
    };

    private static JsonArray Availability(int quantity) =>
        new(new JsonObject { ["fulfillment_channel_code"] = "DEFAULT", ["quantity"] = quantity });

    private static JsonObject Document(params JsonObject[] messages) => new()
    {
        ["header"] = new JsonObject { ["sellerId"] = "A1DEMOSELLERIN", ["version"] = "2.0", ["issueLocale"] = "en_IN" },
        ["messages"] = new JsonArray([.. messages]),
    };

    private static Task<string> SubmitAsync(RunningSandbox sandbox, params JsonObject[] messages) =>
        SubmitAsync(sandbox, Encoding.UTF8.GetBytes(Document(messages).ToJsonString()));

    private static async Task<string> SubmitAsync(RunningSandbox sandbox, byte[] document)
    {
        using var answer = await CreateAsync(sandbox, await UploadAsync(sandbox, document));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await IdAsync(answer);
    }

    private static async Task<string> UploadAsync(RunningSandbox sandbox, byte[] document)
    {
        using var created = await sandbox.SendAsync(HttpMethod.Post, Documents, new { contentType = ContentType });
        var body = RunningSandbox.Parse(await created.Content.ReadAsStringAsync(Cancel));
        using var put = await PutAsync(sandbox, body.TextAt("url")!, document, ContentType);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        return body.TextAt("feedDocumentId")!;
    }

    private static async Task<HttpResponseMessage> PutAsync(RunningSandbox sandbox, string url, byte[] bytes, string contentType)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await sandbox.Client.PutAsync(url, content, Cancel);
    }

    private static object Feed(string documentId, string type) => new
    {
        feedType = type,
        marketplaceIds = new[] { RunningSandbox.India },
        inputFeedDocumentId = documentId,
    };

    private static Task<HttpResponseMessage> CreateAsync(
        RunningSandbox sandbox,
        string documentId,
        string type = "JSON_LISTINGS_FEED") =>
        sandbox.SendAsync(HttpMethod.Post, Feeds, Feed(documentId, type));

    private static async Task<string> IdAsync(HttpResponseMessage answer) =>
        RunningSandbox.Parse(await answer.Content.ReadAsStringAsync(Cancel)).TextAt("feedId")!;

    private static async Task<string?> StatusAsync(RunningSandbox sandbox, string id) =>
        (await sandbox.GetAsync($"{Feeds}/{id}")).TextAt("processingStatus");

    private static async Task<JsonElement> ReportAsync(RunningSandbox sandbox, string id, bool compressed = false)
    {
        var feed = await sandbox.GetAsync($"{Feeds}/{id}");
        var document = await sandbox.GetAsync($"{Documents}/{feed.TextAt("resultFeedDocumentId")}");
        Assert.Equal(compressed, document.TryGetProperty("compressionAlgorithm", out _));
        var bytes = await sandbox.Client.GetByteArrayAsync(document.TextAt("url")!, Cancel);
        if (!compressed)
        {
            return RunningSandbox.Parse(Encoding.UTF8.GetString(bytes));
        }

        await using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return RunningSandbox.Parse(await reader.ReadToEndAsync(Cancel));
    }

    private static async Task<int> QuantityAsync(RunningSandbox sandbox, string sku)
    {
        var page = await sandbox.GetAsync(
            $"/listings/2021-08-01/items/A1DEMOSELLERIN?marketplaceIds={RunningSandbox.India}" +
            $"&identifiersType=SKU&identifiers={Uri.EscapeDataString(sku)}&includedData=fulfillmentAvailability");
        return page.At("items.0.fulfillmentAvailability.0.quantity").GetInt32();
    }

    private static async Task<List<JsonElement>> ReceivedAsync(RunningSandbox sandbox, string kind) =>
        [.. (await sandbox.ControlAsync(HttpMethod.Get, $"/control/received?kind={kind}")).ListAt("data")];
}
