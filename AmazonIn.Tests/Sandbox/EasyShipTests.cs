using System.Net;
using System.Text;
using System.Text.Json;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Shipping;
using AmazonIn.Infrastructure.Sandbox;
using AmazonIn.Tests.SpApi.TestKit;

namespace AmazonIn.Tests.Sandbox;

/// <summary>The demo's Easy Ship: by Amazon's model, and through the portal's own client.</summary>
[Trait("Row", "X5")]
public sealed class EasyShipTests
{
    private const string Order = "900-1000000-0000009";
    private const string Package = "/easyShip/2022-03-23/package";
    private const string Slots = "/easyShip/2022-03-23/timeSlot";

    private static readonly ParcelSize Size = new(30, 20, 12.5m, 850);

    private static readonly ChannelConnection Channel = new(7, DemoIdentities.FirstSeller, Marketplace.India);

    [Fact]
    public async Task Every_answer_matches_Amazons_model()
    {
        await using var sandbox = await WithOrderAsync();

        var slots = await OkAsync(sandbox, HttpMethod.Post, Slots, SlotsOf(Order));
        await AmazonModel.EasyShip.AssertMatchesAsync("ListHandoverSlotsResponse", slots);
        Assert.All(slots.ListAt("timeSlots"), slot => Assert.InRange(slot.TextAt("slotId")!.Length, 1, 255));
        var scheduled = await OkAsync(sandbox, HttpMethod.Post, Package, Booking(slots.ListAt("timeSlots")[0]));
        await AmazonModel.EasyShip.AssertMatchesAsync("Package", scheduled);
        Assert.Equal("ReadyForPickup", scheduled.TextAt("packageStatus"));
        Assert.Equal(12.5m, scheduled.At("packageDimensions.height").GetDecimal());
        var shown = await sandbox.GetAsync($"{Package}?amazonOrderId={Order}&marketplaceId={RunningSandbox.India}");
        Assert.Equal(scheduled.GetRawText(), shown.GetRawText());
        var moved = await OkAsync(sandbox, HttpMethod.Patch, Package, new
        {
            marketplaceId = RunningSandbox.India,
            updatePackageDetailsList = new[]
            {
                new
                {
                    scheduledPackageId = new { amazonOrderId = Order, packageId = scheduled.At("scheduledPackageId.packageId").GetString() },
                    packageTimeSlot = slots.ListAt("timeSlots")[1],
                },
            },
        });
        await AmazonModel.EasyShip.AssertMatchesAsync("Packages", moved);
        Assert.Equal(
            slots.ListAt("timeSlots")[1].TextAt("startTime"), moved.At("packages.0.packageTimeSlot.startTime").GetString());
    }

    [Fact]
    public async Task What_cannot_be_is_refused_by_Amazons_codes()
    {
        await using var sandbox = await WithOrderAsync();
        var slot = (await OkAsync(sandbox, HttpMethod.Post, Slots, SlotsOf(Order))).ListAt("timeSlots")[0];

        Assert.Equal((404, "ResourceNotFound"), await CodeAsync(HttpMethod.Post, Slots, SlotsOf("900-0000000-0000000")));
        Assert.Equal((400, "InvalidInput"), await CodeAsync(HttpMethod.Post, Slots, SlotsOf(Order, weight: 10)));
        Assert.Equal((404, "ResourceNotFound"), await CodeAsync(
            HttpMethod.Get, $"{Package}?amazonOrderId={Order}&marketplaceId={RunningSandbox.India}"));
        Assert.Equal((400, "InvalidTimeSlotId"), await CodeAsync(
            HttpMethod.Post, Package, Booking(RunningSandbox.Parse("""{"slotId":"AQc4"}"""))));
        await OkAsync(sandbox, HttpMethod.Post, Package, Booking(slot));
        Assert.Equal((400, "ScheduledPackageAlreadyExists"), await CodeAsync(HttpMethod.Post, Package, Booking(slot)));
        sandbox.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal((400, "ScheduleWindowExpired"), await CodeAsync(HttpMethod.Post, Package, Booking(slot)));

        async Task<(int, string)> CodeAsync(HttpMethod method, string path, object? body = null)
        {
            var (status, code, _) = await sandbox.RefusalAsync(method, path, body, await sandbox.TokenAsync());
            return (status, code);
        }
    }

