using System.Globalization;
using System.Text;
using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox;

namespace AmazonIn.Tests.Sandbox;

/// <summary>A seller's own All Orders report in place of generated orders.</summary>
public sealed class OrdersFileTests
{
    private const string Header =
        "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\tship-service-level" +
        "\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\titem-promotion-discount" +
        "\tship-city\tship-state\tship-postal-code\tship-country\tpromotion-ids\tis-business-order\tpurchase-order-number" +
        "\tprice-designation\tfulfilled-by\tunknown-column";

    [Fact]
    public async Task Lines_of_one_order_id_become_one_order_in_file_order_also_apart()
    {
        await using var file = new TemporaryFile(
            Header,
            Line("171-1", "Shipped", sku: "B"),
            Line("171-2", "Shipped", sku: "X"),
            Line("171-1", "Shipped", sku: "A"),
            "",
            Line("171-1", "Shipped", sku: "C"));
        await using var sandbox = await file.StartAsync();

        var orders = await sandbox.AllOrdersAsync();
        var state = await sandbox.ControlAsync(HttpMethod.Get, "/control/state");

        Assert.Equal(2, orders.Count);
        Assert.Equal(["B", "A", "C"], Skus(orders.Single(order => Id(order) == "171-1")));
        Assert.Equal(4, state.GetProperty("lines").GetInt32());
        Assert.Equal(4, state.GetProperty("listings").GetInt32());
        Assert.Equal(4, state.At("ordersFile.lines").GetInt32());
    }

    [Theory]
    [InlineData("Shipped", "SHIPPED", null)]
    [InlineData("Shipped - Delivered to Buyer", "SHIPPED", "DELIVERED")]
    [InlineData("Shipped - Lost in Transit", "SHIPPED", "LOST")]
    [InlineData("Shipped - Something New", "SHIPPED", null)]
    [InlineData("Shipping", "SHIPPED", null)]
    [InlineData("Pending - Waiting for Pick Up", "UNSHIPPED", "PENDING_PICK_UP")]
    [InlineData("Pending", "PENDING", null)]
    [InlineData("Unshipped", "UNSHIPPED", null)]
    [InlineData("Cancelled", "CANCELLED", null)]
    [InlineData("Beamed Up", "BEAMED_UP", null)]
    public async Task Statuses_map_as_the_contract_says(string text, string status, string? detail)
    {
        await using var file = new TemporaryFile(Header, Line("171-1", text));
        await using var sandbox = await file.StartAsync();

        var order = Assert.Single(await sandbox.AllOrdersAsync());

        Assert.Equal(status, Status(order));
        Assert.Equal(detail, order.TryGetProperty("packages", out var packages)
            ? packages[0].TextAt("packageStatus.detailedStatus")
            : null);
        Assert.Equal(
            text.StartsWith("Pending -", StringComparison.Ordinal),
            order.TryGetProperty("programs", out var programs) && programs[0].GetString() == "AMAZON_EASY_SHIP");
    }

    [Theory]
    [InlineData("SHIPPED", "Cancelled", "Shipped", "Pending")]
    [InlineData("UNSHIPPED", "Pending", "Cancelled", "Pending - Waiting for Pick Up")]
    [InlineData("PENDING", "Cancelled", "Pending", "Cancelled")]
    [InlineData("CANCELLED", "Cancelled", "Cancelled", "Cancelled")]
    public async Task An_order_of_mixed_lines_takes_the_furthest_state(string status, params string[] lines)
    {
        await using var file = new TemporaryFile([Header, .. lines.Select(line => Line("171-1", line))]);
        await using var sandbox = await file.StartAsync();

        var order = Assert.Single(await sandbox.AllOrdersAsync());

        Assert.Equal(status, Status(order));
    }

