using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>A portal that is set up, a program that uses its REST API, and the controls of its demo marketplace.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Shop(PortalFactory portal, HttpClient api, HttpClient amazon)
    {
        Portal = portal;
        Api = api;
        Amazon = amazon;
    }

    public PortalFactory Portal { get; }

    public HttpClient Api { get; }

    /// <summary>The demo marketplace's control calls.</summary>
    public HttpClient Amazon { get; }

    public long ChannelId { get; private set; }

    public static async Task<Shop> OpenAsync(
        IReadOnlyDictionary<string, string?>? configuration = null,
        string homeState = "29",
        Action<IServiceCollection>? services = null,
        string? data = null)
    {
        var portal = await PortalFactory.StartAsync(configuration, services: services, sharedData: data);
        await portal.SetUpAsync(homeState);
        return new Shop(portal, await portal.ApiClientAsync(), new HttpClient { BaseAddress = portal.Marketplace });
    }

    /// <summary>Connects the demo account and waits for the first sync.</summary>
    public async Task<RunSummary> ConnectAndSyncAsync()
    {
        ChannelId = await Portal.ConnectDemoAsync();
        await Portal.WaitForModuleAsync(ChannelId, SyncModule.Items);
        return await Portal.WaitForModuleAsync(ChannelId, SyncModule.Orders);
    }

    public async Task<RunSummary> SyncAsync(SyncModule module = SyncModule.Orders)
    {
        var started = await PostAsync(Api, "/api/v1/sync-runs", new { module = module.ToString() });
        var id = started.GetProperty("data")[0].GetProperty("id").GetInt64();
        return await Portal.WaitForRunAsync(id);
    }

    public async Task<RunSummary> ResyncAsync(long runId)
    {
        var run = await PostAsync(Api, $"/api/v1/sync-runs/{runId}/resync", new { });
        return await Portal.WaitForRunAsync(run.GetProperty("id").GetInt64());
    }

    /// <summary>Everything that a list of the API holds, page by page.</summary>
    public async Task<List<JsonElement>> AllAsync(string list)
    {
        var all = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var separator = list.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var page = await GetAsync(
                Api, $"{list}{separator}limit=200{(cursor is null ? string.Empty : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            all.AddRange(page.GetProperty("data").EnumerateArray());
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        return all;
    }

    /// <summary>What Amazon has: status and total by order id.</summary>
    public async Task<Dictionary<string, (string Status, decimal? Total, int Lines)>> AmazonOrdersAsync()
    {
        var state = await GetAsync(Amazon, "/control/orders");
        return state.GetProperty("data").EnumerateArray().ToDictionary(
            order => order.GetProperty("id").GetString()!,
            order => (
                order.GetProperty("status").GetString()!,
                Amount(order.GetProperty("total")),
                order.GetProperty("lines").GetInt32()),
            StringComparer.Ordinal);
    }

    /// <summary>Every order that Amazon would have us import is here exactly once, with its lines and its total.</summary>
    public async Task AssertEverythingArrivedOnceAsync()
    {
        var amazon = await AmazonOrdersAsync();
        var expected = amazon
            .Where(order => order.Value.Status is not ("PENDING" or "PENDING_AVAILABILITY" or "CANCELLED"))
            .ToDictionary(StringComparer.Ordinal);
        var ours = await AllAsync("/api/v1/sales-orders");
        var ids = ours.Select(order => order.GetProperty("amazonOrderId").GetString()!).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        foreach (var order in ours)
        {
            var (_, total, lines) = expected[order.GetProperty("amazonOrderId").GetString()!];
            Assert.Equal(total, Amount(order.GetProperty("total")));
            Assert.Equal(lines, order.GetProperty("lines").GetArrayLength());
        }
    }

    public async Task FaultAsync(object match, string fault, int? times = null) =>
        await PostAsync(Amazon, "/control/faults", new { match, fault, times });

    public async Task ClearFaultsAsync()
    {
        using var response = await Amazon.DeleteAsync(new Uri("/control/faults", UriKind.Relative));
        response.EnsureSuccessStatusCode();
    }

    public async Task ChangeOrderAsync(string id, object change)
    {
        using var content = JsonContent.Create(change);
        using var response = await Amazon.PatchAsync(new Uri($"/control/orders/{id}", UriKind.Relative), content);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<JsonElement> OrderAsync(string amazonOrderId)
    {
        var found = await GetAsync(Api, $"/api/v1/sales-orders?amazonOrderId={amazonOrderId}");
        return Assert.Single(found.GetProperty("data").EnumerateArray());
    }

    public static async Task<JsonElement> GetAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(response);
    }

    public static async Task<JsonElement> PostAsync(HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync(path, body);
        return await ReadAsync(response);
    }

    /// <summary>Looks until it finds: the portal works by itself meanwhile, on the machine's own clock.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> look)
        where T : struct
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            await pulse.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>What the marketplace was sent for a SKU, in order.</summary>
    public async Task<List<int>> QuantitiesReceivedAsync(string sku)
    {
        var received = await GetAsync(Amazon, "/control/received?kind=stock");
        return
        [
            .. received.GetProperty("data").EnumerateArray()
                .Where(push => push.GetProperty("sku").GetString() == sku)
                .Select(push => push.GetProperty("quantity").GetInt32()),
        ];
    }

    public static decimal? Amount(JsonElement money) =>
        money.ValueKind == JsonValueKind.Null
            ? null
            : decimal.Parse(money.GetProperty("amount").GetString()!, CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        Amazon.Dispose();
        await Portal.DisposeAsync();
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {text}");
        if (text.Length == 0)
        {
            return default;
        }

        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