    [Fact]
    public async Task The_client_schedules_moves_and_follows_a_parcel_until_the_order_is_shipped()
    {
        await using var sandbox = await WithOrderAsync();
        using var rig = Rig(sandbox);
        var easyShip = rig.Get<IMarketplaceEasyShip>();

        var slots = (await easyShip.ListSlotsAsync(Channel, Order, Size, RunningSandbox.Cancel)).Value!;
        var scheduled = await easyShip.ScheduleAsync(
            Channel, new PickupBooking(Order, ["ITEM-A"], slots[0], "PKG-00001"), RunningSandbox.Cancel);
        var again = await easyShip.ScheduleAsync(
            Channel, new PickupBooking(Order, ["ITEM-A"], slots[1], "PKG-00001"), RunningSandbox.Cancel);
        var moved = await easyShip.RescheduleAsync(
            Channel, Order, scheduled.Value!.PackageId, slots[1], RunningSandbox.Cancel);

        Assert.Equal(PickupState.Scheduled, scheduled.Value.State);
        Assert.Equal(scheduled.Value, again.Value);
        Assert.Equal(slots[1].StartsAt, moved.Value!.Slot.StartsAt);
        Assert.Equal("UNSHIPPED", (await OrderAsync(sandbox)).At("fulfillment.fulfillmentStatus").GetString());

        sandbox.Time.Advance(slots[1].EndsAt!.Value - sandbox.Time.GetUtcNow());
        var picked = await easyShip.ReadAsync(Channel, Order, RunningSandbox.Cancel);
        var tooLate = await easyShip.RescheduleAsync(Channel, Order, null, slots[2], RunningSandbox.Cancel);

        Assert.Equal(PickupState.PickedUp, picked.Value!.State);
        Assert.Equal("easy-ship.not-movable", tooLate.Error?.Code);
        var order = await OrderAsync(sandbox);
        Assert.Equal("SHIPPED", order.At("fulfillment.fulfillmentStatus").GetString());
        Assert.Equal(scheduled.Value.TrackingId, order.At("packages.0.trackingNumber").GetString());
        await AmazonModel.Orders.AssertMatchesAsync("Order", order);

        sandbox.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(PickupState.Delivered, (await easyShip.ReadAsync(Channel, Order, RunningSandbox.Cancel)).Value!.State);
    }

    [Fact]
    public async Task A_slot_that_is_gone_is_told_in_words()
    {
        await using var sandbox = await WithOrderAsync();
        using var rig = Rig(sandbox);
        var easyShip = rig.Get<IMarketplaceEasyShip>();
        var slots = (await easyShip.ListSlotsAsync(Channel, Order, Size, RunningSandbox.Cancel)).Value!;
        sandbox.Time.Advance(TimeSpan.FromDays(1));

        var late = await easyShip.ScheduleAsync(
            Channel, new PickupBooking(Order, ["ITEM-A"], slots[0], "PKG-00001"), RunningSandbox.Cancel);

        Assert.Equal("easy-ship.slot-gone", late.Error?.Code);
    }

