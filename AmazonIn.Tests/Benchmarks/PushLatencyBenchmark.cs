using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace AmazonIn.Benchmarks;

/// <summary>
/// From a stock adjustment to the marketplace's receipt of the quantity, one change after the other, quotas idle. The
/// clock starts when the request leaves, so the commit is inside.
/// Between two changes it rests for a random while, so that each meets an idle outbox at another moment of its second.
/// </summary>
internal static class PushLatencyBenchmark
{
    private const string Scopes =
        "channels:read,channels:write,sync:read,sync:write,inventory:read,inventory:write,orders:read,organisation:write";

    public static async Task RunAsync(int changes)
    {
        await using var marketplace = await PortalProcess.StartMarketplaceAsync(orders: 50);
        var directory = Directory.CreateTempSubdirectory("amazonin-push").FullName;
        try
        {
            await PortalProcess.RunVerbAsync(directory, marketplace.Address, "migrate");
            var key = await PortalProcess.RunVerbAsync(
                directory, marketplace.Address, "api-key", "create", "--name", "benchmark", "--scopes", Scopes);
            var (portal, _) = await PortalProcess.StartPortalAsync(directory, marketplace.Address);
            await using (portal)
            {
                using var client = new HttpClient { BaseAddress = portal.Address };
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
                using var amazon = new HttpClient { BaseAddress = marketplace.Address };
                await ImportBenchmark.ConnectAsync(client);
                await ImportBenchmark.WaitForOrdersAsync(client);
                await MeasureAsync(client, amazon, changes);
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task MeasureAsync(HttpClient client, HttpClient amazon, int changes)
    {
        var skus = await PushableAsync(client, wanted: 40);
        var random = new Random(1);
        var latencies = new List<double>();
        for (var change = 0; change < changes; change++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300, 1300)), TimeProvider.System);
            using var cleared = await amazon.DeleteAsync(new Uri("/control/received", UriKind.Relative));
            var began = TimeProvider.System.GetUtcNow();
            await AdjustAsync(client, skus[change % skus.Count], delta: 1);
            latencies.Add((await ReceivedAtAsync(amazon) - began).TotalMilliseconds);
        }

        latencies.Sort();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "push-latency",
            changes,
            p50Milliseconds = Math.Round(latencies[changes / 2]),
            p95Milliseconds = Math.Round(latencies[changes * 95 / 100]),
            mostMilliseconds = Math.Round(latencies[^1]),
        }));
    }

    private static async Task<List<string>> PushableAsync(HttpClient client, int wanted)
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync("/api/v1/items?limit=200"));
        return
        [
            .. document.RootElement.GetProperty("data").EnumerateArray()
                .Where(item => item.GetProperty("fulfilledBy").GetString() == "Merchant")
                .Select(item => item.GetProperty("sku").GetString()!)
                .Where(sku => !sku.Contains('/', StringComparison.Ordinal))
                .Take(wanted),
        ];
    }

    private static async Task AdjustAsync(HttpClient client, string sku, int delta)
    {
        using var adjusted = await client.PostAsJsonAsync(
            "/api/v1/stock-adjustments", new { sku, delta, reason = "Benchmark" });
        adjusted.EnsureSuccessStatusCode();
    }

    private static async Task<DateTimeOffset> ReceivedAtAsync(HttpClient amazon)
    {
        while (true)
        {
            using var received = JsonDocument.Parse(await amazon.GetStringAsync("/control/received?kind=stock"));
            var first = received.RootElement.GetProperty("data").EnumerateArray().FirstOrDefault();
            if (first.ValueKind == JsonValueKind.Object)
            {
                return DateTimeOffset.Parse(first.GetProperty("at").GetString()!, CultureInfo.InvariantCulture);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }
}
