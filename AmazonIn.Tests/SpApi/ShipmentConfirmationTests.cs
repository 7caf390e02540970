using System.Net;
using System.Text.Json;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.Sandbox;
using AmazonIn.Tests.Sandbox;
using AmazonIn.Tests.SpApi.Contracts;
using AmazonIn.Tests.SpApi.TestKit;

namespace AmazonIn.Tests.SpApi;

public sealed class ShipmentConfirmationTests : IDisposable
{
    private readonly SpApiRig _rig = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IMarketplaceShipments Shipments => _rig.Get<IMarketplaceShipments>();

    [Fact]
    [Trait("Row", "H1")]
    public async Task A_confirmation_is_one_call_as_Amazons_model_describes_it()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Status(HttpStatusCode.NoContent));

        var answer = await Shipments.ConfirmAsync(SpApiRig.Channel, Package(), Cancel);

        Assert.Equal(new ConfirmationAnswer("req-0001"), answer);
        var call = Assert.Single(_rig.Amazon.Calls);
        Assert.Equal("/orders/v0/orders/403-1234567-1234567/shipmentConfirmation", call.Path);
        Assert.Equal(
            """
            {"packageDetail":{"packageReferenceId":"2","carrierCode":"BlueDart","trackingNumber":"BD1","shipDate":"2026-09-01T10:00:00.000Z","orderItems":[{"orderItemId":"00000000000007","quantity":3}]},"marketplaceId":"A21TJRUUN4KGV"}
            """,
            call.Body);
        Assert.Empty(await PublishedModel.OrdersV0.FaultsOfAsync(call));
    }

    [Fact]
    public async Task Another_carrier_is_named()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Status(HttpStatusCode.NoContent));

        await Shipments.ConfirmAsync(
            SpApiRig.Channel, Package() with { CarrierCode = "Other", CarrierName = "Village Courier" }, Cancel);

        var call = Assert.Single(_rig.Amazon.Calls);
        using var body = JsonDocument.Parse(call.Body!);
        var detail = body.RootElement.GetProperty("packageDetail");
        Assert.Equal("Village Courier", detail.GetProperty("carrierName").GetString());
        Assert.False(body.RootElement.TryGetProperty("codCollectionMethod", out _));
        Assert.Empty(await PublishedModel.OrdersV0.FaultsOfAsync(call));
    }

    [Theory]
    [InlineData("InvalidInput", "OrderItemId is invalid", "Amazon refused the shipment. Amazon says: “OrderItemId is invalid”")]
    [InlineData("Invalid Input", "carrierCode is not supported", "Amazon does not take this carrier.")]
    [InlineData("InvalidInput", "Failed to create package: PackageToUpdateNotFound", "Amazon holds this order for shipped already")]
    [Trait("Row", "H1")]
    public async Task Amazons_refusal_is_a_value_in_a_sellers_words(string code, string message, string words)
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Error(HttpStatusCode.BadRequest, code, message));

        var answer = await Shipments.ConfirmAsync(SpApiRig.Channel, Package(), Cancel);

        Assert.StartsWith(words, answer.Refusal, StringComparison.Ordinal);
        Assert.Contains(message, answer.Refusal, StringComparison.Ordinal);
        Assert.Equal("req-0001", answer.RequestId);
        Assert.Single(_rig.Amazon.Calls);
    }

    [Fact]
    public async Task An_order_that_Amazon_does_not_know_is_a_refusal_too()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Error(HttpStatusCode.NotFound, "NotFound"));

        var answer = await Shipments.ConfirmAsync(SpApiRig.Channel, Package(), Cancel);

        Assert.StartsWith("Amazon does not know this order", answer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_with_the_same_body_and_then_left_to_the_outbox()
    {
        _rig.Amazon.AnswerInTurn(
            () => ScriptedAmazon.Status(HttpStatusCode.InternalServerError), () => ScriptedAmazon.Status(HttpStatusCode.NoContent));
        Assert.Null((await Shipments.ConfirmAsync(SpApiRig.Channel, Package(), Cancel)).Refusal);
        Assert.Equal(_rig.Amazon.Calls[0].Body, _rig.Amazon.Calls[1].Body);

        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Status(HttpStatusCode.ServiceUnavailable));
        await Assert.ThrowsAsync<MarketplaceUnavailableException>(
            () => Shipments.ConfirmAsync(SpApiRig.Channel, Package(), Cancel));
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Status(HttpStatusCode.TooManyRequests));
        await Assert.ThrowsAsync<MarketplaceThrottledException>(
            () => Shipments.ConfirmAsync(SpApiRig.Channel, Package(), Cancel));
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Error(HttpStatusCode.Forbidden, "Unauthorized", "Access to requested resource is denied."));
        await Assert.ThrowsAsync<MarketplaceUnauthorizedException>(
            () => Shipments.ConfirmAsync(SpApiRig.Channel, Package(), Cancel));
    }

    [Fact]
    [Trait("Row", "H1")]
    public async Task Packages_are_read_back_without_the_buyer()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Json(
            """
            {"order":{"orderId":"403-1234567-1234567","packages":[
              {"packageReferenceId":"2","carrier":"BlueDart","trackingNumber":" BD1 ","packageItems":[{"orderItemId":"00000000000007","quantity":3}]},
              {"packageReferenceId":"3"}, null]}}
            """));

        var packages = await Shipments.ReadPackagesAsync(SpApiRig.Channel, "403-1234567-1234567", Cancel);

        var call = Assert.Single(_rig.Amazon.Calls);
        Assert.Equal("PACKAGES,FULFILLMENT", call.Query("includedData"));
        Assert.Empty(await PublishedModel.Orders.FaultsOfAsync(call));
        Assert.Equal(2, packages.Count);
        Assert.Equal(("2", "BlueDart", "BD1", 3), (packages[0].Reference, packages[0].Carrier, packages[0].TrackingNumber, packages[0].Units["00000000000007"]));
        Assert.Empty(packages[1].Units);
    }

    [Fact]
    [Trait("Row", "H1")]
    public async Task The_demo_takes_a_package_once_and_shows_it()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 200, Listings = 40 });
        var address = sandbox.Client.BaseAddress!;
        using var rig = new SpApiRig(
            new Dictionary<string, string?>
            {
                ["Amazon:ClientId"] = "amzn1.application-oa2-client.demo",
                ["Amazon:ClientSecret"] = "demo-secret",
                ["Amazon:Endpoint"] = address.ToString(),
                ["Amazon:TokenUrl"] = new Uri(address, "/auth/o2/token").ToString(),
            },
            sandbox.Time,
            overTheWire: true);
        var shipments = rig.Get<IMarketplaceShipments>();
        var channel = new ChannelConnection(7, DemoIdentities.FirstSeller, Marketplace.India);
        rig.Channels.RefreshToken = "Atzr|demo-in";
        var order = (await sandbox.AllOrdersAsync()).First(one =>
            one.At("fulfillment.fulfillmentStatus").GetString() == "UNSHIPPED"
            && one.At("fulfillment.fulfilledBy").GetString() == "MERCHANT"
            && !one.GetRawText().Contains("AMAZON_EASY_SHIP", StringComparison.Ordinal));
        var orderId = order.TextAt("orderId")!;
        var package = new PackageConfirmation(
            orderId,
            1,
            "Other",
            "Village Courier",
            "V-1",
            sandbox.Time.GetUtcNow(),
            order.ListAt("orderItems").ToDictionary(item => item.TextAt("orderItemId")!, item => item.At("quantityOrdered").GetInt32()));

        var first = await shipments.ConfirmAsync(channel, package, Cancel);
        var again = await shipments.ConfirmAsync(channel, package, Cancel);
        var second = await shipments.ConfirmAsync(channel, package with { Reference = 2 }, Cancel);
        var shown = Assert.Single(await shipments.ReadPackagesAsync(channel, orderId, Cancel));

        Assert.Null(first.Refusal);
        Assert.NotNull(first.RequestId);
        Assert.Null(again.Refusal);
        Assert.NotNull(second.Refusal);
        Assert.Equal(("1", "Village Courier", "V-1"), (shown.Reference, shown.Carrier, shown.TrackingNumber));
        Assert.Equal(package.Units, shown.Units);
    }

    public void Dispose() => _rig.Dispose();

    private static PackageConfirmation Package() => new(
        "403-1234567-1234567",
        2,
        "BlueDart",
        null,
        "BD1",
        new DateTimeOffset(2026, 9, 1, 15, 30, 0, TimeSpan.FromHours(5.5)),
        new Dictionary<string, int> { ["00000000000007"] = 3 });
}
