using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Outbox;
using AmazonIn.Tests.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>Packing, shipping and the steps of an order over REST, with the demo marketplace at the other end.</summary>
public sealed class ShippingApiTests(ConnectedFixture fixture) : IClassFixture<ConnectedFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST", "/api/v1/sales-orders/1/packages")]
    [InlineData("POST", "/api/v1/packages/1/shipment")]
    [InlineData("POST", "/api/v1/sales-orders/1/void")]
    [InlineData("POST", "/api/v1/sales-orders/1/unfulfil")]
    [InlineData("POST", "/api/v1/sales-orders/1/fulfil")]
    [Trait("Row", "A4")]
    public async Task A_key_that_may_only_read_ships_nothing(string method, string path)
    {
        using var reader = await fixture.Portal.ApiClientAsync("orders:read");
        using var stranger = await fixture.Portal.ApiClientAsync("inventory:write");

        Assert.Equal((403, "access.forbidden"), await RefusalAsync(reader, method, path, "{}"));
        Assert.Equal((403, "access.forbidden"), await RefusalAsync(stranger, "GET", "/api/v1/packages"));
        Assert.Equal((403, "access.forbidden"), await RefusalAsync(stranger, "GET", "/api/v1/shipments"));
    }

    [Fact]
    [Trait("Row", "H1")]
    [Trait("Row", "H2")]
    [Trait("Row", "X4")]
    public async Task An_order_is_packed_shipped_and_confirmed_to_the_marketplace()
    {
        using var api = await fixture.Portal.ApiClientAsync("orders:write");
        var order = await OpenOrderAsync(api);
        var orderId = order.GetProperty("id").GetInt64();
        var line = order.ListAt("lines")[0];
        var lineId = line.At("id").GetInt64();
        var ordered = line.At("quantity").GetInt32();
        var pack = $"/api/v1/sales-orders/{orderId}/packages";
        foreach (var (body, status, code) in new[]
        {
            ("{}", 400, "request.body"),
            ("""{"lines":[]}""", 400, "package.empty"),
            ("""{"lines":[null]}""", 400, "request.body"),
            (Lines(lineId, 0), 400, "package.quantity"),
            (Lines(lineId, -1), 400, "package.quantity"),
            (Lines(lineId, ordered + 1), 409, "package.too-many"),
            (Lines(lineId, int.MaxValue), 409, "package.too-many"),
            (Lines(lineId, 99_999_999_999), 400, "request.body"),
            ($$"""{"lines":[{"lineId":{{lineId}},"quantity":1.5}]}""", 400, "request.body"),
            ($$"""{"lines":[{"lineId":{{lineId}},"quantity":1},{"lineId":{{lineId}},"quantity":1}]}""", 400, "package.line-twice"),
            (Lines(lineId + 9999, 1), 400, "package.line"),
        })
        {
            var refusal = await RefusalAsync(api, "POST", pack, body);
            Assert.Equal((body, status, code), (body, refusal.Status, refusal.Code));
        }

        Assert.Equal((404, "not-found"), await RefusalAsync(api, "POST", "/api/v1/sales-orders/99999/packages", Lines(lineId, 1)));
        var all = string.Join(",", order.ListAt("lines").Select(one =>
            $$"""{"lineId":{{one.At("id").GetInt64()}},"quantity":{{one.At("quantity").GetInt32()}}}"""));
        var package = await PostAsync(api, pack, $$"""{"lines":[{{all}}]}""", HttpStatusCode.Created);
        Assert.Equal(JsonValueKind.Null, package.At("shipment").ValueKind);

        var ship = $"/api/v1/packages/{package.At("id").GetInt64()}/shipment";
        var now = DateTimeOffset.Parse(order.TextAt("orderedAt")!, CultureInfo.InvariantCulture);
        foreach (var (body, status, code) in new[]
        {
            ("{}", 400, "request.body"),
            (Shipment("Blue Dart", "BD 1", "soon"), 400, "request.body"),
            (Shipment("bluedart", "BD 1", Now()), 400, "shipment.carrier"),
            (Shipment("Other", "BD 1", Now()), 400, "shipment.carrier-name"),
            (Shipment("Blue Dart", "   ", Now()), 400, "shipment.tracking-number"),
            (Shipment("Blue Dart", "<b>", Now()), 400, "shipment.tracking-number"),
            (Shipment("Blue Dart", "BD 1", now.AddHours(-1).ToString("O", CultureInfo.InvariantCulture)), 400, "shipment.date"),
            (Shipment("Blue Dart", "BD 1", "2099-01-01T00:00:00Z"), 400, "shipment.date"),
        })
        {
            var refusal = await RefusalAsync(api, "POST", ship, body);
            Assert.Equal((body, status, code), (body, refusal.Status, refusal.Code));
        }

        Assert.Equal((404, "not-found"), await RefusalAsync(api, "POST", "/api/v1/packages/99999/shipment", Shipment("DHL", "1", Now())));
        var shipped = await PostAsync(api, ship, Shipment("Blue Dart", " BD 12 34 ", Now()), HttpStatusCode.Created);
        Assert.Equal("BD1234", shipped.TextAt("shipment.trackingNumber"));
        Assert.Equal("BlueDart", shipped.TextAt("shipment.carrierCode"));
        Assert.Equal((409, "package.shipped"), await RefusalAsync(api, "POST", ship, Shipment("DHL", "1", Now())));

        await SendAsync();

        var shipments = await GetAsync(api, $"/api/v1/shipments?salesOrderId={orderId}");
        var shipment = Assert.Single(shipments.ListAt("data"));
        Assert.Equal("Accepted", shipment.TextAt("state"));
        Assert.False(string.IsNullOrEmpty(shipment.TextAt("requestId")));
        Assert.Equal("Fulfilled", (await GetAsync(api, $"/api/v1/sales-orders/{orderId}")).TextAt("status"));
        Assert.Single((await GetAsync(api, $"/api/v1/packages?salesOrderId={orderId}&stage=Shipped")).ListAt("data"));
        using var demo = new HttpClient { BaseAddress = fixture.Portal.Marketplace };
        var received = (await GetAsync(demo, "/control/received?kind=shipment")).ListAt("data")
            .Where(push => push.TextAt("orderId") == order.TextAt("amazonOrderId"));
        Assert.Equal("1", Assert.Single(received).TextAt("body.packageDetail.packageReferenceId"));
        Assert.DoesNotContain("name\":\"", shipments.GetRawText().Replace("carrierName", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task An_order_is_voided_fulfilled_and_opened_again()
    {
        using var api = await fixture.Portal.ApiClientAsync("orders:write");
        var order = await OpenOrderAsync(api);
        var path = $"/api/v1/sales-orders/{order.GetProperty("id").GetInt64()}";
        var lineId = order.ListAt("lines")[0].At("id").GetInt64();
        var packed = await PostAsync(api, $"{path}/packages", Lines(lineId, 1), HttpStatusCode.Created);

        Assert.Equal((409, "order.nothing-to-unfulfil"), await RefusalAsync(api, "POST", $"{path}/unfulfil"));
        Assert.Equal((409, "order.fulfil-needs-shipment"), await RefusalAsync(api, "POST", $"{path}/fulfil"));
        Assert.Equal((400, "request.body"), await RefusalAsync(api, "POST", $"{path}/fulfil", """{"outside":true}"""));
        Assert.Equal("Fulfilled", (await PostAsync(api, $"{path}/fulfil", """{"shippedOutside":true}""")).TextAt("status"));
        Assert.Equal((409, "order.fulfilled"), await RefusalAsync(api, "POST", $"{path}/packages", Lines(lineId, 1)));
        Assert.Equal("Confirmed", (await PostAsync(api, $"{path}/unfulfil")).TextAt("status"));
        Assert.Equal("Void", (await PostAsync(api, $"{path}/void")).TextAt("status"));
        Assert.Equal((409, "order.void-already"), await RefusalAsync(api, "POST", $"{path}/void"));
        Assert.Equal(
            (409, "order.void"),
            await RefusalAsync(api, "POST", $"/api/v1/packages/{packed.At("id").GetInt64()}/shipment", Shipment("DHL", "1", Now())));
        Assert.Equal((404, "not-found"), await RefusalAsync(api, "POST", "/api/v1/sales-orders/99999/void"));
    }

    [Theory]
    [InlineData("/api/v1/packages?stage=Lost", "“stage” must be one of ToShip, Shipped, Refused, Waiting.")]
    [InlineData("/api/v1/shipments?confirmation=sent", "“confirmation” must be one of NotNeeded")]
    [InlineData("/api/v1/shipments?order=1", "The parameter “order” is not known")]
    public async Task A_filter_that_is_not_understood_is_refused(string path, string detail)
    {
        using var api = await fixture.Portal.ApiClientAsync("orders:read");
        using var response = await api.GetAsync(new Uri(path, UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = RunningSandbox.Parse(await response.Content.ReadAsStringAsync(Cancel));
        Assert.StartsWith(detail, problem.TextAt("detail"), StringComparison.Ordinal);
    }

    private async Task SendAsync()
    {
        await using var scope = fixture.Portal.Services.CreateAsyncScope();
        var channels = scope.ServiceProvider.GetRequiredService<IChannelStore>();
        var channel = (await channels.FindAsync(fixture.ChannelId, Cancel))!;
        await scope.ServiceProvider.GetServices<IOutboxSender>().Single(sender => sender.Kind == "shipments").SendAsync(channel, Cancel);
    }

    // An order of the demo that the seller ships, with nothing of it packed yet and no buyer who wants to cancel.
    private async Task<JsonElement> OpenOrderAsync(HttpClient api)
    {
        var packed = (await GetAsync(api, "/api/v1/packages?limit=200")).ListAt("data")
            .Select(package => package.At("salesOrderId").GetInt64()).ToHashSet();
        var orders = (await GetAsync(api, "/api/v1/sales-orders?status=Confirmed&limit=200")).ListAt("data");
        foreach (var order in orders.Where(order =>
            order.TextAt("fulfilledBy") == "Merchant"
            && !packed.Contains(order.At("id").GetInt64())))
        {
            // Neither Easy Ship nor the buyer's wish to cancel is a member of the contract.
            var details = await fixture.Portal.Services.GetRequiredService<ISalesOrderQueries>()
                .FindAsync(order.At("id").GetInt64(), Cancel);
            if (details!.Order is { EasyShip: false, CancelRequestedByBuyer: false })
            {
                return order;
            }
        }

        throw new InvalidOperationException("The demo has no order to ship.");
    }

    private static string Now() => TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    private static string Lines(long lineId, long quantity) => $$"""{"lines":[{"lineId":{{lineId}},"quantity":{{quantity}}}]}""";

    private static string Shipment(string carrier, string tracking, string at) =>
        JsonSerializer.Serialize(new { carrier, trackingNumber = tracking, shippedAt = at });

    private static async Task<JsonElement> GetAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        var body = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.IsSuccessStatusCode, body);
        return RunningSandbox.Parse(body);
    }

    private static async Task<JsonElement> PostAsync(
        HttpClient api, string path, string? body = null, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await SendAsync(api, "POST", path, body);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} {path}: {text}");
        return RunningSandbox.Parse(text);
    }

    private static async Task<(int Status, string? Code)> RefusalAsync(
        HttpClient api, string method, string path, string? body = null)
    {
        using var response = await SendAsync(api, method, path, body);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.False(response.IsSuccessStatusCode, $"{path} was not refused: {body} {text}");
        return ((int)response.StatusCode, RunningSandbox.Parse(text).TextAt("code"));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient api, string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return await api.SendAsync(request, Cancel);
    }
}
