using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AmazonIn.Domain.Common;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>Stock over REST and as a file, after a real first sync.</summary>
public sealed class StockApiTests(ConnectedFixture fixture) : IClassFixture<ConnectedFixture>
{
    [Fact]
    [Trait("Row", "K1")]
    public async Task An_adjustment_answers_with_the_item_and_stands_in_the_ledger()
    {
        using var api = await fixture.Portal.ApiClientAsync("inventory:write");
        var (sku, before) = await OwnItemAsync(api);

        using var answer = await AdjustAsync(api, new { sku, delta = 7, reason = "Found behind the shelf" });
        var item = await JsonAsync(answer);
        var ledger = await api.GetFromJsonAsync<JsonElement>(
            $"/api/v1/stock-movements?sku={Uri.EscapeDataString(sku)}&limit=1", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(sku, item.GetProperty("sku").GetString());
        Assert.Equal(before + 7, item.GetProperty("stock").GetProperty("onHand").GetInt32());
        var line = ledger.GetProperty("data")[0];
        Assert.Equal("Adjustment", line.GetProperty("kind").GetString());
        Assert.Equal(7, line.GetProperty("onHand").GetInt32());
        Assert.Equal(before + 7, line.GetProperty("onHandAfter").GetInt32());
        Assert.Equal("Found behind the shelf", line.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("""{"sku": "NO SUCH SKU", "quantity": 1, "reason": "Counted"}""", HttpStatusCode.NotFound, "stock.sku-unknown")]
    [InlineData("""{"quantity": 1, "reason": "Counted"}""", HttpStatusCode.BadRequest, "request.body")]
    [InlineData("""{"sku": "$", "quantity": 1}""", HttpStatusCode.BadRequest, "request.body")]
    [InlineData("""{"sku": "$", "quantity": 1, "reason": " "}""", HttpStatusCode.BadRequest, "stock.reason")]
    [InlineData("""{"sku": "$", "reason": "Counted"}""", HttpStatusCode.BadRequest, "stock.quantity-or-delta")]
    [InlineData("""{"sku": "$", "quantity": 1, "delta": 1, "reason": "Counted"}""", HttpStatusCode.BadRequest, "stock.quantity-or-delta")]
    [InlineData("""{"sku": "$", "quantity": -1, "reason": "Counted"}""", HttpStatusCode.BadRequest, "stock.negative")]
    [InlineData("""{"sku": "$", "quantity": 1000001, "reason": "Counted"}""", HttpStatusCode.BadRequest, "stock.too-many")]
    [InlineData("""{"sku": "$", "delta": -900000, "reason": "Counted"}""", HttpStatusCode.BadRequest, "stock.negative")]
    [InlineData("""{"sku": "$", "quantity": 99999999999, "reason": "Counted"}""", HttpStatusCode.BadRequest, "request.body")]
    [InlineData("""{"sku": "$", "quantity": 1.5, "reason": "Counted"}""", HttpStatusCode.BadRequest, "request.body")]
    [InlineData("""{"sku": "$", "quantity": 1, "warehouseId": 99999, "reason": "Counted"}""", HttpStatusCode.NotFound, "not-found")]
    [InlineData("""{"sku": "$", "quantity": 1, "reason": "Counted", "colour": "red"}""", HttpStatusCode.BadRequest, "request.body")]
    [Trait("Row", "K1")]
    public async Task A_bad_adjustment_is_refused_with_its_reason_and_changes_nothing(string body, HttpStatusCode status, string code)
    {
        using var api = await fixture.Portal.ApiClientAsync("inventory:write");
        var (sku, before) = await OwnItemAsync(api);

        using var content = new StringContent(
            body.Replace("\"$\"", JsonSerializer.Serialize(sku), StringComparison.Ordinal), Encoding.UTF8, "application/json");
        using var answer = await api.PostAsync(new Uri("/api/v1/stock-adjustments", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, (await JsonAsync(answer)).GetProperty("code").GetString());
        Assert.Equal(before, (await OwnItemAsync(api)).OnHand);
    }

    [Theory]
    [InlineData("/api/v1/stock-movements", HttpStatusCode.BadRequest, "request.parameter")]
    [InlineData("/api/v1/stock-movements?sku=NO+SUCH+SKU", HttpStatusCode.NotFound, "stock.sku-unknown")]
    public async Task A_ledger_is_asked_for_by_an_item_that_exists(string path, HttpStatusCode status, string code)
    {
        using var api = await fixture.Portal.ApiClientAsync("inventory:read");

        using var answer = await api.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, (await JsonAsync(answer)).GetProperty("code").GetString());
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task The_stock_list_is_downloaded_as_a_file_that_nobody_keeps()
    {
        using var browser = await fixture.Portal.LoginAsync();

        using var answer = await browser.GetAsync(new Uri("/stock/export?level=Low", UriKind.Relative), TestContext.Current.CancellationToken);
        using var whole = await browser.GetAsync(new Uri("/stock/export", UriKind.Relative), TestContext.Current.CancellationToken);
        var low = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var text = await whole.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/csv", whole.Content.Headers.ContentType?.MediaType);
        Assert.True(whole.Headers.CacheControl?.NoStore);
        Assert.Equal(
            ["sku", "title", "warehouse", "quantity", "reserved", "available", "reason"],
            Csv.Read(text.TrimStart('\uFEFF')).First().Fields);
        Assert.True(text.Split("\r\n").Length > 5, "The file has few lines.");
        Assert.True(low.Length < text.Length, "The file is not narrowed as the list is.");
    }

    private static Task<HttpResponseMessage> AdjustAsync(HttpClient api, object body) =>
        api.PostAsJsonAsync(new Uri("/api/v1/stock-adjustments", UriKind.Relative), body, TestContext.Current.CancellationToken);

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    private static async Task<(string Sku, int OnHand)> OwnItemAsync(HttpClient api)
    {
        var page = await api.GetFromJsonAsync<JsonElement>("/api/v1/items?limit=200", TestContext.Current.CancellationToken);
        var item = page.GetProperty("data").EnumerateArray().First(one => one.GetProperty("fulfilledBy").GetString() == "Merchant");
        return (item.GetProperty("sku").GetString()!, item.GetProperty("stock").GetProperty("onHand").GetInt32());
    }
}