    [Fact]
    public async Task Money_is_what_the_columns_say_and_absent_where_they_are_blank()
    {
        await using var file = new TemporaryFile(
            Header,
            Line("171-1", "Shipped", quantity: "2", price: "998.50"),
            Line("171-2", "Shipped", price: "1,499.00", tax: "71.38", shipping: "40", discount: "50.25"),
            Line("171-3", "Cancelled", quantity: "0", price: "", currency: ""),
            Line("171-4", "Cancelled", quantity: "0", price: "570.48"));
        await using var sandbox = await file.StartAsync();

        var orders = (await sandbox.AllOrdersAsync()).ToDictionary(Id);

        var first = orders["171-1"].At("orderItems.0");
        Assert.Equal("998.50", Breakdown(first, "ITEM"));
        Assert.Null(Breakdown(first, "TAX"));
        Assert.Equal(
            "499.25",
            first.TextAt("product.price.unitPrice.amount"));
        Assert.Equal("998.50", Total(orders["171-1"]));

        var second = orders["171-2"].At("orderItems.0");
        Assert.Equal("1499.00", Breakdown(second, "ITEM"));
        Assert.Equal("71.38", Breakdown(second, "TAX"));
        Assert.Equal("40.00", Breakdown(second, "SHIPPING"));
        Assert.Equal("-50.25", Breakdown(second, "DISCOUNT"));
        Assert.Equal("1560.13", Total(orders["171-2"]));

        Assert.False(orders["171-3"].TryGetProperty("proceeds", out _));
        Assert.False(orders["171-3"].At("orderItems.0.product").TryGetProperty("price", out _));
        Assert.Equal(0, orders["171-3"].At("orderItems.0.quantityOrdered").GetInt32());
        Assert.Equal("570.48", Total(orders["171-4"]));
        Assert.Equal(0, orders["171-4"].At("orderItems.0.quantityOrdered").GetInt32());
    }

    [Fact]
    public async Task Addresses_channels_and_programs_come_over_as_they_are()
    {
        await using var file = new TemporaryFile(
            Header,
            Line("171-1", "Shipped", channel: "Merchant", state: " rajshthan", business: "true"),
            Line("171-2", "Shipped", salesChannel: "Non-Amazon"));
        await using var sandbox = await file.StartAsync();

        var orders = (await sandbox.AllOrdersAsync()).ToDictionary(Id);

        var first = orders["171-1"];
        var address = first.At("recipient.deliveryAddress");
        Assert.Equal(" rajshthan", address.TextAt("stateOrRegion"));
        Assert.Equal("Jaipur", address.TextAt("city"));
        Assert.Equal("302001", address.TextAt("postalCode"));
        Assert.Equal("IN", address.TextAt("countryCode"));
        Assert.False(address.TryGetProperty("name", out _));
        Assert.Equal("MERCHANT", first.TextAt("fulfillment.fulfilledBy"));
        Assert.Equal("EXPEDITED", first.TextAt("fulfillment.fulfillmentServiceLevel"));
        Assert.Equal("AMAZON_BUSINESS", first.TextAt("programs.0"));
        Assert.Equal("PO-9", first.TextAt("buyer.buyerPurchaseOrderNumber"));
        Assert.Equal(
            "PROMO-1",
            first.TextAt("orderItems.0.promotion.breakdowns.0.promotionId"));
        Assert.Equal("NON_AMAZON", orders["171-2"].TextAt("salesChannel.channelName"));
    }

    [Fact]
    public async Task Old_orders_keep_their_date_and_count_as_updated_just_before_the_start()
    {
        await using var file = new TemporaryFile(
            Header,
            Line("171-3", "Shipped", date: "2022-06-01T00:00:00+00:00"),
            Line("171-1", "Shipped", date: "2019-01-01T05:30:00+05:30"),
            Line("171-2", "Shipped", date: "202022-04-09T07:56:40+00:00"));
        await using var sandbox = await file.StartAsync();

        var orders = await sandbox.AllOrdersAsync();
        var created = await sandbox.GetAsync(
            "/orders/2026-01-01/orders?createdAfter=2019-01-01T00:00:00Z&createdBefore=2019-01-02T00:00:00Z");
        var state = await sandbox.ControlAsync(HttpMethod.Get, "/control/state");

        Assert.Equal(["171-1", "171-2", "171-3"], orders.Select(Id));
        Assert.Equal(
            ["2019-01-01T00:00:00Z", "2022-04-09T07:56:40Z", "2022-06-01T00:00:00Z"],
            orders.Select(order => order.TextAt("createdTime")!));
        Assert.All(orders, order => Assert.InRange(
            order.GetProperty("lastUpdatedTime").GetDateTimeOffset(),
            RunningSandbox.Start.AddHours(-7),
            RunningSandbox.Start.AddMinutes(-3)));
        Assert.Single(created.ListAt("orders"));
        Assert.Equal(1, state.At("ordersFile.repairedDates").GetInt32());
    }

    [Fact]
    public async Task Lines_that_cannot_be_served_are_counted_not_hidden()
    {
        await using var file = new TemporaryFile(
            Header,
            Line("171-1", "Shipped"),
            Line("", "Shipped"),
            Line("171-2", "Shipped", date: "yesterday"),
            "171-3\t2022-04-09T07:56:40+00:00");
        await using var sandbox = await file.StartAsync();

        var state = await sandbox.ControlAsync(HttpMethod.Get, "/control/state");

        // Line 171-2 is served with its last update as date; 171-3 is cut short and served with what it has.
        Assert.Equal(3, state.GetProperty("orders").GetInt32());
        Assert.Equal(1, state.At("ordersFile.skippedLines").GetInt32());
    }

