using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>What programs write to sales orders.</summary>
public sealed class OrdersByHandApiTests(ConnectedFixture fixture) : IClassFixture<ConnectedFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Row", "A4")]
    [Trait("Row", "O4")]
    public async Task An_order_is_made_and_reserves_its_units()
    {
        using var api = await fixture.Portal.ApiClientAsync("orders:write", "inventory:read");
        var item = (await api.GetFromJsonAsync<JsonElement>("/api/v1/items?limit=1", Token)).GetProperty("data")[0];
        var sku = item.GetProperty("sku").GetString()!;

        using var made = await api.PostAsJsonAsync(
            "/api/v1/sales-orders",
            new
            {
                placeOfSupply = "27",
                lines = new[] { new { sku, quantity = 2, unitPrice = new { amount = "100.00", currency = "INR" }, taxRate = 18 } },
            },
            Token);

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var order = await made.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal("236.00", order.GetProperty("total").GetProperty("amount").GetString());
        Assert.Equal("Walk-in customer", order.GetProperty("customerName").GetString());
        Assert.Equal(JsonValueKind.Null, order.GetProperty("paymentStatus").ValueKind);
        Assert.Equal(
            made.Headers.Location!.ToString(), $"/api/v1/sales-orders/{order.GetProperty("id").GetInt64()}");

        using var commented = await api.PostAsJsonAsync($"{made.Headers.Location}/comments", new { text = "Collected at noon." }, Token);
        var comments = (await commented.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("comments");
        Assert.Equal("Collected at noon.", comments[0].GetProperty("text").GetString());
    }

    [Theory]
    [Trait("Row", "A4")]
    [InlineData("""{"placeOfSupply":"27","lines":[]}""", HttpStatusCode.BadRequest, "order.no-lines")]
    [InlineData("""{"placeOfSupply":"27","lines":[{"quantity":1}]}""", HttpStatusCode.BadRequest, "request.body")]
    [InlineData("""{"placeOfSupply":"27","lines":[{"sku":"NO-SUCH","quantity":1}]}""", HttpStatusCode.NotFound, "order.item-unknown")]
    [InlineData("""{"placeOfSupply":"27","lines":[{"sku":"X","quantity":1,"unitPrice":{"amount":"1e9","currency":"INR"}}]}""", HttpStatusCode.BadRequest, "request.body")]
    public async Task What_cannot_stand_is_refused(string body, HttpStatusCode status, string code)
    {
        using var api = await fixture.Portal.ApiClientAsync("orders:write");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await api.PostAsync("/api/v1/sales-orders", content, Token);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "A4")]
    public async Task Reading_keys_write_nothing()
    {
        using var api = await fixture.Portal.ApiClientAsync("orders:read");

        using var answer = await api.PostAsJsonAsync("/api/v1/sales-orders/1/comments", new { text = "x" }, Token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