    [Theory]
    [InlineData(EasyShipDocument.ShippingLabel, "ShippingLabel")]
    [InlineData(EasyShipDocument.Invoice, "Invoice IN-")]
    public async Task A_paper_comes_by_feed_and_opens_for_a_restricted_token_only(EasyShipDocument document, string words)
    {
        await using var sandbox = await WithOrderAsync(TimeSpan.Zero);
        using var rig = Rig(sandbox);
        var easyShip = rig.Get<IMarketplaceEasyShip>();
        var before = await easyShip.MakeDocumentAsync(Channel, Order, document, RunningSandbox.Cancel);
        var slots = (await easyShip.ListSlotsAsync(Channel, Order, Size, RunningSandbox.Cancel)).Value!;
        await easyShip.ScheduleAsync(
            Channel, new PickupBooking(Order, ["ITEM-A"], slots[0], "PKG-00001"), RunningSandbox.Cancel);

        var made = await easyShip.MakeDocumentAsync(Channel, Order, document, RunningSandbox.Cancel);

        Assert.Equal("easy-ship.no-document", before.Error?.Code);
        Assert.True(made.Succeeded, made.Error?.Message);
        var pdf = Encoding.ASCII.GetString(made.Value);
        Assert.StartsWith("%PDF-1.4", pdf, StringComparison.Ordinal);
        Assert.Contains(words, pdf, StringComparison.Ordinal);
        Assert.Contains("Canary Street 1", pdf, StringComparison.Ordinal);
        var report = (await sandbox.GetAsync("/reports/2021-06-30/reports?reportTypes=GET_EASYSHIP_DOCUMENTS")).At("reports.0");
        var path = $"/reports/2021-06-30/documents/{report.TextAt("reportDocumentId")}";
        Assert.Equal(403, (await sandbox.RefusalAsync(HttpMethod.Get, path)).Status);
        Assert.DoesNotContain(rig.Logs.GetSnapshot(), entry => entry.Message.Contains("Canary", StringComparison.Ordinal));

        using var answer = await sandbox.SendAsync(
            HttpMethod.Post,
            "/tokens/2021-03-01/restrictedDataToken",
            new { restrictedResources = new[] { new { method = "GET", path } } });
        var token = RunningSandbox.Parse(await answer.Content.ReadAsStringAsync(RunningSandbox.Cancel));
        await AmazonModel.Tokens.AssertMatchesAsync("CreateRestrictedDataTokenResponse", token);
        var restricted = token.TextAt("restrictedDataToken");
        Assert.NotNull((await sandbox.GetAsync(path, restricted)).TextAt("url"));
        Assert.Equal(403, (await sandbox.RefusalAsync(HttpMethod.Get, "/sellers/v1/account", token: restricted)).Status);
    }

    private static SpApiRig Rig(RunningSandbox sandbox)
    {
        var address = sandbox.Client.BaseAddress!;
        var rig = new SpApiRig(
            new Dictionary<string, string?>
            {
                ["Amazon:ClientId"] = "amzn1.application-oa2-client.demo",
                ["Amazon:ClientSecret"] = "demo-secret",
                ["Amazon:Endpoint"] = address.ToString(),
                ["Amazon:TokenUrl"] = new Uri(address, "/auth/o2/token").ToString(),
            },
            sandbox.Time,
            overTheWire: true);
        rig.Channels.RefreshToken = "Atzr|demo-in";
        return rig;
    }

    private static async Task<RunningSandbox> WithOrderAsync(TimeSpan? step = null)
    {
        var options = new SandboxOptions { Listings = 0, Orders = 0 };
        var sandbox = await RunningSandbox.StartAsync(step is { } given ? options with { ProcessingStep = given } : options);
        await sandbox.ControlAsync(HttpMethod.Post, "/control/orders", new
        {
            orderId = Order,
            createdTime = "2026-11-22T08:00:00Z",
            lastUpdatedTime = "2026-11-22T08:05:00Z",
            programs = new[] { "AMAZON_EASY_SHIP" },
            salesChannel = new { channelName = "AMAZON", marketplaceId = RunningSandbox.India },
            recipient = new { deliveryAddress = new { name = "Canary Person", addressLine1 = "Canary Street 1", postalCode = "560001" } },
            fulfillment = new { fulfillmentStatus = "UNSHIPPED", fulfilledBy = "MERCHANT" },
            orderItems = new[] { new { orderItemId = "ITEM-A", quantityOrdered = 2, product = new { sellerSku = "SKU-A" } } },
        });
        return sandbox;
    }

    private static async Task<JsonElement> OrderAsync(RunningSandbox sandbox) =>
        (await sandbox.GetAsync($"/orders/2026-01-01/orders/{Order}?includedData={RunningSandbox.AllDatasets}", await sandbox.TokenAsync())).At("order");

    private static object SlotsOf(string orderId, decimal weight = 850) => new
    {
        marketplaceId = RunningSandbox.India,
        amazonOrderId = orderId,
        packageDimensions = new { length = 30, width = 20, height = 12.5, unit = "cm" },
        packageWeight = new { value = weight, unit = "g" },
    };

    private static object Booking(JsonElement slot) => new
    {
        amazonOrderId = Order,
        marketplaceId = RunningSandbox.India,
        packageDetails = new { packageTimeSlot = slot, packageIdentifier = "PKG-00001" },
    };

    private static async Task<JsonElement> OkAsync(RunningSandbox sandbox, HttpMethod method, string path, object body)
    {
        using var answer = await sandbox.SendAsync(method, path, body);
        var text = await answer.Content.ReadAsStringAsync(RunningSandbox.Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return RunningSandbox.Parse(text);
    }
}