    [Fact]
    public async Task Listings_are_the_files_skus_and_the_second_seller_is_generated()
    {
        await using var file = new TemporaryFile(
            Header,
            Line("171-1", "Shipped", sku: "MINE", channel: "Amazon"),
            Line("171-2", "Shipped", sku: "MINE", channel: "Merchant"),
            Line("171-3", "Shipped", sku: "THEIRS", channel: "Amazon", title: "தமிழ்"));
        await using var sandbox = await file.StartAsync();

        var listings = (await sandbox.ControlAsync(HttpMethod.Get, "/control/listings")).ListAt("data")
            .ToDictionary(listing => listing.TextAt("sku")!);
        var state = await sandbox.ControlAsync(HttpMethod.Get, "/control/state?seller=A2DEMOSELLERIN");

        Assert.Equal(["MINE", "THEIRS"], listings.Keys.Order());
        Assert.Equal("DEFAULT", Channel(listings["MINE"]));
        Assert.Equal("AMAZON_IN", Channel(listings["THEIRS"]));
        Assert.Equal("தமிழ்", listings["THEIRS"].TextAt("summaries.0.itemName"));
        Assert.Equal(30, state.GetProperty("orders").GetInt32());
    }

    [Fact]
    public async Task Item_ids_stay_the_same_from_start_to_start()
    {
        await using var file = new TemporaryFile(Header, Line("171-1", "Shipped"), Line("171-1", "Shipped"), Line("171-2", "Shipped"));
        await using var first = await file.StartAsync();
        await using var again = await file.StartAsync();

        var ids = ItemIds(await first.AllOrdersAsync());

        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal(ids, ItemIds(await again.AllOrdersAsync()));
    }

