using System.Net.Http.Json;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>What happens at Amazon after the first sync.</summary>
public sealed class ChangesAtAmazonTests
{
    [Fact]
    [Trait("Row", "O1")]
    [Trait("Row", "O2")]
    public async Task Shipping_and_cancelling_at_amazon_follow_with_the_next_sync()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.ConnectAndSyncAsync();
        var open = await OpenOrdersAsync(shop);

        await shop.ChangeOrderAsync(open[0], new { fulfillment = new { fulfillmentStatus = "SHIPPED" } });
        await shop.ChangeOrderAsync(open[1], new { fulfillment = new { fulfillmentStatus = "CANCELLED" } });
        var run = await shop.SyncAsync();

        Assert.Equal("Fulfilled", await StatusAsync(shop, open[0]));
        Assert.Equal("Void", await StatusAsync(shop, open[1]));
        var entries = await shop.AllAsync($"/api/v1/sync-runs/{run.Id}/entries");
        Assert.Contains(entries, entry =>
            entry.GetProperty("key").GetString() == open[1] && entry.GetProperty("change").GetString() == "Voided");
    }

    [Fact]
    [Trait("Row", "O2")]
    public async Task With_the_preference_confirmed_shipped_orders_stay_at_amazon()
    {
        await using var shop = await Shop.OpenAsync();
        using var saved = await shop.Api.PutAsJsonAsync("/api/v1/sync-preferences", new { orders = "Confirmed" });
        saved.EnsureSuccessStatusCode();

        await shop.ConnectAndSyncAsync();

        var amazon = await shop.AmazonOrdersAsync();
        var ours = await shop.AllAsync("/api/v1/sales-orders");
        Assert.NotEmpty(ours);
        Assert.All(ours, order =>
            Assert.NotEqual("SHIPPED", amazon[order.GetProperty("amazonOrderId").GetString()!].Status));
    }

    [Fact]
    [Trait("Row", "Y4")]
    public async Task A_resync_fetches_again_what_the_run_fetched_and_changes_nothing_twice()
    {
        await using var shop = await Shop.OpenAsync();
        var first = await shop.ConnectAndSyncAsync();
        var before = (await shop.AllAsync("/api/v1/sales-orders")).Count;

        var again = await shop.ResyncAsync(first.Id);

        Assert.Equal((RunTrigger.Resync, first.Id), (again.Trigger, again.ResyncOfRunId));
        Assert.Equal(first.Synced, again.Synced);
        Assert.Equal(before, (await shop.AllAsync("/api/v1/sales-orders")).Count);
    }

    [Fact]
    [Trait("Row", "C7")]
    [Trait("Row", "S3")]
    [Trait("Row", "I3")]
    public async Task A_second_account_syncs_beside_the_first_and_shares_items_by_sku()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.ConnectAndSyncAsync();
        var second = await Shop.PostAsync(shop.Api, "/api/v1/channels", new
        {
            marketplaceId = "A21TJRUUN4KGV",
            sellerId = "A2DEMOSELLERIN",
            token = "Atzr|demo-in-2",
            name = "Second shop",
        });
        await shop.Portal.WaitForModuleAsync(second.GetProperty("id").GetInt64(), SyncModule.Items);
        await shop.Portal.WaitForModuleAsync(second.GetProperty("id").GetInt64(), SyncModule.Orders);

        var started = await Shop.PostAsync(shop.Api, "/api/v1/sync-runs", new { module = "Items" });
        var items = await shop.AllAsync("/api/v1/items");

        Assert.Equal(2, started.GetProperty("data").GetArrayLength());
        Assert.Contains(items, item => item.GetProperty("listings").GetArrayLength() == 2);
        Assert.Equal(items.Count, items.Select(item => item.GetProperty("sku").GetString()).Distinct().Count());
    }

    private static async Task<List<string>> OpenOrdersAsync(Shop shop) =>
        [.. (await shop.AllAsync("/api/v1/sales-orders?status=Confirmed"))
            .Select(order => order.GetProperty("amazonOrderId").GetString()!)];

    private static async Task<string?> StatusAsync(Shop shop, string id) =>
        (await shop.OrderAsync(id)).GetProperty("status").GetString();
}
