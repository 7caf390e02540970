using System.Net;
using System.Net.Http.Json;
using AmazonIn.Domain.Sync;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>Amazon on a bad day. Each ends in a message where a person looks; nothing is lost, nothing comes twice.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("error500")]
    [InlineData("error503")]
    [InlineData("truncate")]
    [InlineData("malformed")]
    [InlineData("duplicatePage")]
    [InlineData("outOfOrder")]
    [InlineData("unauthorized")]
    public async Task A_fault_that_passes_leaves_no_trace_in_the_data(string fault)
    {
        await using var shop = await Shop.OpenAsync(new Dictionary<string, string?> { ["Sandbox:Orders"] = "250" });
        await shop.FaultAsync(new { path = "/orders/2026-01-01/orders" }, fault, times: 1);

        var run = await shop.ConnectAndSyncAsync();
        if (run.State != RunState.Succeeded)
        {
            Assert.NotNull(run.Message);
            await shop.ClearFaultsAsync();
            await shop.SyncAsync();
        }

        await shop.AssertEverythingArrivedOnceAsync();
    }

    [Fact]
    public async Task A_storm_of_429s_passes_and_the_run_goes_on()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.ConnectAndSyncAsync();
        var open = await shop.AllAsync("/api/v1/sales-orders?status=Confirmed");
        var changed = open[0].GetProperty("amazonOrderId").GetString()!;
        await shop.ChangeOrderAsync(changed, new { fulfillment = new { fulfillmentStatus = "SHIPPED" } });
        await shop.FaultAsync(new { path = "/orders/2026-01-01/orders" }, "throttle", times: 2);

        var run = await shop.SyncAsync();

        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Equal("Fulfilled", (await shop.OrderAsync(changed)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_revoked_authorisation_stops_the_channel_with_the_reason_and_without_the_token()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.ConnectAndSyncAsync();
        await Shop.PostAsync(shop.Amazon, "/control/tokens/revoke", new { sellerId = "A1DEMOSELLERIN" });

        var run = await shop.SyncAsync();

        var channel = await Shop.GetAsync(shop.Api, $"/api/v1/channels/{shop.ChannelId}");
        Assert.Equal(RunState.Failed, run.State);
        Assert.Equal("NeedsAttention", channel.GetProperty("state").GetString());
        Assert.NotNull(run.Message);
        Assert.DoesNotContain("Atzr", run.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "C5")]
    public async Task Wrong_identifiers_give_amazons_reason_and_leave_nothing_behind()
    {
        await using var shop = await Shop.OpenAsync();

        using var response = await shop.Api.PostAsJsonAsync("/api/v1/channels", new
        {
            marketplaceId = "A21TJRUUN4KGV",
            sellerId = "A1DEMOSELLERIN",
            token = "Atzr|canary-of-a-wrong-token",
        });

        var problem = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Amazon", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", problem, StringComparison.Ordinal);
        Assert.Empty(await shop.AllAsync("/api/v1/channels"));
        foreach (var file in Directory.EnumerateFiles(shop.Portal.DataDirectory))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory, TestContext.Current.CancellationToken);
            Assert.Equal(-1, memory.ToArray().AsSpan().IndexOf("canary-of-a-wrong-token"u8));
        }
    }

    [Fact]
    [Trait("Row", "I5")]
    public async Task Strange_orders_are_imported_and_flagged_and_unreadable_ones_named()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.ConnectAndSyncAsync();
        await Shop.PostAsync(shop.Amazon, "/control/orders", new { orders = StrangeOrders.All });

        var run = await shop.SyncAsync();

        var entries = await shop.AllAsync($"/api/v1/sync-runs/{run.Id}/entries?outcome=NotSynced");
        Assert.Equal([StrangeOrders.Unreadable], entries.Select(entry => entry.GetProperty("key").GetString()));
        Assert.All(entries, entry => Assert.NotEmpty(entry.GetProperty("reason").GetString()!));
        var teleported = await shop.OrderAsync(StrangeOrders.Teleported);
        Assert.Contains("TELEPORTED", teleported.GetProperty("flags").GetRawText(), StringComparison.Ordinal);
        var long500 = await shop.OrderAsync(StrangeOrders.FiveHundredLines);
        Assert.Equal(500, long500.GetProperty("lines").GetArrayLength());
        Assert.Equal(5000.00m, Shop.Amount(long500.GetProperty("total")));
        var awkward = await shop.OrderAsync(StrangeOrders.AwkwardSku);
        Assert.Equal(StrangeOrders.Sku, awkward.GetProperty("lines")[0].GetProperty("sku").GetString());
    }

    [Fact]
    [Trait("Row", "S1")]
    public async Task Two_portals_on_one_database_sync_once()
    {
        await using var shop = await Shop.OpenAsync(new Dictionary<string, string?> { ["Sandbox:Orders"] = "250" });
        await using var second = await PortalFactory.StartAsync(
            new Dictionary<string, string?>
            {
                ["Sandbox:Enabled"] = "false",
                ["Amazon:ClientId"] = "amzn1.application-oa2-client.demo",
                ["Amazon:ClientSecret"] = "demo-secret",
                ["Amazon:Endpoint"] = shop.Portal.Marketplace.ToString(),
                ["Amazon:TokenUrl"] = new Uri(shop.Portal.Marketplace, "/auth/o2/token").ToString(),
            },
            sharedData: shop.Portal.DataDirectory);

        await shop.ConnectAndSyncAsync();
        for (var round = 0; round < 5; round++)
        {
            await shop.SyncAsync();
        }

        await shop.AssertEverythingArrivedOnceAsync();
        var runs = await shop.AllAsync("/api/v1/sync-runs?module=Orders");
        Assert.Equal(6, runs.Count);
        Assert.All(runs, run => Assert.Equal("Succeeded", run.GetProperty("state").GetString()));
    }
}
