using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Orders;
using AmazonIn.Infrastructure.SpApi.Quotas;
using AmazonIn.Infrastructure.SpApi.Reports;
using AmazonIn.Tests.SpApi.TestKit;

namespace AmazonIn.Tests.SpApi;

public sealed class OrderReportTests : IDisposable
{
    private const string Header =
        "amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel"
        + "\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax"
        + "\tgift-wrap-price\tgift-wrap-tax\titem-promotion-discount\tship-promotion-discount\tship-city\tship-state"
        + "\tship-postal-code\tship-country\tis-business-order\tfulfilled-by";

    private readonly SpApiRig _rig = new();
    private readonly FakeReports _reports;

    private OrderWindow _window = new(new DateTimeOffset(2026, 8, 25, 0, 0, 0, TimeSpan.Zero), null);

    public OrderReportTests() => _reports = new FakeReports(_rig);

    [Fact]
    public async Task When_the_search_quota_is_used_up_the_rest_comes_by_report()
    {
        _reports.SearchPages = 25;
        _reports.Rows = [.. Enumerable.Range(0, 2500).Select(number => Row(AnOrder.Id(number)))];

        var pages = await ReadAsync();

        Assert.Equal(20, _rig.Amazon.Calls.Count(IsSearch));
        Assert.Single(_rig.Amazon.Calls, call => call.Method == HttpMethod.Post);
        var records = pages.SelectMany(page => page.Records).ToList();
        Assert.Equal(2500, records.Count);
        Assert.Equal(2500, records.Select(record => record.Key).Distinct().Count());
        Assert.Equal(2000, records.Count(record => record.Value!.Complete));
        Assert.Null(pages[^1].NextPage);
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 11, 58, 0, TimeSpan.Zero), pages[^1].ReadUpTo);
        Assert.Equal(2500, pages[^1].ExpectedTotal);
        Assert.True(_rig.Time.GetUtcNow() - new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero) < TimeSpan.FromMinutes(5));
        Assert.Contains(_rig.Waits.Waits, wait => wait.Reason == "Amazon prepares the report of orders");
    }

    [Fact]
    public async Task What_a_person_still_has_to_ship_and_business_orders_are_fetched_singly()
    {
        _reports.SearchPages = 21;
        _reports.Rows =
        [
            Row("408-1-1"),
            Row("408-1-2", status: "Unshipped"),
            Row("408-1-3", status: "Pending - Waiting for Pick Up", by: "Easy Ship"),
            Row("408-1-4", status: "Shipped - Picked Up", by: "Easy Ship"),
            Row("408-1-5", status: "Unshipped", channel: "Amazon"),
            Row("408-1-6", status: "Cancelled", quantity: "0", price: ""),
            Row("408-1-7", business: "true"),
            Row("408-1-8", status: "Pending", price: ""),
        ];

        var records = (await ReadAsync()).SelectMany(page => page.Records)
            .Where(record => record.Key.StartsWith("408", StringComparison.Ordinal)).ToList();

        Assert.Equal(8, records.Count);
        Assert.Equal(["408-1-2", "408-1-3", "408-1-7"], records.Where(record => record.Value!.Complete).Select(record => record.Key));
        Assert.All(records.Where(record => record.Value!.Complete), record => Assert.NotNull(record.Value!.Contact));
        Assert.All(records.Where(record => !record.Value!.Complete), record => Assert.Null(record.Value!.Contact));
        Assert.Equal(
            [MarketplaceOrderStatus.Shipped, MarketplaceOrderStatus.Shipped, MarketplaceOrderStatus.Unshipped, MarketplaceOrderStatus.Cancelled, MarketplaceOrderStatus.Pending],
            records.Where(record => !record.Value!.Complete).Select(record => record.Value!.Status));
        Assert.Equal(3, _rig.Amazon.Calls.Count(IsSingle));
    }

    [Fact]
    public async Task Rows_of_one_order_become_one_order_with_its_amounts()
    {
        _reports.SearchPages = 21;
        _reports.Rows =
        [
            Row("408-1-1", sku: "A\"B", price: "300.00", tax: "54.00"),
            Row("408-9-9"),
            Row("408-1-1", sku: "C", price: "100.00", tax: "", discount: "10.00", status: "Cancelled", quantity: "3"),
        ];

        var order = (await ReadAsync()).SelectMany(page => page.Records).Single(record => record.Key == "408-1-1").Value!;

        Assert.Equal(["A\"B", "C"], order.Lines.Select(line => line.Sku));
        Assert.Equal((300m, 54m, 40m, 300m), (order.Lines[0].ItemAmount, order.Lines[0].Tax, order.Lines[0].Shipping, order.Lines[0].UnitPrice));
        Assert.Equal((100m, 0m, 10m, null), (order.Lines[1].ItemAmount, order.Lines[1].Tax, order.Lines[1].Discount, order.Lines[1].UnitPrice));
        Assert.Equal(MarketplaceOrderStatus.Shipped, order.Status);
        Assert.Equal((1, 0), (order.Lines[0].QuantityFulfilled, order.Lines[1].QuantityFulfilled));
        Assert.Equal(524m, order.GrandTotal);
        Assert.Equal(("MAHARASHTRA", "IN", "INR", FulfilledBy.Merchant), (order.ShipToState, order.ShipToCountry, order.Currency, order.FulfilledBy));
        Assert.Equal("source.report", Assert.Single(OrderReconciliation.Flags(order, "INR")).Code);
        Assert.Equal(2, order.Lines.Select(line => line.OrderItemId).Distinct().Count());
    }

    [Fact]
    public async Task A_restart_goes_on_with_the_same_report_where_it_was()
    {
        _reports.SearchPages = 21;
        _reports.Rows = [.. Enumerable.Range(5000, 350).Select(number => Row(AnOrder.Id(number)))];
        var pages = await ReadAsync();
        var inReport = pages.FindIndex(page => page.Records.Count == 0);
        var posts = _rig.Amazon.Calls.Count(call => call.Method == HttpMethod.Post);

        var rest = await ReadAsync(pages[inReport + 1].NextPage);
        var waiting = await ReadAsync(pages[inReport].NextPage);

        Assert.Equal(250, rest.Sum(page => page.Records.Count));
        Assert.Equal(350, waiting.Sum(page => page.Records.Count));
        Assert.Equal(posts, _rig.Amazon.Calls.Count(call => call.Method == HttpMethod.Post));
        Assert.All(pages, page => Assert.True(page.NextPage is null || page.NextPage.Length < 2000));
    }

    [Fact]
    public async Task A_long_window_is_cut_into_parts_of_thirty_days()
    {
        _window = new OrderWindow(new DateTimeOffset(2026, 6, 20, 0, 0, 0, TimeSpan.Zero), null);
        _reports.SearchPages = 21;
        _reports.Rows = [Row("408-1-1")];

        var pages = await ReadAsync();

        var bodies = _rig.Amazon.Calls.Where(call => call.Method == HttpMethod.Post).Select(call => JsonDocument.Parse(call.Body!).RootElement).ToList();
        Assert.Equal(
            ["2026-06-20T00:00:00Z", "2026-07-20T00:00:00Z", "2026-08-19T00:00:00Z"],
            bodies.Select(body => body.GetProperty("dataStartTime").GetString()));
        Assert.Equal(
            ["2026-07-20T00:00:00Z", "2026-08-19T00:00:00Z", "2026-09-01T11:58:00Z"],
            bodies.Select(body => body.GetProperty("dataEndTime").GetString()));
        Assert.Single(pages.SelectMany(page => page.Records), record => record.Key == "408-1-1");
        Assert.NotNull(pages[^1].ReadUpTo);
    }

    [Fact]
    public async Task A_cancelled_report_means_that_there_is_nothing()
    {
        _reports.SearchPages = 21;
        _reports.Status = "CANCELLED";

        var pages = await ReadAsync();

        Assert.Equal(2000, pages.Sum(page => page.Records.Count));
        Assert.NotNull(pages[^1].ReadUpTo);
        Assert.Null(pages[^1].NextPage);
    }

    [Theory]
    [InlineData("FATAL")]
    [InlineData("IN_QUEUE")]
    [InlineData("refused")]
    [InlineData("note")]
    [InlineData("elsewhere")]
    public async Task Without_a_report_the_search_goes_on_at_its_own_pace(string trouble)
    {
        _reports.SearchPages = 22;
        _reports.Status = trouble is "FATAL" or "IN_QUEUE" ? trouble : "DONE";
        _reports.Refuse = trouble == "refused";
        _reports.HeaderLine = trouble == "note" ? "The date range exceeds 30 days." : Header;
        _reports.Host = trouble == "elsewhere" ? "https://169.254.169.254" : _reports.Host;

        var pages = await ReadAsync();

        Assert.Equal(22, _rig.Amazon.Calls.Count(IsSearch));
        Assert.Equal(2200, pages.Sum(page => page.Records.Count));
        // A refusal is tried once more with a fresh token.
        Assert.Equal(trouble == "refused" ? 2 : 1, _rig.Amazon.Calls.Count(call => call.Method == HttpMethod.Post));
        Assert.DoesNotContain(_rig.Amazon.Calls, call => call.Address.Host == "169.254.169.254");
    }

    [Fact]
    public async Task The_download_carries_no_token_and_is_unpacked()
    {
        _reports.SearchPages = 21;
        _reports.Gzip = true;
        _reports.Rows = [Row("408-1-1")];

        await ReadAsync();

        var download = Assert.Single(_rig.Amazon.Calls, call => call.Address.Host.EndsWith("amazonaws.com", StringComparison.Ordinal));
        Assert.Empty(download.Headers);
    }

    [Fact]
    public async Task An_impossible_row_is_a_reason_where_the_single_order_does_not_help_either()
    {
        _reports.SearchPages = 21;
        _reports.UnknownSingles = true;
        _reports.Rows = [Row("408-1-1", price: "Canary"), Row("408-1-2", updated: "0001-01-01T00:00:00+00:00"), Row("408-1-3", quantity: "-1")];

        var records = (await ReadAsync()).SelectMany(page => page.Records)
            .Where(record => record.Key.StartsWith("408", StringComparison.Ordinal)).ToList();

        Assert.Equal(["order.malformed", "order.impossible-date", "order.malformed"], records.Select(record => record.ReasonCode));
        Assert.All(records, record => Assert.DoesNotContain("Canary", record.Reason!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_planner_keeps_to_the_search_while_a_page_is_at_hand_or_soon_will_be()
    {
        var quotas = new MemoryQuotaStore();
        var rates = new CurrentRates();
        var planner = new OrderReadPlanner(quotas, rates, _rig.Time);
        var start = OrderReadPlace.Start(SpApiRig.Channel, _window);
        var later = start with { Token = "t1" };
        var now = _rig.Time.GetUtcNow();

        Assert.False(await planner.PrefersReportAsync(later, TestContext.Current.CancellationToken));

        await quotas.EmptyAsync("A1SELLER", UsagePlans.SearchOrders, now, TestContext.Current.CancellationToken);
        Assert.False(await planner.PrefersReportAsync(start, TestContext.Current.CancellationToken));
        Assert.True(await planner.PrefersReportAsync(later, TestContext.Current.CancellationToken));
        Assert.False(await planner.PrefersReportAsync(later.WithoutReport(), TestContext.Current.CancellationToken));

        _rig.Time.Advance(TimeSpan.FromSeconds(130));
        Assert.False(await planner.PrefersReportAsync(later, TestContext.Current.CancellationToken));

        await quotas.EmptyAsync("A1SELLER", UsagePlans.SearchOrders, _rig.Time.GetUtcNow(), TestContext.Current.CancellationToken);
        rates.Learn("A1SELLER", UsagePlans.SearchOrders, 0.02);
        Assert.False(await planner.PrefersReportAsync(later, TestContext.Current.CancellationToken));
        rates.Learn("A1SELLER", UsagePlans.SearchOrders, 1000);
        Assert.False(await planner.PrefersReportAsync(later, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("2026-08-01", "2026-08-31", 1)]
    [InlineData("2026-08-01", "2026-09-01", 2)]
    [InlineData("2026-08-01", "2026-08-01", 0)]
    [InlineData("2025-08-01", "2026-08-01", 13)]
    public void Parts_cover_the_window_without_gaps(string from, string to, int count)
    {
        var (start, end) = (DateTimeOffset.Parse(from, CultureInfo.InvariantCulture), DateTimeOffset.Parse(to, CultureInfo.InvariantCulture));

        var parts = OrderReadPlanner.Parts(start, end, ReportTypes.MaxOrdersWindow);

        Assert.Equal(count, parts.Count);
        Assert.All(parts, part => Assert.InRange(part.To - part.From, TimeSpan.FromSeconds(1), TimeSpan.FromDays(30)));
        Assert.Equal(parts.Skip(1).Select(part => part.From), parts.SkipLast(1).Select(part => part.To));
        Assert.True(count == 0 || (parts[0].From == start && parts[^1].To == end));
    }

    public void Dispose() => _rig.Dispose();

    private static bool IsSearch(RecordedCall call) => call.Path == "/orders/2026-01-01/orders";

    private static bool IsSingle(RecordedCall call) => call.Path.StartsWith("/orders/2026-01-01/orders/", StringComparison.Ordinal);

    private static string Row(
        string orderId,
        string status = "Shipped - Delivered to Buyer",
        string sku = "KURTA-M",
        string quantity = "1",
        string price = "499.00",
        string tax = "24.95",
        string discount = "",
        string channel = "Merchant",
        string by = "",
        string business = "false",
        string updated = "2026-08-30T10:00:00+00:00") => string.Join(
            '\t',
            orderId, orderId, "2026-08-28T10:00:00+00:00", updated, status, channel, "Amazon.in", "Kurta \"best\"", sku,
            "B08DFPV54V", status.Split(' ')[0], quantity, "INR", price, tax, "40.00", "", "", "", discount, "", "Pune",
            "MAHARASHTRA", "411001", "IN", business, by);

    private async Task<List<MarketplacePage<MarketplaceOrder>>> ReadAsync(string? from = null)
    {
        List<MarketplacePage<MarketplaceOrder>> pages = [];
        await foreach (var page in _rig.Orders.ReadAsync(
            SpApiRig.Channel, _window, from, _rig.Waits, TestContext.Current.CancellationToken))
        {
            pages.Add(page);
        }

        return pages;
    }

    private sealed class FakeReports
    {
        private readonly SpApiRig _rig;
        private int _created;

        public FakeReports(SpApiRig rig)
        {
            _rig = rig;
            rig.Amazon.AnswerWith(Answer);
        }

        public int SearchPages { get; set; }

        public IReadOnlyList<string> Rows { get; set; } = [];

        public string HeaderLine { get; set; } = Header;

        public string Status { get; set; } = "DONE";

        public string Host { get; set; } = "https://tortuga-prod-eu.s3-eu-west-1.amazonaws.com";

        public bool Refuse { get; set; }

        public bool Gzip { get; set; }

        public bool UnknownSingles { get; set; }

        private HttpResponseMessage Answer(RecordedCall call)
        {
            if (IsSearch(call))
            {
                var page = int.Parse(call.Query("paginationToken") ?? "0", CultureInfo.InvariantCulture);
                var next = page + 1 < SearchPages ? (page + 1).ToString(CultureInfo.InvariantCulture) : null;
                return ScriptedAmazon.Json(AnOrder.Page(page * 100, 100, next));
            }

            if (IsSingle(call))
            {
                return UnknownSingles
                    ? ScriptedAmazon.Error(HttpStatusCode.NotFound, "NotFound")
                    : ScriptedAmazon.Json($$"""{"order":{{AnOrder.Json(call.Path.Split('/')[^1]).ToJsonString()}}}""");
            }

            if (call.Method == HttpMethod.Post)
            {
                return Refuse
                    ? ScriptedAmazon.Error(HttpStatusCode.Forbidden, "Unauthorized", "Access to requested resource is denied.")
                    : ScriptedAmazon.Json($$"""{"reportId":"R{{++_created}}"}""", HttpStatusCode.Accepted);
            }

            if (call.Path.StartsWith("/reports/2021-06-30/reports/", StringComparison.Ordinal))
            {
                var polls = _rig.Amazon.Calls.Count(other => other.Path == call.Path);
                var status = polls < 2 ? "IN_PROGRESS" : Status;
                return ScriptedAmazon.Json(
                    $$"""{"reportId":"R","reportType":"T","processingStatus":"{{status}}","createdTime":"2026-09-01T12:00:00Z","reportDocumentId":"D1"}""");
            }

            if (call.Path.StartsWith("/reports/2021-06-30/documents/", StringComparison.Ordinal))
            {
                var packed = Gzip ? ",\"compressionAlgorithm\":\"GZIP\"" : string.Empty;
                return ScriptedAmazon.Json($$"""{"reportDocumentId":"D1","url":"{{Host}}/doc?X-Amz-Signature=canary"{{packed}}}""");
            }

            // Each part of a long window holds the same orders; the client gives each out once.
            var text = Encoding.UTF8.GetBytes(HeaderLine + "\r\n" + string.Join("\r\n", Rows));
            return ScriptedAmazon.Bytes(Gzip ? Packed(text) : text, "text/plain; charset=Cp1252");
        }

        private static byte[] Packed(byte[] bytes)
        {
            using var packed = new MemoryStream();
            using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Compress))
            {
                gzip.Write(bytes);
            }

            return packed.ToArray();
        }
    }
}
