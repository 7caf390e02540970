using System.Net;
using System.Text.Json;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>A channel rests, wakes, leaves and comes back, beside another one and over the demo marketplace.</summary>
public sealed class ChannelLifeTests
{
    [Fact]
    [Trait("Row", "D1")]
    [Trait("Row", "D2")]
    public async Task Orders_that_came_while_the_channel_rested_are_fetched_when_it_wakes()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.ConnectAndSyncAsync();
        var before = await ShopOrders.IdsAsync(shop);
        Assert.Equal("Inactive", await StateAsync(await ActAsync(shop, "disable")));

        var order = await ShopOrders.PlaceAsync(shop);
        using var refused = await shop.Api.PostAsync(new Uri("/api/v1/sync-runs", UriKind.Relative), Json("""{"module": "Orders"}"""));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(before, await ShopOrders.IdsAsync(shop));

        Assert.Equal("Active", await StateAsync(await ActAsync(shop, "enable")));
        var orders = await shop.Portal.WaitForModuleAsync(shop.ChannelId, SyncModule.Orders);
        var items = await shop.Portal.WaitForModuleAsync(shop.ChannelId, SyncModule.Items);

        Assert.Equal((RunTrigger.Reactivation, RunState.Succeeded), (orders.Trigger, orders.State));
        Assert.Equal((RunTrigger.Reactivation, RunState.Succeeded), (items.Trigger, items.State));
        Assert.True(orders.Id < items.Id, "Orders come first.");
        Assert.True(orders.Synced > 0);
        Assert.Equal([.. before.Append(order).Order(StringComparer.Ordinal)], await ShopOrders.IdsAsync(shop));
        await shop.AssertEverythingArrivedOnceAsync();
    }

    [Fact]
    [Trait("Row", "D3")]
    public async Task Disconnected_and_connected_again_nothing_is_there_twice()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.ConnectAndSyncAsync();
        var orders = await ShopOrders.IdsAsync(shop);
        var items = await SkusAsync(shop);
        var listings = (await shop.AllAsync("/api/v1/items")).Sum(item => item.GetProperty("listings").GetArrayLength());
        var stock = await StockAsync(shop);
        var customers = (await shop.AllAsync("/api/v1/customers")).Count;

        using var gone = await shop.Api.DeleteAsync(new Uri($"/api/v1/channels/{shop.ChannelId}", UriKind.Relative));
        var report = JsonDocument.Parse(await gone.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        Assert.True(report.GetProperty("removed").GetProperty("credentials").GetBoolean());
        Assert.Equal(listings, report.GetProperty("removed").GetProperty("listings").GetInt32());
        Assert.Equal(orders.Count, report.GetProperty("kept").GetProperty("salesOrders").GetInt32());
        Assert.Empty(await shop.AllAsync("/api/v1/channels"));
        Assert.Empty(await shop.AllAsync("/api/v1/sync-runs"));
        Assert.Equal(orders, await ShopOrders.IdsAsync(shop));
        Assert.Equal(items, await SkusAsync(shop));
        Assert.All(await shop.AllAsync("/api/v1/items"), item => Assert.Equal(0, item.GetProperty("listings").GetArrayLength()));
        using var missing = await shop.Api.GetAsync(new Uri($"/api/v1/channels/{shop.ChannelId}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);

        var old = shop.ChannelId;
        await shop.ConnectAndSyncAsync();

        Assert.Equal(old, shop.ChannelId);
        Assert.Equal(orders, await ShopOrders.IdsAsync(shop));
        Assert.Equal(items, await SkusAsync(shop));
        Assert.Equal(stock, await StockAsync(shop));
        Assert.Equal(customers, (await shop.AllAsync("/api/v1/customers")).Count);
        await shop.AssertEverythingArrivedOnceAsync();
    }

    [Fact]
    [Trait("Row", "S3")]
    [Trait("Row", "D1")]
    public async Task Sync_Manually_starts_the_module_of_every_other_active_channel_too()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.ConnectAndSyncAsync();
        var second = await ConnectSecondAsync(shop);

        var both = await SyncAsync(shop, "Orders");
        Assert.Equal([shop.ChannelId, second], both.Select(run => run.Channel));
        foreach (var (id, _) in both)
        {
            Assert.Equal(RunState.Succeeded, (await shop.Portal.WaitForRunAsync(id)).State);
        }

        await ActAsync(shop, "disable", second);
        Assert.Equal([shop.ChannelId], (await SyncAsync(shop, "Items")).Select(run => run.Channel));
    }

    [Fact]
    [Trait("Row", "O2")]
    [Trait("Row", "I3")]
    [Trait("Row", "C7")]
    public async Task The_preference_holds_for_both_channels_and_a_sku_on_both_is_one_item()
    {
        await using var shop = await Shop.OpenAsync();
        using var saved = await shop.Api.PutAsync(
            new Uri("/api/v1/sync-preferences", UriKind.Relative), Json("""{"orders": "Confirmed"}"""));
        saved.EnsureSuccessStatusCode();
        await shop.ConnectAndSyncAsync();
        var second = await ConnectSecondAsync(shop);

        foreach (var channel in new[] { shop.ChannelId, second })
        {
            var orders = await shop.AllAsync($"/api/v1/sales-orders?channelId={channel}");
            Assert.NotEmpty(orders);
            Assert.All(orders, order => Assert.NotEqual("Fulfilled", order.GetProperty("status").GetString()));
        }

        using var both = await shop.Api.PutAsync(
            new Uri("/api/v1/sync-preferences", UriKind.Relative), Json("""{"orders": "ConfirmedAndFulfilled"}"""));
        both.EnsureSuccessStatusCode();
        var items = await shop.AllAsync("/api/v1/items");
        var shared = items.Where(item => item.GetProperty("listings").GetArrayLength() == 2).ToList();
        Assert.NotEmpty(shared);
        Assert.All(shared, item => Assert.Equal(
            [shop.ChannelId, second],
            item.GetProperty("listings").EnumerateArray().Select(listing => listing.GetProperty("channelId").GetInt64()).Order()));
        Assert.Equal(items.Count, items.Select(item => item.GetProperty("sku").GetString()).Distinct().Count());
    }

    [Fact]
    [Trait("Row", "W1")]
    [Trait("Row", "W2")]
    [Trait("Row", "W3")]
    public async Task Later_orders_go_to_the_mapped_warehouse_and_earlier_ones_stay()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.ConnectAndSyncAsync();
        var earlier = await WarehousesOfOrdersAsync(shop);
        var primary = Assert.Single(earlier.Values.Distinct());
        var delhi = (await Shop.PostAsync(shop.Api, "/api/v1/warehouses", new { name = "Delhi" })).GetProperty("id").GetInt64();

        await PatchAsync(shop, $$"""{"warehouseId": {{delhi}}}""");
        var mapped = await ShopOrders.PlaceAsync(shop);
        await shop.SyncAsync();
        await PatchAsync(shop, """{"warehouseId": null}""");
        var unmapped = await ShopOrders.PlaceAsync(shop);
        await shop.SyncAsync();

        var all = await WarehousesOfOrdersAsync(shop);
        Assert.Equal((delhi, primary), (all[mapped], all[unmapped]));
        Assert.All(earlier, order => Assert.Equal(primary, all[order.Key]));
    }

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    private static async Task<HttpResponseMessage> ActAsync(Shop shop, string what, long? channelId = null)
    {
        var response = await shop.Api.PostAsync(
            new Uri($"/api/v1/channels/{channelId ?? shop.ChannelId}/{what}", UriKind.Relative), null);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return response;
    }

    private static async Task<string?> StateAsync(HttpResponseMessage response)
    {
        using (response)
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            return document.RootElement.GetProperty("state").GetString();
        }
    }

    private static async Task PatchAsync(Shop shop, string body)
    {
        using var response = await shop.Api.PatchAsync(
            new Uri($"/api/v1/channels/{shop.ChannelId}", UriKind.Relative), Json(body));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<long> ConnectSecondAsync(Shop shop)
    {
        var second = await Shop.PostAsync(shop.Api, "/api/v1/channels", new
        {
            marketplaceId = "A21TJRUUN4KGV",
            sellerId = "A2DEMOSELLERIN",
            token = "Atzr|demo-in-2",
            name = "Second shop",
        });
        var id = second.GetProperty("id").GetInt64();
        await shop.Portal.WaitForModuleAsync(id, SyncModule.Items);
        await shop.Portal.WaitForModuleAsync(id, SyncModule.Orders);
        return id;
    }

    private static async Task<List<(long Id, long Channel)>> SyncAsync(Shop shop, string module)
    {
        var started = await Shop.PostAsync(shop.Api, "/api/v1/sync-runs", new { module, channelId = shop.ChannelId });
        return [.. started.GetProperty("data").EnumerateArray()
            .Select(run => (run.GetProperty("id").GetInt64(), run.GetProperty("channelId").GetInt64()))];
    }

    private static async Task<List<string?>> SkusAsync(Shop shop) =>
        [.. (await shop.AllAsync("/api/v1/items")).Select(item => item.GetProperty("sku").GetString()).Order(StringComparer.Ordinal)];

    private static async Task<List<string>> StockAsync(Shop shop) =>
    [
        .. (await shop.AllAsync("/api/v1/items"))
            .Select(item => $"{item.GetProperty("sku").GetString()} {item.GetProperty("stock").GetRawText()}")
            .Order(StringComparer.Ordinal),
    ];

    private static async Task<Dictionary<string, long>> WarehousesOfOrdersAsync(Shop shop) =>
        (await shop.AllAsync("/api/v1/sales-orders")).ToDictionary(
            order => order.GetProperty("amazonOrderId").GetString()!,
            order => order.GetProperty("warehouseId").GetInt64());
}
