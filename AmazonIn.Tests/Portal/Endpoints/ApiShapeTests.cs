using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>The records of the REST API are exactly those of the contract, filled by a real first sync.</summary>
public sealed partial class ApiShapeTests(ConnectedFixture fixture) : IClassFixture<ConnectedFixture>
{
    [Fact]
    [Trait("Row", "A4")]
    public async Task A_channel_has_the_contract_s_members()
    {
        var channel = await OneAsync("/api/v1/channels");

        AssertMembers(
            channel,
            "id", "name", "marketplaceId", "sellerId", "currency", "state", "attention", "connectedAt", "authorizedAt",
            "stockSync", "warehouseId", "lastSyncAt", "nextSyncAt");
        Assert.Equal("Active", channel.GetProperty("state").GetString());
        Assert.Matches(UtcTime(), channel.GetProperty("connectedAt").GetString());
    }

    [Fact]
    [Trait("Row", "A4")]
    public async Task A_run_and_its_entries_have_the_contract_s_members()
    {
        var run = await OneAsync("/api/v1/sync-runs?module=Items&limit=1");
        var entry = await OneAsync($"/api/v1/sync-runs/{run.GetProperty("id").GetInt64()}/entries?outcome=Synced&limit=1");

        AssertMembers(
            run,
            "id", "module", "channelId", "trigger", "state", "requestedAt", "startedAt", "endedAt", "synced", "notSynced",
            "message");
        Assert.Equal("Items", run.GetProperty("module").GetString());
        Assert.Equal("Initial", run.GetProperty("trigger").GetString());
        AssertMembers(entry, "kind", "key", "outcome", "change", "reasonCode", "reason");
        Assert.Equal("Synced", entry.GetProperty("outcome").GetString());
    }

    [Fact]
    [Trait("Row", "A4")]
    public async Task An_item_has_the_contract_s_members()
    {
        var item = await OneAsync("/api/v1/items?limit=1");
        using var api = await fixture.Portal.ApiClientAsync("inventory:read");
        var bySku = await api.GetFromJsonAsync<JsonElement>(
            $"/api/v1/items?sku={Uri.EscapeDataString(item.GetProperty("sku").GetString()!)}", TestContext.Current.CancellationToken);

        AssertMembers(item, "id", "sku", "title", "asin", "itemGroupId", "fulfilledBy", "stock", "listings");
        AssertMembers(item.GetProperty("stock"), "onHand", "reserved", "available");
        AssertMembers(item.GetProperty("listings")[0], "channelId", "sku", "state", "quantitySent", "reason");
        Assert.Equal(item.GetProperty("id").GetInt64(), Assert.Single(bySku.GetProperty("data").EnumerateArray()).GetProperty("id").GetInt64());
    }

    [Fact]
    [Trait("Row", "A4")]
    [Trait("Row", "X4")]
    public async Task A_sales_order_has_the_contract_s_members_and_nothing_personal()
    {
        using var api = await fixture.Portal.ApiClientAsync("orders:read");
        var page = await api.GetFromJsonAsync<JsonElement>("/api/v1/sales-orders?limit=200", TestContext.Current.CancellationToken);
        var orders = page.GetProperty("data").EnumerateArray().ToList();

        Assert.NotEmpty(orders);
        Assert.All(orders, order =>
        {
            AssertMembers(
                order,
                "id", "number", "channelId", "amazonOrderId", "status", "orderedAt", "updatedAt", "fulfilledBy",
                "customerId", "customerName", "placeOfSupply", "gstTreatment", "warehouseId", "paymentStatus", "comments",
                "lines", "total", "flags");
            Assert.Equal("Amazon IN - Customer", order.GetProperty("customerName").GetString());
            Assert.Equal("Paid", order.GetProperty("paymentStatus").GetString());
            Assert.All(order.GetProperty("comments").EnumerateArray(), comment => AssertMembers(comment, "text", "author", "at"));
            Assert.All(order.GetProperty("flags").EnumerateArray(), flag => AssertMembers(flag, "code", "message", "needsDecision"));
            Assert.All(order.GetProperty("lines").EnumerateArray(), line => AssertMembers(
                line,
                "id", "sku", "itemId", "title", "quantity", "quantityFulfilled", "unitPrice", "shipping", "giftWrap",
                "discount", "tax", "taxes", "total"));
        });
        var line = orders.SelectMany(order => order.GetProperty("lines").EnumerateArray())
            .First(line => line.GetProperty("taxes").GetArrayLength() > 0);
        AssertMembers(line.GetProperty("unitPrice"), "amount", "currency");
        Assert.Matches(Amount(), line.GetProperty("unitPrice").GetProperty("amount").GetString());
        AssertMembers(line.GetProperty("taxes")[0], "component", "rate", "amount");
        Assert.Matches("^(IGST|CGST|SGST|UTGST)0$", line.GetProperty("taxes")[0].GetProperty("component").GetString());
        var one = await api.GetFromJsonAsync<JsonElement>(
            $"/api/v1/sales-orders/{orders[0].GetProperty("id").GetInt64()}", TestContext.Current.CancellationToken);
        Assert.Equal(orders[0].GetRawText(), one.GetRawText());
    }

