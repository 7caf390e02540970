using System.Text.Json;

namespace AmazonIn.Benchmarks;

/// <summary>Built portal to the first 200 on /health/ready: on an empty directory, and on one that has a database.</summary>
internal static class StartBenchmark
{
    public static async Task RunAsync(int runs)
    {
        for (var run = 1; run <= runs; run++)
        {
            var directory = Directory.CreateTempSubdirectory("amazonin-start").FullName;
            try
            {
                var first = await MeasureAsync(directory);
                var again = await MeasureAsync(directory);
                Console.WriteLine(JsonSerializer.Serialize(new
                {
                    benchmark = "start",
                    run,
                    firstStartSeconds = Math.Round(first.TotalSeconds, 2),
                    nextStartSeconds = Math.Round(again.TotalSeconds, 2),
                }));
            }
            finally
            {
                Directory.Delete(directory, recursive: true);
            }
        }
    }

    private static async Task<TimeSpan> MeasureAsync(string directory)
    {
        var (portal, ready) = await PortalProcess.StartPortalAsync(directory, new Uri("http://127.0.0.1:9"));
        await portal.DisposeAsync();
        return ready;
    }
}
