using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

using AmazonIn.Infrastructure.Sandbox;

namespace AmazonIn.Tests.Sandbox;

public sealed class ShipmentTests
{
    private const string Order = "900-1000000-0000001";

    [Fact]
    public async Task A_package_is_confirmed_and_read_back()
    {
        await using var sandbox = await WithOrderAsync();

        using var answer = await ConfirmAsync(sandbox, Package("1", ("ITEM-A", 2), ("ITEM-B", 1)));
        var order = await ReadAsync(sandbox);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("2.0", answer.Headers.GetValues("x-amzn-RateLimit-Limit").Single());
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(RunningSandbox.Cancel));
        Assert.Equal("SHIPPED", Status(order));
        var package = Assert.Single(order.ListAt("packages"));
        Assert.Equal("1", package.TextAt("packageReferenceId"));
        Assert.Equal("BlueDart", package.TextAt("carrier"));
        Assert.Equal("TRACK-1", package.TextAt("trackingNumber"));
        Assert.All(order.ListAt("orderItems"), item =>
            Assert.Equal(0, item.At("fulfillment.quantityUnfulfilled").GetInt32()));
        Assert.Equal(RunningSandbox.Start, order.GetProperty("lastUpdatedTime").GetDateTimeOffset());
        await AmazonModel.Orders.AssertMatchesAsync("Order", order);
    }

    [Fact]
    public async Task Partial_packages_ship_an_order_step_by_step()
    {
        await using var sandbox = await WithOrderAsync();

        using var first = await ConfirmAsync(sandbox, Package("1", ("ITEM-A", 1)));
        var partly = await ReadAsync(sandbox);
        using var second = await ConfirmAsync(sandbox, Package("2", ("ITEM-A", 1), ("ITEM-B", 1)));
        var wholly = await ReadAsync(sandbox);
        var third = await RefusalAsync(sandbox, Package("3", ("ITEM-A", 1)));

        Assert.Equal("PARTIALLY_SHIPPED", Status(partly));
        Assert.Equal([1, 0], Fulfilled(partly));
        Assert.Equal("SHIPPED", Status(wholly));
        Assert.Equal([2, 1], Fulfilled(wholly));
        Assert.Equal(400, third.Status);
    }

    [Fact]
    public async Task The_same_reference_edits_the_package()
    {
        await using var sandbox = await WithOrderAsync();
        using var first = await ConfirmAsync(sandbox, Package("1", ("ITEM-A", 2), ("ITEM-B", 1)));

        var corrected = Package("1", ("ITEM-A", 1));
        corrected["packageDetail"]!["trackingNumber"] = "CORRECTED";
        using var second = await ConfirmAsync(sandbox, corrected);
        var order = await ReadAsync(sandbox);

        Assert.Equal(HttpStatusCode.NoContent, second.StatusCode);
        Assert.Equal(
            "CORRECTED",
            Assert.Single(order.ListAt("packages")).TextAt("trackingNumber"));
        Assert.Equal([1, 0], Fulfilled(order));
        Assert.Equal("PARTIALLY_SHIPPED", Status(order));
    }

    [Theory]
    [InlineData("packageReferenceId", "\"P-1\"", "PackageReferenceId")]
    [InlineData("packageReferenceId", "1", "PackageReferenceId")]
    [InlineData("packageReferenceId", "\"0\"", "PackageReferenceId")]
    [InlineData("carrierCode", "null", "carrierCode")]
    [InlineData("carrierCode", "\"bluedart\"", "carrierCode")]
    [InlineData("carrierCode", "\"Other\"", "carrierName")]
    [InlineData("trackingNumber", "\"\"", "trackingNumber")]
    [InlineData("shipDate", "\"02/21/2022\"", "shipDate")]
    [InlineData("shipDate", "\"2026-11-22\"", "shipDate")]
    [InlineData("shipDate", "\"2026-11-20T00:00:00Z\"", "shipDate")]
    [InlineData("shipDate", "\"2026-11-24T00:00:00Z\"", "shipDate")]
    [InlineData("orderItems", "{\"orderItemId\":\"ITEM-A\",\"quantity\":1}", "OrderItemId")]
    [InlineData("orderItems", "[]", "OrderItemId")]
    [InlineData("orderItems", "[{\"orderItemId\":\"ITEM-X\",\"quantity\":1}]", "OrderItemId")]
    [InlineData("orderItems", "[{\"orderItemId\":\"ITEM-A\",\"quantity\":0}]", "quantity")]
    [InlineData("orderItems", "[{\"orderItemId\":\"ITEM-A\",\"quantity\":3}]", "quantity")]
    public async Task A_package_that_breaks_the_rules_is_refused(string field, string value, string named)
    {
        await using var sandbox = await WithOrderAsync();
        var body = Package("1", ("ITEM-A", 1));
        body["packageDetail"]![field] = JsonNode.Parse(value);

        var refusal = await RefusalAsync(sandbox, body);

        Assert.Equal(400, refusal.Status);
        Assert.Equal("InvalidInput", refusal.Code);
        Assert.Contains(named, refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("UNSHIPPED", Status(await ReadAsync(sandbox)));
    }

    [Fact]
    public async Task Another_carrier_is_taken_by_its_name()
    {
        await using var sandbox = await WithOrderAsync();
        var body = Package("1", ("ITEM-A", 1));
        body["packageDetail"]!["carrierCode"] = "Other";
        body["packageDetail"]!["carrierName"] = "Village Courier";

        using var answer = await ConfirmAsync(sandbox, body);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(
            "Village Courier",
            (await ReadAsync(sandbox)).TextAt("packages.0.carrier"));
    }

    [Theory]
    [InlineData("""{"fulfillment":{"fulfilledBy":"AMAZON"}}""")]
    [InlineData("""{"programs":["AMAZON_EASY_SHIP"]}""")]
    [InlineData("""{"fulfillment":{"fulfillmentStatus":"CANCELLED"}}""")]
    [InlineData("""{"fulfillment":{"fulfillmentStatus":"PENDING"}}""")]
    [InlineData("""{"salesChannel":{"marketplaceId":"A2VIGQ35RCS4UG"}}""")]
    public async Task Orders_that_are_not_the_sellers_to_ship_are_refused(string change)
    {
        await using var sandbox = await WithOrderAsync();
        await sandbox.ControlAsync(HttpMethod.Patch, $"/control/orders/{Order}", RunningSandbox.Parse(change));

        var refusal = await RefusalAsync(sandbox, Package("1", ("ITEM-A", 1)));

        Assert.Equal(400, refusal.Status);
    }

    [Fact]
    public async Task An_unknown_order_is_not_found()
    {
        await using var sandbox = await WithOrderAsync();

        var refusal = await sandbox.RefusalAsync(
            HttpMethod.Post,
            "/orders/v0/orders/900-9999999-9999999/shipmentConfirmation",
            Package("1", ("ITEM-A", 1)));

        Assert.Equal(404, refusal.Status);
    }

    [Fact]
    public async Task Confirmations_are_logged_accepted_or_not()
    {
        await using var sandbox = await WithOrderAsync();
        using var accepted = await ConfirmAsync(sandbox, Package("1", ("ITEM-A", 2)));
        await RefusalAsync(sandbox, Package("2", ("ITEM-A", 1)));

        var received = (await sandbox.ControlAsync(HttpMethod.Get, "/control/received?kind=shipment"))
            .ListAt("data");

        Assert.Equal(["ACCEPTED", "REFUSED"], received.Select(push => push.TextAt("status")));
        Assert.All(received, push => Assert.Equal(Order, push.TextAt("orderId")));
        Assert.Equal(2, received[0].GetProperty("quantity").GetInt32());
        Assert.Equal(
            "TRACK-1",
            received[0].TextAt("body.packageDetail.trackingNumber"));
    }

    [Fact]
    public async Task A_generated_open_order_can_be_shipped()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });
        var order = (await sandbox.AllOrdersAsync("&fulfillmentStatuses=UNSHIPPED&fulfilledBy=MERCHANT"))
            .First(order => !order.GetRawText().Contains("AMAZON_EASY_SHIP", StringComparison.Ordinal));
        var id = order.TextAt("orderId");
        var items = order.ListAt("orderItems")
            .Select(item => (item.TextAt("orderItemId")!, item.GetProperty("quantityOrdered").GetInt32()))
            .ToArray();

        using var answer = await sandbox.SendAsync(
            HttpMethod.Post,
            $"/orders/v0/orders/{id}/shipmentConfirmation",
            Package("1", items));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        sandbox.Time.Advance(TimeSpan.FromMinutes(2));
        var found = await sandbox.GetAsync(
            $"/orders/2026-01-01/orders?lastUpdatedAfter={RunningSandbox.Start:yyyy-MM-ddTHH:mm:ssZ}&includedData=FULFILLMENT");
        Assert.Equal(id, Assert.Single(found.ListAt("orders")).TextAt("orderId"));
    }

    private static async Task<RunningSandbox> WithOrderAsync()
    {
        var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Listings = 0, Orders = 0 });
        await sandbox.ControlAsync(HttpMethod.Post, "/control/orders", new
        {
            orderId = Order,
            createdTime = "2026-11-22T08:00:00Z",
            lastUpdatedTime = "2026-11-22T08:05:00Z",
            salesChannel = new { channelName = "AMAZON", marketplaceId = RunningSandbox.India },
            fulfillment = new { fulfillmentStatus = "UNSHIPPED", fulfilledBy = "MERCHANT" },
            orderItems = new[] { Item("ITEM-A", 2), Item("ITEM-B", 1) },
        });
        return sandbox;
    }

    private static object Item(string id, int quantity) => new
    {
        orderItemId = id,
        quantityOrdered = quantity,
        product = new { sellerSku = "SKU-" + id },
        fulfillment = new { quantityFulfilled = 0, quantityUnfulfilled = quantity },
    };

    private static JsonObject Package(string reference, params (string Id, int Quantity)[] items) => new()
    {
        ["marketplaceId"] = RunningSandbox.India,
        ["packageDetail"] = new JsonObject
        {
            ["packageReferenceId"] = reference,
            ["carrierCode"] = "BlueDart",
            ["trackingNumber"] = "TRACK-1",
            ["shipDate"] = "2026-11-23T09:00:00.000Z",
            ["orderItems"] = new JsonArray([.. items.Select(item => (JsonNode)new JsonObject
            {
                ["orderItemId"] = item.Id,
                ["quantity"] = item.Quantity,
            })]),
        },
    };

    private static Task<HttpResponseMessage> ConfirmAsync(RunningSandbox sandbox, JsonObject body) =>
        sandbox.SendAsync(HttpMethod.Post, $"/orders/v0/orders/{Order}/shipmentConfirmation", body);

    private static async Task<(int Status, string Code, string Message)> RefusalAsync(RunningSandbox sandbox, JsonObject body)
    {
        using var answer = await ConfirmAsync(sandbox, body);
        var error = RunningSandbox.Parse(await answer.Content.ReadAsStringAsync(RunningSandbox.Cancel)).At("errors.0");
        return ((int)answer.StatusCode, error.TextAt("code")!, error.TextAt("message")!);
    }

    private static async Task<JsonElement> ReadAsync(RunningSandbox sandbox) =>
        (await sandbox.GetAsync($"/orders/2026-01-01/orders/{Order}?includedData=FULFILLMENT,PACKAGES")).GetProperty("order");

    private static string? Status(JsonElement order) =>
        order.TextAt("fulfillment.fulfillmentStatus");

    private static int[] Fulfilled(JsonElement order) =>
    [
        .. order.ListAt("orderItems")
            .Select(item => item.At("fulfillment.quantityFulfilled").GetInt32()),
    ];
}