    [Fact]
    public void A_file_that_is_no_orders_report_is_refused_by_the_name_of_what_it_lacks()
    {
        using var file = new TemporaryFile("order-id\tdate");

        var exception = Assert.Throws<ArgumentException>(
            () => SandboxApplication.Build(new SandboxOptions { OrdersFile = file.Path }, TimeProvider.System));

        Assert.Contains("'amazon-order-id'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_of_a_file_have_the_models_shape()
    {
        var model = AmazonModel.Orders;
        await using var file = new TemporaryFile(
            Header,
            Line("171-1", "Shipped - Delivered to Buyer", price: "10", tax: "1", shipping: "2", discount: "3"),
            Line("171-2", "Cancelled", quantity: "0", price: "", currency: ""));
        await using var sandbox = await file.StartAsync();

        foreach (var order in await sandbox.AllOrdersAsync())
        {
            await model.AssertMatchesAsync("Order", order);
        }
    }

    [Fact]
    public async Task The_real_file_is_served_line_by_line_and_to_the_paisa()
    {
        var path = SharedFiles.Require("data/all-orders-amazon-in.tsv");
        var lines = File.ReadLines(path).Skip(1).Select(line => line.Split('\t')).ToList();
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { OrdersFile = path, Quotas = false });

        var orders = await sandbox.AllOrdersAsync();
        var state = await sandbox.ControlAsync(HttpMethod.Get, "/control/state");

        Assert.Equal(lines.Count, state.GetProperty("lines").GetInt32());
        Assert.Equal(0, state.At("ordersFile.skippedLines").GetInt32());
        Assert.Equal(lines.Select(line => line[10]).Distinct().Count(), state.GetProperty("listings").GetInt32());
        Assert.Equal(lines.Select(line => line[0]).Distinct().Order(), orders.Select(Id).Order());
        Assert.Equal(lines.Count, orders.Sum(order => order.GetProperty("orderItems").GetArrayLength()));
        Assert.Equal(
            lines.Sum(line => int.Parse(line[13], CultureInfo.InvariantCulture)),
            orders.SelectMany(order => order.ListAt("orderItems"))
                .Sum(item => item.GetProperty("quantityOrdered").GetInt32()));
        Assert.Equal(
            lines.Sum(line => line[15].Length == 0 ? 0 : decimal.Parse(line[15], CultureInfo.InvariantCulture)),
            orders.Sum(order => Total(order) is { } total ? decimal.Parse(total, CultureInfo.InvariantCulture) : 0));
        Assert.Equal(
            lines.GroupBy(line => line[24]).ToDictionary(group => group.Key, group => group.Select(line => line[0]).Distinct().Count()),
            orders.GroupBy(order => order.TextAt("recipient.deliveryAddress.stateOrRegion")!)
                .ToDictionary(group => group.Key, group => group.Count()));
        Assert.All(orders, order => Assert.Equal(2022, order.GetProperty("createdTime").GetDateTimeOffset().Year));
    }

    [Fact]
    public async Task The_real_files_lines_come_back_in_the_orders_report()
    {
        var path = SharedFiles.Require("data/all-orders-amazon-in.tsv");
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { OrdersFile = path, Quotas = false });
        using var created = await sandbox.SendAsync(HttpMethod.Post, "/reports/2021-06-30/reports", new
        {
            reportType = "GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL",
            marketplaceIds = new[] { RunningSandbox.India },
            dataStartTime = RunningSandbox.Start.AddDays(-1),
            dataEndTime = RunningSandbox.Start,
        });
        var reportId = RunningSandbox.Parse(await created.Content.ReadAsStringAsync(RunningSandbox.Cancel)).TextAt("reportId");
        sandbox.Time.Advance(TimeSpan.FromSeconds(4));
        var report = await sandbox.GetAsync($"/reports/2021-06-30/reports/{reportId}");
        var document = await sandbox.GetAsync($"/reports/2021-06-30/documents/{report.TextAt("reportDocumentId")}");
        await using var gzip = new System.IO.Compression.GZipStream(
            await sandbox.Client.GetStreamAsync(document.TextAt("url")!, RunningSandbox.Cancel),
            System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        var served = (await reader.ReadToEndAsync(RunningSandbox.Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(WithoutDates(File.ReadLines(path)), WithoutDates(served));
    }

    /// <summary>
    /// The lines without their two dates, in one sequence: the file's is by date, the report's by last update.
    /// </summary>
    private static IEnumerable<string> WithoutDates(IEnumerable<string> lines) => lines
        .Select(line => line.Split('\t'))
        .Select(cells => string.Join('\t', cells[..2].Concat(cells[4..])))
        .Order(StringComparer.Ordinal);

    private static string Line(
        string id,
        string status,
        string sku = "SKU-1",
        string quantity = "1",
        string price = "499",
        string currency = "INR",
        string tax = "",
        string shipping = "",
        string discount = "",
        string channel = "Merchant",
        string state = "RAJASTHAN",
        string business = "false",
        string date = "2022-04-09T07:56:40+00:00",
        string salesChannel = "Amazon.in",
        string title = "Product") => string.Join('\t',
        [
            id, date, "2022-04-10T00:00:00+00:00", status, channel, salesChannel, "Expedited", title, sku, "", "Shipped", quantity, currency,
            price, tax, shipping, discount, "Jaipur", state, "302001", "IN", "PROMO-1", business, "PO-9", "", "", "?",
        ]);

    private static string Id(JsonElement order) => order.TextAt("orderId")!;

    private static string? Status(JsonElement order) =>
        order.TextAt("fulfillment.fulfillmentStatus");

    private static IEnumerable<string?> Skus(JsonElement order) =>
        order.ListAt("orderItems").Select(item => item.TextAt("product.sellerSku"));

    private static List<string> ItemIds(IEnumerable<JsonElement> orders) =>
    [
        .. orders.SelectMany(order => order.ListAt("orderItems"))
            .Select(item => item.TextAt("orderItemId")!),
    ];

    private static string? Total(JsonElement order) =>
        order.TryGetProperty("proceeds", out var proceeds)
            ? proceeds.TextAt("grandTotal.amount")
            : null;

    private static string? Breakdown(JsonElement item, string type) =>
        item.ListAt("proceeds.breakdowns")
            .Where(breakdown => breakdown.TextAt("type") == type)
            .Select(breakdown => breakdown.TextAt("subtotal.amount"))
            .SingleOrDefault();

    private static string? Channel(JsonElement listing) =>
        listing.TextAt("fulfillmentAvailability.0.fulfillmentChannelCode");

    private sealed class TemporaryFile : IDisposable, IAsyncDisposable
    {
        public TemporaryFile(params string[] lines)
        {
            Path = System.IO.Path.GetTempFileName();
            File.WriteAllLines(Path, lines, new UTF8Encoding(false));
        }

        public string Path { get; }

        public Task<RunningSandbox> StartAsync() =>
            RunningSandbox.StartAsync(new SandboxOptions { Listings = 120, Orders = 120, OrdersFile = Path, Quotas = false });

        public void Dispose() => File.Delete(Path);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
