using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AmazonIn.Domain.Access;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>What the REST API refuses, and how it says so.</summary>
public sealed class ApiTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Key = "ain_";

    [Theory]
    [InlineData("Bearer ain_unknown")]
    [InlineData("Bearer ")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    [Trait("Row", "A4")]
    public async Task A_wrong_key_is_answered_with_401_and_how_to_send_one(string header)
    {
        using var client = new HttpClient { BaseAddress = fixture.Portal.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        using var response = await GetAsync(client, "/api/v1/organisation");

        var problem = await ProblemAsync(response, HttpStatusCode.Unauthorized, "access.unauthenticated");
        Assert.Contains("Bearer ain_", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("channels:read", "GET", "/api/v1/organisation")]
    [InlineData("organisation:write", "GET", "/api/v1/warehouses")]
    [InlineData("inventory:read", "POST", "/api/v1/warehouses")]
    [InlineData("inventory:read", "POST", "/api/v1/stock-adjustments")]
    [InlineData("orders:write", "GET", "/api/v1/stock-movements")]
    [InlineData("channels:read", "POST", "/api/v1/channels")]
    [InlineData("channels:read", "PATCH", "/api/v1/channels/1")]
    [InlineData("channels:read", "POST", "/api/v1/channels/1/disable")]
    [InlineData("sync:write", "POST", "/api/v1/channels/1/enable")]
    [InlineData("orders:write", "DELETE", "/api/v1/channels/1")]
    [InlineData("sync:read", "POST", "/api/v1/sync-runs")]
    [InlineData("sync:read", "PUT", "/api/v1/sync-preferences")]
    [InlineData("sync:read", "GET", "/api/v1/sync-preferences")]
    [InlineData("inventory:write", "GET", "/api/v1/sales-orders")]
    [InlineData("orders:write", "GET", "/api/v1/items")]
    [Trait("Row", "A4")]
    public async Task A_key_does_what_its_scopes_say_and_no_more(string scope, string method, string path)
    {
        using var client = await fixture.Portal.ApiClientAsync(scope);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        await ProblemAsync(response, HttpStatusCode.Forbidden, "access.forbidden");
    }

    [Fact]
    public async Task A_key_opens_no_page()
    {
        using var client = await fixture.Portal.ApiClientAsync();
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var quiet = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = fixture.Portal.Address };
        quiet.DefaultRequestHeaders.Authorization = client.DefaultRequestHeaders.Authorization;

        using var response = await GetAsync(quiet, "/");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
    }

    [Fact]
    public async Task The_organisation_is_read_and_saved()
    {
        using var client = await fixture.Portal.ApiClientAsync("organisation:write");
        const string body = """
            {"name": "Malgudi Traders", "baseCurrency": "INR", "homeState": "33", "taxRatesEnabled": true, "timeZone": "Asia/Kolkata"}
            """;

        using var saved = await SendAsync(client, HttpMethod.Put, "/api/v1/organisation", body);
        using var read = await GetAsync(client, "/api/v1/organisation");

        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal(
            """{"name":"Malgudi Traders","baseCurrency":"INR","homeState":"33","taxRatesEnabled":true,"timeZone":"Asia/Kolkata"}""",
            await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Preferences_are_read_and_saved()
    {
        using var client = await fixture.Portal.ApiClientAsync("sync:write");

        using var saved = await SendAsync(client, HttpMethod.Put, "/api/v1/sync-preferences", """{"orders": "Confirmed"}""");
        using var read = await GetAsync(client, "/api/v1/sync-preferences");

        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal("""{"orders":"Confirmed"}""", await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_warehouse_is_added_once()
    {
        using var client = await fixture.Portal.ApiClientAsync("inventory:write");

        using var added = await SendAsync(client, HttpMethod.Post, "/api/v1/warehouses", """{"name": "Hosur Road"}""");
        using var again = await SendAsync(client, HttpMethod.Post, "/api/v1/warehouses", """{"name": "Hosur Road"}""");
        using var list = await client.GetFromJsonAsync<JsonDocument>("/api/v1/warehouses", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        await ProblemAsync(again, HttpStatusCode.Conflict, "warehouse.name-taken");
        Assert.NotNull(list);
        var rows = list.RootElement.GetProperty("data").EnumerateArray().ToList();
        Assert.True(rows[0].GetProperty("isPrimary").GetBoolean());
        Assert.Contains(rows, row => row.GetProperty("name").GetString() == "Hosur Road");
        Assert.Equal(JsonValueKind.Null, list.RootElement.GetProperty("nextCursor").ValueKind);
    }

    [Theory]
    [InlineData("/api/v1/sync-runs?state=Done", "“state” must be one of Requested, Running, Succeeded, Failed, Cancelled, Interrupted.")]
    [InlineData("/api/v1/sync-runs?state=1", "“state” must be one of")]
    [InlineData("/api/v1/sync-runs?module=items", "“module” must be one of Items, Orders.")]
    [InlineData("/api/v1/sync-runs?channelId=one", "“channelId” must be an id, a whole number.")]
    [InlineData("/api/v1/sync-runs?limit=0", "“limit” must be a whole number from 1 to 200.")]
    [InlineData("/api/v1/sync-runs?limit=201", "“limit” must be a whole number from 1 to 200.")]
    [InlineData("/api/v1/sync-runs?limit=1&limit=2", "The parameter “limit” is given 2 times; give it once.")]
    [InlineData("/api/v1/sync-runs?cursor=abc", "“cursor” must be the nextCursor of an earlier answer, unchanged.")]
    [InlineData("/api/v1/sync-runs?sate=Failed", "The parameter “sate” is not known; this call takes module, channelId, state, limit, cursor.")]
    [InlineData("/api/v1/sales-orders?updatedSince=yesterday", "“updatedSince” must be a time such as 2026-11-23T08:35:00Z.")]
    [InlineData("/api/v1/sales-orders?status=Shipped", "“status” must be one of Confirmed, PartiallyShipped, Fulfilled, Void.")]
    [InlineData("/api/v1/channels?state=Active", "The parameter “state” is not known; this call takes limit, cursor.")]
    [InlineData("/api/v1/organisation?state=Active", "The parameter “state” is not known; this call takes none.")]
    public async Task A_parameter_that_is_not_understood_is_refused_with_what_is_allowed(string path, string detail)
    {
        using var client = await fixture.Portal.ApiClientAsync();

        using var response = await GetAsync(client, path);

        Assert.StartsWith(detail, await ProblemAsync(response, HttpStatusCode.BadRequest, "request.parameter"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"orders": "Everything"}""", "“orders” must be one of Confirmed, ConfirmedAndFulfilled.")]
    [InlineData("""{"orders": 1}""", "The member “orders” holds a value of the wrong kind.")]
    [InlineData("""{"order": "Confirmed"}""", "The member “order” is not known; this call takes orders.")]
    [InlineData("""{"orders": "Confirmed", "orders": "Confirmed"}""", "The body is not well-formed JSON, or a member is in it twice.")]
    [InlineData("""{"orders": """, "The body is not well-formed JSON, or a member is in it twice.")]
    [InlineData("[]", "The body must be a JSON object with the members orders.")]
    [InlineData("", "The body is not well-formed JSON, or a member is in it twice.")]
    public async Task A_body_that_is_not_understood_is_refused_with_what_is_wrong(string body, string detail)
    {
        using var client = await fixture.Portal.ApiClientAsync("sync:write");

        using var response = await SendAsync(client, HttpMethod.Put, "/api/v1/sync-preferences", body);

        Assert.Equal(detail, await ProblemAsync(response, HttpStatusCode.BadRequest, "request.body"));
    }

    [Theory]
    [InlineData("""{"sellerId": "A1DEMOSELLERIN", "token": "Atzr|demo-in"}""", HttpStatusCode.BadRequest, "request.body")]
    [InlineData("""{"marketplaceId": "A21TJRUUN4KGV", "sellerId": "A1DEMOSELLERIN", "token": "Atzr|wrong"}""", HttpStatusCode.BadRequest, null)]
    [InlineData("""{"marketplaceId": "A21TJRUUN4KGV", "sellerId": "me", "token": "Atzr|demo-in"}""", HttpStatusCode.BadRequest, "channel.seller-id-shape")]
    [InlineData("""{"marketplaceId": "A1PA6795UKMFR9", "sellerId": "A1DEMOSELLERIN", "token": "Atzr|demo-in"}""", HttpStatusCode.Conflict, "channel.currency-mismatch")]
    [Trait("Row", "C5")]
    public async Task A_connection_that_is_refused_leaves_nothing_behind(string body, HttpStatusCode status, string? code)
    {
        using var client = await fixture.Portal.ApiClientAsync("channels:write");

        using var response = await SendAsync(client, HttpMethod.Post, "/api/v1/channels", body);
        using var list = await client.GetFromJsonAsync<JsonDocument>("/api/v1/channels", TestContext.Current.CancellationToken);

        var detail = await ProblemAsync(response, status, code);
        Assert.DoesNotContain("Atzr|wrong", detail, StringComparison.Ordinal);
        Assert.Empty(list!.RootElement.GetProperty("data").EnumerateArray());
    }

    [Theory]
    [InlineData("/api/v1/channels/99")]
    [InlineData("/api/v1/sync-runs/99")]
    [InlineData("/api/v1/sync-runs/99/entries")]
    [InlineData("/api/v1/items/99")]
    [InlineData("/api/v1/sales-orders/99")]
    [InlineData("/api/v1/sales-orders/abc")]
    [InlineData("/api/v1/nothing-here")]
    public async Task What_does_not_exist_is_a_404_with_its_problem(string path)
    {
        using var client = await fixture.Portal.ApiClientAsync();

        using var response = await GetAsync(client, path);

        await ProblemAsync(response, HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_sync_without_a_channel_says_what_to_do()
    {
        using var client = await fixture.Portal.ApiClientAsync("sync:write");

        using var response = await SendAsync(client, HttpMethod.Post, "/api/v1/sync-runs", """{"module": "Orders"}""");

        await ProblemAsync(response, HttpStatusCode.Conflict, "sync.no-active-channel");
    }

    [Fact]
    public async Task A_body_larger_than_any_call_needs_is_refused()
    {
        using var client = await fixture.Portal.ApiClientAsync("inventory:write");

        using var response = await SendAsync(
            client, HttpMethod.Post, "/api/v1/warehouses", $$"""{"name": "{{new string('x', 64 * 1024)}}"}""");

        await ProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "request.too-large");
    }

    [Theory]
    [InlineData("http://evil.example", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData(null, "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("own", "same-origin", HttpStatusCode.OK)]
    public async Task With_the_cookie_changes_come_from_our_own_pages_only(string? origin, string site, HttpStatusCode status)
    {
        using var browser = await fixture.Portal.LoginAsync();
        if (origin is not null)
        {
            browser.DefaultRequestHeaders.Add(
                "Origin", origin == "own" ? fixture.Portal.Address.GetLeftPart(UriPartial.Authority) : origin);
        }

        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);

        using var response = await SendAsync(browser, HttpMethod.Put, "/api/v1/sync-preferences", """{"orders": "Confirmed"}""");

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    [Trait("Row", "A4")]
    public async Task The_description_names_every_call_with_its_scope()
    {
        using var browser = await fixture.Portal.LoginAsync();

        using var description = await browser.GetFromJsonAsync<JsonDocument>("/openapi/v1.json", TestContext.Current.CancellationToken);

        Assert.NotNull(description);
        Assert.Equal(
            "bearer", description.RootElement.GetProperty("components").GetProperty("securitySchemes").GetProperty("apiKey").GetProperty("scheme").GetString());
        var calls = description.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(call => (Name: $"{call.Name.ToUpperInvariant()} {path.Name}", call.Value)))
            .ToList();
        Assert.Equal(
            [
                "DELETE /api/v1/channels/{id}", "GET /api/v1/channels", "GET /api/v1/channels/{id}",
                "GET /api/v1/channels/{id}/stock-push", "GET /api/v1/channels/{id}/stock-push/listings",
                "GET /api/v1/customers", "GET /api/v1/item-groups", "GET /api/v1/items", "GET /api/v1/items/{id}",
                "GET /api/v1/organisation", "GET /api/v1/packages", "GET /api/v1/sales-orders",
                "GET /api/v1/sales-orders/{id}", "GET /api/v1/shipments", "GET /api/v1/stock-movements",
                "GET /api/v1/sync-preferences", "GET /api/v1/sync-runs", "GET /api/v1/sync-runs/{id}",
                "GET /api/v1/sync-runs/{id}/entries", "GET /api/v1/warehouses", "PATCH /api/v1/channels/{id}",
                "POST /api/v1/channels", "POST /api/v1/channels/{id}/disable", "POST /api/v1/channels/{id}/enable",
                "POST /api/v1/channels/{id}/stock-push/push-again", "POST /api/v1/listings/{id}/push-again",
                "POST /api/v1/packages/{id}/shipment", "POST /api/v1/sales-orders",
                "POST /api/v1/sales-orders/{id}/comments", "POST /api/v1/sales-orders/{id}/fulfil",
                "POST /api/v1/sales-orders/{id}/packages", "POST /api/v1/sales-orders/{id}/unfulfil",
                "POST /api/v1/sales-orders/{id}/void", "POST /api/v1/stock-adjustments", "POST /api/v1/sync-runs",
                "POST /api/v1/sync-runs/{id}/cancel", "POST /api/v1/sync-runs/{id}/resync", "POST /api/v1/warehouses",
                "PUT /api/v1/listings/{id}/stock-limits", "PUT /api/v1/organisation", "PUT /api/v1/sync-preferences",
            ],
            calls.Select(call => call.Name).Order(StringComparer.Ordinal));
        Assert.All(calls, call =>
        {
            Assert.Matches("Scope: `[a-z]+:(read|write)`", call.Value.GetProperty("description").GetString());
            Assert.True(call.Value.TryGetProperty("security", out _), call.Name);
        });
    }

    [Fact]
    public async Task The_reference_page_needs_nothing_from_elsewhere()
    {
        using var browser = await fixture.Portal.LoginAsync();

        using var response = await GetAsync(browser, "/api/");
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("https://", page.Replace("https://github.com", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        var nonce = page.Split("nonce=\"")[1].Split('"')[0];
        Assert.Contains($"'nonce-{WebUtility.HtmlDecode(nonce)}'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_tells_a_key()
    {
        using var client = await fixture.Portal.ApiClientAsync();
        var key = client.DefaultRequestHeaders.Authorization?.Parameter;

        Assert.StartsWith(Key, key, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(fixture.Portal.DataDirectory))
        {
            var bytes = await ReadSharedAsync(file);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(key!)));
        }

        Assert.Contains("orders:read", ApiScope.All);
    }

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, TestContext.Current.CancellationToken);
        return memory.ToArray();
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string path) =>
        client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string> ProblemAsync(HttpResponseMessage response, HttpStatusCode status, string? code)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode}: {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(body);
        Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
        var given = problem.RootElement.GetProperty("code").GetString();
        Assert.False(string.IsNullOrEmpty(given));
        if (code is not null)
        {
            Assert.Equal(code, given);
        }

        return problem.RootElement.GetProperty("detail").GetString() ?? string.Empty;
    }
}
