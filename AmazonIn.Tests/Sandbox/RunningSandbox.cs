using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

using AmazonIn.Infrastructure.Sandbox;

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.Sandbox;

/// <summary>A demo marketplace on a free port with a clock that stands still, and a client that speaks to it.</summary>
internal sealed class RunningSandbox : IAsyncDisposable
{
    public const string India = "A21TJRUUN4KGV";
    public const string FirstSeller = "A1DEMOSELLERIN";
    public const string AllDatasets =
        "BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,PACKAGES,TAX,PAYMENT,FULFILLMENT_ORDERS";

    public static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    private readonly WebApplication app;
    private string? accessToken;

    private RunningSandbox(WebApplication app, FakeTimeProvider time)
    {
        this.app = app;
        Time = time;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public FakeTimeProvider Time { get; }

    public HttpClient Client { get; }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<RunningSandbox> StartAsync(SandboxOptions? options = null)
    {
        var time = new FakeTimeProvider(Start);
        var app = SandboxApplication.Build((options ?? new SandboxOptions { Listings = 120, Orders = 120 }) with
        {
            Url = "http://127.0.0.1:0",
        }, time);
        await app.StartAsync(Cancel);
        return new RunningSandbox(app, time);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    public Task StopAsync() => app.StopAsync(Cancel);

    public async Task<string> TokenAsync(string refreshToken = "Atzr|demo-in")
    {
        using var answer = await Client.PostAsync("/auth/o2/token", TokenForm(refreshToken), Cancel);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel);
        return body!["access_token"]!.GetValue<string>();
    }

    public static FormUrlEncodedContent TokenForm(string refreshToken) => new(new Dictionary<string, string>
    {
        ["grant_type"] = "refresh_token",
        ["refresh_token"] = refreshToken,
        ["client_id"] = "amzn1.application-oa2-client.demo",
        ["client_secret"] = "demo-secret",
    });

    /// <summary>Sends a call with the first seller's token, or with <paramref name="token"/>.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        object? body = null,
        string? token = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("x-amz-access-token", token ?? (accessToken ??= await TokenAsync()));
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        return await Client.SendAsync(request, Cancel);
    }

    public async Task<JsonElement> GetAsync(string path, string? token = null)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, token: token);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {path}: {text}");
        return Parse(text);
    }

    /// <summary>The status of a refused call and the first error of its envelope.</summary>
    public async Task<(int Status, string Code, string Details)> RefusalAsync(
        HttpMethod method,
        string path,
        object? body = null,
        string? token = null)
    {
        using var answer = await SendAsync(method, path, body, token);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.False(answer.IsSuccessStatusCode, $"{path} was not refused: {text}");
        var error = Parse(text).At("errors.0");
        return ((int)answer.StatusCode, error.TextAt("code")!, error.TextAt("details")!);
    }

    public async Task<JsonElement> ControlAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        using var answer = await Client.SendAsync(request, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {path}: {text}");
        return Parse(text);
    }

    /// <summary>Every order of the seller that a search by last update over 30 days finds, page by page.</summary>
    public async Task<List<JsonElement>> AllOrdersAsync(string more = "", string? token = null)
    {
        var path = $"/orders/2026-01-01/orders?lastUpdatedAfter={Start.AddDays(-30):yyyy-MM-ddTHH:mm:ssZ}" +
            $"&marketplaceIds={India}&includedData={AllDatasets}{more}";
        var orders = new List<JsonElement>();
        string? next = null;
        do
        {
            var page = await GetAsync(
                next is null ? path : $"{path}&paginationToken={Uri.EscapeDataString(next)}",
                token);
            orders.AddRange(page.ListAt("orders"));
            next = page.TryGetProperty("pagination", out var pagination)
                ? pagination.TextAt("nextToken")
                : null;
        }
        while (next is not null);

        return orders;
    }

    public static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
