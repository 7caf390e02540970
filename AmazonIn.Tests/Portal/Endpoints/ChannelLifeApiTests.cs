using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AmazonIn.Domain.Sync;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Portal.Endpoints;

public sealed class ChannelLifeApiTests(ConnectedFixture fixture) : IClassFixture<ConnectedFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private PortalFactory Portal => fixture.Portal;

    [Fact]
    [Trait("Row", "W2")]
    [Trait("Row", "W3")]
    public async Task A_warehouse_is_mapped_left_alone_when_left_out_and_taken_away_by_null()
    {
        using var api = await Portal.ApiClientAsync("channels:write", "inventory:write", "inventory:read");
        var id = await WarehouseAsync(api, "Whitefield");

        var mapped = await PatchAsync(api, $$"""{"warehouseId": {{id}}}""");
        var renamed = await PatchAsync(api, """{"name": "Amazon IN"}""");
        var unmapped = await PatchAsync(api, """{"warehouseId": null}""");

        Assert.Equal(id, mapped.GetProperty("warehouseId").GetInt64());
        Assert.Equal(id, renamed.GetProperty("warehouseId").GetInt64());
        Assert.Equal(JsonValueKind.Null, unmapped.GetProperty("warehouseId").ValueKind);
    }

    [Theory]
    [Trait("Row", "W2")]
    [InlineData("""{"warehouseId": 4711, "name": "Renamed"}""", "channel.unknown-warehouse")]
    [InlineData("""{"warehouseId": "2"}""", "request.body")]
    [InlineData("""{"warehouseId": 1, "name": " "}""", "channel.name")]
    public async Task What_cannot_be_mapped_is_refused_and_nothing_is_changed(string body, string code)
    {
        using var api = await Portal.ApiClientAsync("channels:write", "channels:read");

        using var refused = await SendAsync(api, body);
        var channel = await api.GetFromJsonAsync<JsonElement>($"/api/v1/channels/{fixture.ChannelId}", Token);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(code, (await refused.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString());
        Assert.NotEqual("Renamed", channel.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, channel.GetProperty("warehouseId").ValueKind);
    }

    [Fact]
    [Trait("Row", "D1")]
    [Trait("Row", "D2")]
    public async Task A_channel_is_disabled_and_enabled_and_twice_is_as_once()
    {
        using var api = await Portal.ApiClientAsync("channels:write", "sync:write", "sync:read");

        Assert.Equal("Inactive", (await PostAsync(api, "disable")).GetProperty("state").GetString());
        Assert.Equal("Inactive", (await PostAsync(api, "disable")).GetProperty("state").GetString());
        using var sync = await api.PostAsJsonAsync("/api/v1/sync-runs", new { module = "Orders" }, Token);
        Assert.Equal(HttpStatusCode.Conflict, sync.StatusCode);

        Assert.Equal("Active", (await PostAsync(api, "enable")).GetProperty("state").GetString());
        var run = await Portal.WaitForModuleAsync(fixture.ChannelId, SyncModule.Orders);
        await Portal.WaitForModuleAsync(fixture.ChannelId, SyncModule.Items);
        Assert.Equal((RunTrigger.Reactivation, RunState.Succeeded), (run.Trigger, run.State));
        Assert.Equal("Active", (await PostAsync(api, "enable")).GetProperty("state").GetString());
    }

    [Theory]
    [Trait("Row", "D1")]
    [InlineData("POST", "/api/v1/channels/4711/disable")]
    [InlineData("POST", "/api/v1/channels/4711/enable")]
    [InlineData("DELETE", "/api/v1/channels/4711")]
    public async Task A_channel_that_is_not_there_is_not_found(string method, string path)
    {
        using var api = await Portal.ApiClientAsync("channels:write");
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await api.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<long> WarehouseAsync(HttpClient api, string name)
    {
        using var added = await api.PostAsJsonAsync("/api/v1/warehouses", new { name }, Token);
        return (await added.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetInt64();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpClient api, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await api.PatchAsync(new Uri($"/api/v1/channels/{fixture.ChannelId}", UriKind.Relative), content, Token);
    }

    private async Task<JsonElement> PatchAsync(HttpClient api, string body)
    {
        using var response = await SendAsync(api, body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    private async Task<JsonElement> PostAsync(HttpClient api, string what)
    {
        using var response = await api.PostAsync(
            new Uri($"/api/v1/channels/{fixture.ChannelId}/{what}", UriKind.Relative), null, Token);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Token));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
    }
}
