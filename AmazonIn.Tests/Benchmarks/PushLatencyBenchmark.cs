using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace AmazonIn.Benchmarks;

/// <summary>
/// From asking for a change of what a listing offers to the marketplace's receipt of the quantity, one change after the
/// other, quotas idle. The change is a new cap over REST, which takes the same way as any movement of stock: a mark in the
/// committing transaction, the ring, the outbox. The clock starts when the request leaves, so the commit is inside.
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
        var listings = await PushableAsync(client, wanted: 40);
        await WaitUntilSentAsync(client);
        var random = new Random(1);
        var latencies = new List<double>();
        for (var change = 0; change < changes; change++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300, 1300)), TimeProvider.System);
            using var cleared = await amazon.DeleteAsync(new Uri("/control/received", UriKind.Relative));
            var began = TimeProvider.System.GetUtcNow();
            await LimitAsync(client, listings[change % listings.Count], change % 2);
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

    // Ids count from 1; what is fulfilled by Amazon or a parent is answered with a conflict.
    private static async Task<List<long>> PushableAsync(HttpClient client, int wanted)
    {
        var listings = new List<long>();
        for (var id = 1L; listings.Count < wanted; id++)
        {
            if (await LimitAsync(client, id, cap: 3) == HttpStatusCode.NoContent)
            {
                listings.Add(id);
            }
        }

        await WaitUntilSentAsync(client);
        using var document = JsonDocument.Parse(
            await client.GetStringAsync("/api/v1/channels/1/stock-push/listings?state=Sent&limit=200"));
        var sent = document.RootElement.GetProperty("data").EnumerateArray()
            .Where(row => row.GetProperty("cap").ValueKind == JsonValueKind.Number)
            .Where(row => !row.GetProperty("sku").GetString()!.Contains('/', StringComparison.Ordinal))
            .Select(row => row.GetProperty("listingId").GetInt64())
            .ToHashSet();
        return [.. listings.Where(sent.Contains)];
    }

    private static async Task WaitUntilSentAsync(HttpClient client)
    {
        while (true)
        {
            using var status = JsonDocument.Parse(await client.GetStringAsync("/api/v1/channels/1/stock-push"));
            if (status.RootElement.GetProperty("waiting").GetInt32() + status.RootElement.GetProperty("inFeed").GetInt32() == 0)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    private static async Task<HttpStatusCode> LimitAsync(HttpClient client, long listing, int cap)
    {
        using var set = await client.PutAsJsonAsync($"/api/v1/listings/{listing}/stock-limits", new { buffer = 0, cap });
        return set.StatusCode;
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