    [Fact]
    [Trait("Row", "A4")]
    public async Task Customers_and_groups_have_their_members()
    {
        var customer = await OneAsync("/api/v1/customers?limit=1");
        var group = await OneAsync("/api/v1/item-groups?limit=1");

        AssertMembers(customer, "id", "name", "channelId", "gstTreatment", "placeOfSupply", "orders", "firstOrderAt", "lastOrderAt");
        AssertMembers(group, "id", "channelId", "parentSku", "title", "attributes", "items", "onHand", "updatedAt");
    }

    [Theory]
    [InlineData("/api/v1/sales-orders")]
    [InlineData("/api/v1/items")]
    [InlineData("/api/v1/customers")]
    public async Task Cursors_lead_through_a_list_without_gap_or_repetition(string path)
    {
        using var api = await fixture.Portal.ApiClientAsync();
        var whole = await api.GetFromJsonAsync<JsonElement>($"{path}?limit=200", TestContext.Current.CancellationToken);
        var expected = whole.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetInt64()).ToList();

        var walked = new List<long>();
        for (string? cursor = null, next = string.Empty; next is not null; cursor = next)
        {
            var page = await api.GetFromJsonAsync<JsonElement>(
                cursor is null ? $"{path}?limit=7" : $"{path}?limit=7&cursor={cursor}", TestContext.Current.CancellationToken);
            walked.AddRange(page.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetInt64()));
            next = page.GetProperty("nextCursor").GetString();
        }

        Assert.True(expected.Count > 7);
        Assert.Equal(expected, walked);
    }

    [Fact]
    [Trait("Row", "S3")]
    public async Task A_sync_is_asked_for_watched_and_repeated()
    {
        using var api = await fixture.Portal.ApiClientAsync("sync:write", "sync:read");

        using var asked = await api.PostAsJsonAsync(
            "/api/v1/sync-runs", new { module = "Orders", channelId = fixture.ChannelId }, TestContext.Current.CancellationToken);
        var runs = await asked.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var id = Assert.Single(runs.GetProperty("data").EnumerateArray()).GetProperty("id").GetInt64();
        await fixture.Portal.WaitForRunAsync(id);
        using var resync = await api.PostAsync(new Uri($"/api/v1/sync-runs/{id}/resync", UriKind.Relative), null, TestContext.Current.CancellationToken);
        var again = await resync.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        await fixture.Portal.WaitForRunAsync(again.GetProperty("id").GetInt64());
        using var late = await api.PostAsync(new Uri($"/api/v1/sync-runs/{id}/cancel", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, resync.StatusCode);
        Assert.Equal("Resync", again.GetProperty("trigger").GetString());
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    [Trait("Row", "C7")]
    [Trait("Row", "K2")]
    public async Task A_channel_is_renamed_and_its_stock_sync_switched()
    {
        using var api = await fixture.Portal.ApiClientAsync("channels:write");
        var path = new Uri($"/api/v1/channels/{fixture.ChannelId}", UriKind.Relative);

        using var renamed = await api.PatchAsJsonAsync(path, new { name = "Main account" }, TestContext.Current.CancellationToken);
        using var off = await api.PatchAsJsonAsync(path, new { stockSync = false }, TestContext.Current.CancellationToken);
        using var on = await api.PatchAsJsonAsync(path, new { stockSync = true }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, renamed.StatusCode);
        Assert.Equal(
            "Main account", (await renamed.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("name").GetString());
        Assert.False(await StockSyncAsync(off));
        Assert.True(await StockSyncAsync(on));
    }

    private static async Task<bool> StockSyncAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("stockSync").GetBoolean();

    private static void AssertMembers(JsonElement element, params string[] members) =>
        Assert.Equal(members, element.EnumerateObject().Select(member => member.Name));

    private async Task<JsonElement> OneAsync(string path)
    {
        using var api = await fixture.Portal.ApiClientAsync();
        var page = await api.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);
        Assert.NotEqual(0, page.GetProperty("data").GetArrayLength());
        return page.GetProperty("data")[0];
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")]
    private static partial Regex UtcTime();

    [GeneratedRegex(@"^-?\d+\.\d{2,}$")]
    private static partial Regex Amount();
}
