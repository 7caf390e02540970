using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox;

namespace AmazonIn.Tests.Sandbox;

public sealed class ReportTests
{
    private const string Reports = "/reports/2021-06-30/reports";
    private const string ByUpdate = "GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL";
    private const string ByOrderDate = "GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL";
    private const string AllListings = "GET_MERCHANT_LISTINGS_ALL_DATA";

    private static CancellationToken Cancel => RunningSandbox.Cancel;

    [Fact]
    public async Task A_report_moves_from_the_queue_to_its_document()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var id = await CreateAsync(sandbox, AllListings);

        var states = new List<string?>();
        for (var step = 0; step < 3; step++)
        {
            states.Add((await sandbox.GetAsync($"{Reports}/{id}")).TextAt("processingStatus"));
            sandbox.Time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(["IN_QUEUE", "IN_PROGRESS", "DONE"], states);
    }

    [Fact]
    public async Task Answers_have_the_models_shape()
    {
        var model = AmazonModel.Reports;
        await using var sandbox = await RunningSandbox.StartAsync();
        var id = await CreateAsync(sandbox, AllListings);
        var queued = await sandbox.GetAsync($"{Reports}/{id}");
        sandbox.Time.Advance(TimeSpan.FromSeconds(4));
        var done = await sandbox.GetAsync($"{Reports}/{id}");
        var document = await sandbox.GetAsync(
            $"/reports/2021-06-30/documents/{done.TextAt("reportDocumentId")}");

        await model.AssertMatchesAsync("Report", queued);
        await model.AssertMatchesAsync("Report", done);
        await model.AssertMatchesAsync("ReportDocument", document);
        await model.AssertMatchesAsync("GetReportsResponse", await sandbox.GetAsync($"{Reports}?reportTypes={AllListings}"));
    }

    [Fact]
    public async Task The_orders_report_holds_every_line_of_its_window_with_the_orders_money()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var orders = await sandbox.AllOrdersAsync();

        var rows = await RowsAsync(sandbox, ByUpdate, RunningSandbox.Start.AddDays(-30), RunningSandbox.Start);

        Assert.Equal(orders.Sum(order => order.GetProperty("orderItems").GetArrayLength()), rows.Count);
        Assert.Equal(
            orders.Select(order => order.TextAt("orderId")!).Order(),
            rows.Select(row => row["amazon-order-id"]).Distinct().Order());
        var total = rows.Sum(row =>
            Money(row["item-price"]) + Money(row["item-tax"]) + Money(row["shipping-price"]) + Money(row["shipping-tax"])
            + Money(row["gift-wrap-price"]) + Money(row["gift-wrap-tax"]) - Money(row["item-promotion-discount"])
            - Money(row["ship-promotion-discount"]));
        var expected = orders.Sum(order => order.ListAt("orderItems").Sum(InReport));
        Assert.Equal(expected, total);
        Assert.Contains(rows, row => row["order-status"] == "Pending - Waiting for Pick Up");
        Assert.Contains(rows, row => row["order-status"] == "Cancelled" && row["quantity"] == "0");
        Assert.Contains(rows, row => row["fulfilled-by"] == "Easy Ship");
        Assert.All(rows, row => Assert.EndsWith("+00:00", row["purchase-date"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_two_orders_reports_select_by_their_own_date()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Listings = 5, Orders = 0, Quotas = false });
        await sandbox.ControlAsync(HttpMethod.Post, "/control/orders", new
        {
            orderId = "900-0000000-0000001",
            createdTime = "2026-11-01T00:00:00Z",
            lastUpdatedTime = "2026-11-10T00:00:00Z",
            orderItems = new[] { new { orderItemId = "1", quantityOrdered = 1, product = new { sellerSku = "A\tB" } } },
        });

        var created = await RowsAsync(sandbox, ByOrderDate, Day(1), Day(2));
        var updated = await RowsAsync(sandbox, ByUpdate, Day(9), Day(11));
        var neither = await CreateAsync(sandbox, ByUpdate, Day(1), Day(2));
        sandbox.Time.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal("A B", Assert.Single(created)["sku"]);
        Assert.Single(updated);
        Assert.Equal(
            "CANCELLED",
            (await sandbox.GetAsync($"{Reports}/{neither}")).TextAt("processingStatus"));
    }

