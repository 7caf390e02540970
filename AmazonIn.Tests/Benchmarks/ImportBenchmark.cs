using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace AmazonIn.Benchmarks;

/// <summary>
/// Orders from the demo marketplace's HTTP to committed rows, quotas off, against writing the same rows with prepared
/// statements in one transaction. Both in one run on one machine; quote the ratio.
/// </summary>
internal static class ImportBenchmark
{
    private const string Scopes =
        "channels:read,channels:write,sync:read,sync:write,orders:read,organisation:write";

    public static async Task RunAsync(int orders, int runs)
    {
        await using var marketplace = await PortalProcess.StartMarketplaceAsync(orders);
        for (var run = 1; run <= runs; run++)
        {
            var directory = Directory.CreateTempSubdirectory("amazonin-import").FullName;
            try
            {
                await MeasureAsync(marketplace.Address, directory, run);
            }
            finally
            {
                Directory.Delete(directory, recursive: true);
            }
        }
    }

    private static async Task MeasureAsync(Uri marketplace, string directory, int run)
    {
        await PortalProcess.RunVerbAsync(directory, marketplace, "migrate");
        var key = await PortalProcess.RunVerbAsync(
            directory, marketplace, "api-key", "create", "--name", "benchmark", "--scopes", Scopes);
        var (portal, _) = await PortalProcess.StartPortalAsync(directory, marketplace);
        double seconds;
        double peak;
        int synced;
        await using (portal)
        {
            using var client = new HttpClient { BaseAddress = portal.Address };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            await ConnectAsync(client);
            var imported = await WaitForOrdersAsync(client);
            seconds = (Time(imported, "endedAt") - Time(imported, "startedAt")).TotalSeconds;
            synced = imported.GetProperty("synced").GetInt32();
            peak = portal.PeakMemory();
        }

        var rows = PreparedStatements.Write(directory, out var baseline);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "import",
            run,
            orders = synced,
            rows,
            importSeconds = Math.Round(seconds, 2),
            ordersPerSecond = Math.Round(synced / seconds),
            peakMiB = Math.Round(peak),
            preparedStatementsSeconds = Math.Round(baseline.TotalSeconds, 2),
            ratio = Math.Round(baseline.TotalSeconds / seconds, 2),
        }));
    }

    public static async Task ConnectAsync(HttpClient client)
    {
        var organisation = new
        {
            name = "Benchmark",
            baseCurrency = "INR",
            homeState = "29",
            taxRatesEnabled = true,
            timeZone = "Asia/Kolkata",
        };
        using var saved = await client.PutAsJsonAsync("/api/v1/organisation", organisation);
        saved.EnsureSuccessStatusCode();
        var account = new { marketplaceId = "A21TJRUUN4KGV", sellerId = "A1DEMOSELLERIN", token = "Atzr|demo-in" };
        using var connected = await client.PostAsJsonAsync("/api/v1/channels", account);
        connected.EnsureSuccessStatusCode();
    }

    public static async Task<JsonElement> WaitForOrdersAsync(HttpClient client)
    {
        while (true)
        {
            using var document = JsonDocument.Parse(await client.GetStringAsync("/api/v1/sync-runs?module=Orders"));
            var run = document.RootElement.GetProperty("data").EnumerateArray().FirstOrDefault();
            if (run.ValueKind == JsonValueKind.Object && run.GetProperty("endedAt").ValueKind == JsonValueKind.String)
            {
                return run.Clone();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System);
        }
    }

    private static DateTimeOffset Time(JsonElement run, string property) =>
        DateTimeOffset.Parse(run.GetProperty(property).GetString()!, CultureInfo.InvariantCulture);
}