    [Fact]
    public async Task A_window_of_more_than_thirty_days_is_refused_inside_the_document()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });

        var text = await DownloadAsync(sandbox, await DoneAsync(
            sandbox,
            ByUpdate,
            RunningSandbox.Start.AddDays(-30).AddSeconds(-1),
            RunningSandbox.Start));

        Assert.Contains("exceeded the maximum of 30 days", text, StringComparison.Ordinal);
        Assert.DoesNotContain("amazon-order-id", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_holds_what_was_there_when_it_was_asked_for()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var id = await CreateAsync(sandbox, ByUpdate, RunningSandbox.Start.AddDays(-30), RunningSandbox.Start);
        var order = (await sandbox.AllOrdersAsync()).First(order => order.GetRawText().Contains("\"UNSHIPPED\"", StringComparison.Ordinal));
        var orderId = order.TextAt("orderId");
        await sandbox.ControlAsync(
            HttpMethod.Patch,
            $"/control/orders/{orderId}",
            new { fulfillment = new { fulfillmentStatus = "CANCELLED" } });
        sandbox.Time.Advance(TimeSpan.FromSeconds(4));

        var rows = Rows(await DownloadAsync(sandbox, id));

        Assert.All(rows.Where(row => row["amazon-order-id"] == orderId), row => Assert.NotEqual("Cancelled", row["order-status"]));
    }

    [Fact]
    public async Task The_listing_report_holds_every_listing_unquoted()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });

        var all = await RowsAsync(sandbox, AllListings, null, null);
        var active = await RowsAsync(sandbox, "GET_MERCHANT_LISTINGS_DATA", null, null);
        var inactive = await RowsAsync(sandbox, "GET_MERCHANT_LISTINGS_INACTIVE_DATA", null, null);

        Assert.Equal(240, all.Select(row => row["seller-sku"]).Distinct().Count());
        Assert.Equal(240, active.Count + inactive.Count);
        Assert.Contains(all, row => row["seller-sku"] == "DEMO-\"QUOTED\"-O'NEIL");
        Assert.Contains(all, row => row["seller-sku"] == "हल्दी-५००-ग्राम");
        Assert.All(all.Where(row => row["fulfillment-channel"] == "AMAZON_IN"), row => Assert.Equal("", row["quantity"]));
        Assert.Contains(all, row => row["fulfillment-channel"] == "DEFAULT" && row["quantity"] != "");
        Assert.Equal(["Active", "Inactive", "Incomplete"], all.Select(row => row["status"]).Distinct().Order());
        Assert.All(all, row => Assert.EndsWith(" IST", row["open-date"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_regions_old_character_set_loses_what_it_lacks()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false, ReportCharset = "Cp1252" });
        var id = await DoneAsync(sandbox, AllListings, null, null);

        using var answer = await sandbox.Client.GetAsync(await UrlAsync(sandbox, id, "?enableContentEncodingUrlHeader=true"), Cancel);

        Assert.Equal("text/plain; charset=Cp1252", answer.Content.Headers.GetValues("Content-Type").Single());
        var bytes = await GunzipAsync(await answer.Content.ReadAsByteArrayAsync(Cancel));
        var text = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        Assert.Contains("\t????", text, StringComparison.Ordinal);
        Assert.Contains("–", text, StringComparison.Ordinal);
        Assert.DoesNotContain("हल्दी", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_say_that_they_are_compressed_and_the_header_only_on_request()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var id = await DoneAsync(sandbox, AllListings, null, null);

        using var plain = await sandbox.Client.GetAsync(await UrlAsync(sandbox, id), Cancel);
        using var encoded = await sandbox.Client.GetAsync(await UrlAsync(sandbox, id, "?enableContentEncodingUrlHeader=true"), Cancel);

        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal("gzip", encoded.Content.Headers.ContentEncoding.Single());
        Assert.Equal(
            await plain.Content.ReadAsByteArrayAsync(Cancel),
            await encoded.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task A_presigned_address_ends_after_five_minutes_and_takes_no_token()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var url = await UrlAsync(sandbox, await DoneAsync(sandbox, AllListings, null, null));

        using var withToken = await sandbox.SendAsync(HttpMethod.Get, url);
        using var tampered = await sandbox.Client.GetAsync(url.Replace("spdoc.1", "spdoc.2", StringComparison.Ordinal), Cancel);
        sandbox.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        using var inTime = await sandbox.Client.GetAsync(url, Cancel);
        sandbox.Time.Advance(TimeSpan.FromSeconds(1));
        using var late = await sandbox.Client.GetAsync(url, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, withToken.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, tampered.StatusCode);
        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Contains("Request has expired", await late.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_and_reports_are_the_sellers_own()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var id = await DoneAsync(sandbox, AllListings, null, null);
        var documentId = (await sandbox.GetAsync($"{Reports}/{id}")).TextAt("reportDocumentId");
        var other = await sandbox.TokenAsync("Atzr|demo-in-2");

        Assert.Equal(404, (await sandbox.RefusalAsync(HttpMethod.Get, $"{Reports}/{id}", token: other)).Status);
        Assert.Equal(404, (await sandbox.RefusalAsync(
            HttpMethod.Get,
            $"/reports/2021-06-30/documents/{documentId}",
            token: other)).Status);
    }

    [Fact]
    public async Task A_document_is_not_there_before_the_report_is_done()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var id = await CreateAsync(sandbox, AllListings);

        var early = await sandbox.GetAsync($"{Reports}/{id}");

        Assert.False(early.TryGetProperty("reportDocumentId", out _));
    }

    [Fact]
    public async Task Only_a_queued_report_can_be_cancelled()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var first = await CreateAsync(sandbox, AllListings);
        using var cancelled = await sandbox.SendAsync(HttpMethod.Delete, $"{Reports}/{first}");
        var second = await CreateAsync(sandbox, AllListings);
        sandbox.Time.Advance(TimeSpan.FromSeconds(2));

        var refusal = await sandbox.RefusalAsync(HttpMethod.Delete, $"{Reports}/{second}");
        sandbox.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
        Assert.Equal(400, refusal.Status);
        Assert.Equal("CANCELLED", (await sandbox.GetAsync($"{Reports}/{first}")).TextAt("processingStatus"));
        Assert.Equal("DONE", (await sandbox.GetAsync($"{Reports}/{second}")).TextAt("processingStatus"));
    }

    [Fact]
    public async Task Reports_are_listed_page_by_page_with_the_token_alone()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await CreateAsync(sandbox, AllListings));
        }

        var first = await sandbox.GetAsync($"{Reports}?reportTypes={AllListings}&pageSize=3");
        var token = Uri.EscapeDataString(first.TextAt("nextToken")!);
        var second = await sandbox.GetAsync($"{Reports}?nextToken={token}");
        var withMore = await sandbox.RefusalAsync(HttpMethod.Get, $"{Reports}?nextToken={token}&pageSize=3");
        var neither = await sandbox.RefusalAsync(HttpMethod.Get, Reports);
        var done = await sandbox.GetAsync($"{Reports}?reportTypes={AllListings}&processingStatuses=DONE");

        Assert.Equal(Enumerable.Reverse(ids), Ids(first).Concat(Ids(second)));
        Assert.False(second.TryGetProperty("nextToken", out _));
        Assert.Equal(400, withMore.Status);
        Assert.Equal(400, neither.Status);
        Assert.Empty(Ids(done));
    }

    [Theory]
    [InlineData("""{"marketplaceIds":["A21TJRUUN4KGV"]}""", 400)]
    [InlineData("""{"reportType":"GET_GST_MTR_B2B_CUSTOM","marketplaceIds":["A21TJRUUN4KGV"]}""", 400)]
    [InlineData("""{"reportType":"GET_MERCHANT_LISTINGS_ALL_DATA","marketplaceIds":[]}""", 400)]
    [InlineData("""{"reportType":"GET_MERCHANT_LISTINGS_ALL_DATA","marketplaceIds":["ATVPDKIKX0DER"]}""", 403)]
    [InlineData("""{"reportType":"GET_MERCHANT_LISTINGS_ALL_DATA","marketplaceIds":["A21TJRUUN4KGV"],"dataStartTime":"x"}""", 400)]
    [InlineData("""{"reportType":"GET_MERCHANT_LISTINGS_ALL_DATA","marketplaceIds":["A21TJRUUN4KGV"],"dataEndTime":"2026-11-23T09:30:01Z"}""", 400)]
    public async Task A_wrong_request_for_a_report_is_refused(string body, int status)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refusal = await sandbox.RefusalAsync(HttpMethod.Post, Reports, RunningSandbox.Parse(body));

        Assert.Equal(status, refusal.Status);
    }

    private static DateTimeOffset Day(int day) => new(2026, 11, day, 0, 0, 0, TimeSpan.Zero);

    private static async Task<string> CreateAsync(
        RunningSandbox sandbox,
        string type,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null)
    {
        using var answer = await sandbox.SendAsync(HttpMethod.Post, Reports, new
        {
            reportType = type,
            marketplaceIds = new[] { RunningSandbox.India },
            dataStartTime = from,
            dataEndTime = to,
        });
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, text);
        return RunningSandbox.Parse(text).TextAt("reportId")!;
    }

    private static async Task<string> DoneAsync(RunningSandbox sandbox, string type, DateTimeOffset? from, DateTimeOffset? to)
    {
        var id = await CreateAsync(sandbox, type, from, to);
        sandbox.Time.Advance(TimeSpan.FromSeconds(4));
        return id;
    }

    private static async Task<string> UrlAsync(RunningSandbox sandbox, string reportId, string query = "")
    {
        var report = await sandbox.GetAsync($"{Reports}/{reportId}");
        var document = await sandbox.GetAsync(
            $"/reports/2021-06-30/documents/{report.TextAt("reportDocumentId")}{query}");
        Assert.Equal("GZIP", document.TextAt("compressionAlgorithm"));
        return document.TextAt("url")!;
    }

    private static async Task<string> DownloadAsync(RunningSandbox sandbox, string reportId)
    {
        var bytes = await sandbox.Client.GetByteArrayAsync(await UrlAsync(sandbox, reportId), Cancel);
        return Encoding.UTF8.GetString(await GunzipAsync(bytes));
    }

    private static async Task<List<Dictionary<string, string>>> RowsAsync(
        RunningSandbox sandbox,
        string type,
        DateTimeOffset? from,
        DateTimeOffset? to) =>
        Rows(await DownloadAsync(sandbox, await DoneAsync(sandbox, type, from, to)));

    private static List<Dictionary<string, string>> Rows(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Split('\t');
        return
        [
            .. lines.Skip(1).Select(line =>
            {
                var cells = line.Split('\t');
                Assert.Equal(header.Length, cells.Length);
                return header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
            }),
        ];
    }

    private static async Task<byte[]> GunzipAsync(byte[] bytes)
    {
        await using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        await gzip.CopyToAsync(whole, Cancel);
        return whole.ToArray();
    }

    /// <summary>The money of a line that the report has columns for.</summary>
    private static decimal InReport(JsonElement line)
    {
        if (!line.TryGetProperty("proceeds", out var proceeds))
        {
            return 0;
        }

        decimal sum = 0;
        foreach (var breakdown in proceeds.ListAt("breakdowns"))
        {
            switch (breakdown.TextAt("type"))
            {
                case "ITEM" or "SHIPPING" or "GIFT_WRAP" or "DISCOUNT":
                    sum += Money(breakdown.TextAt("subtotal.amount")!);
                    break;
                case "TAX":
                    sum += breakdown.ListAt("detailedBreakdowns")
                        .Where(detail => detail.TextAt("subtype") is "ITEM" or "SHIPPING" or "GIFT_WRAP")
                        .Sum(detail => Money(detail.TextAt("value.amount")!));
                    break;
            }
        }

        return sum;
    }

    private static decimal Money(string text) =>
        text.Length == 0 ? 0 : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Ids(JsonElement page) =>
        page.ListAt("reports").Select(report => report.TextAt("reportId")!);
}
