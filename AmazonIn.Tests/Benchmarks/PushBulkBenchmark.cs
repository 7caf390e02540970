using System.Net.Http.Json;
using System.Text.Json;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.StockPushes;
using AmazonIn.Infrastructure;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Bulk;
using AmazonIn.Infrastructure.Persistence.Stores;
using AmazonIn.Infrastructure.Sandbox;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Quotas;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AmazonIn.Benchmarks;

/// <summary>
/// Many changed SKUs, Amazon's quotas on, by one clock that portal and marketplace share and that moves only where
/// something waits: a quota, a feed, a second between two looks. Calls take no time by it, nor does computing.
/// </summary>
internal static class PushBulkBenchmark
{
    /// <summary>A feed waits so long in the queue, and is so long in progress; Amazon publishes no figure.</summary>
    private static readonly TimeSpan FeedStep = TimeSpan.FromMinutes(1);

    public static async Task RunAsync(int skus)
    {
        var time = new VirtualTime(new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero));
        var sandbox = SandboxApplication.Build(
            new SandboxOptions { Url = "http://127.0.0.1:0", Listings = 0, Orders = 0, Quotas = true, ProcessingStep = FeedStep },
            time);
        await sandbox.StartAsync();
        var directory = Directory.CreateTempSubdirectory("amazonin-bulk").FullName;
        try
        {
            using var amazon = new HttpClient { BaseAddress = new Uri(sandbox.Urls.Single()), Timeout = TimeSpan.FromMinutes(10) };
            await using var portal = Portal(directory, amazon.BaseAddress, time);
            await portal.PrepareDatabaseAsync(CancellationToken.None);
            await PostListingsAsync(amazon, skus);
            var channel = await ArrangeAsync(portal, skus, time);
            await MeasureAsync(portal, amazon, channel, skus, time);
        }
        finally
        {
            await sandbox.DisposeAsync();
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task MeasureAsync(
        ServiceProvider portal, HttpClient amazon, SalesChannel channel, int skus, VirtualTime time)
    {
        var sender = Sender(portal, time);
        var queries = portal.GetRequiredService<IStockPushQueries>();
        var real = TimeProvider.System.GetTimestamp();
        StockPushStatus status;
        do
        {
            await sender.SendAsync(channel, CancellationToken.None);
            time.Advance(TimeSpan.FromSeconds(1));
            status = (await queries.FindAsync(channel.Id, CancellationToken.None))!;
        }
        while (status.Sent < skus && status.Refused == 0 && time.Passed < TimeSpan.FromHours(12));

        var until = time.Passed;
        time.Advance(TimeSpan.FromSeconds(5));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "push-bulk",
            skus,
            effective = await EffectiveAsync(amazon),
            refused = status.Refused,
            minutesUntilEffective = Math.Round(until.TotalMinutes, 1),
            minutesBySinglePatches = Math.Round(
                Math.Max(0, skus - UsagePlans.PatchListingsItem.Burst) / UsagePlans.PatchListingsItem.RatePerSecond / 60, 1),
            processorSeconds = Math.Round(TimeProvider.System.GetElapsedTime(real).TotalSeconds, 1),
            calls = await CallsAsync(amazon),
        }));
    }

    private static SendStock Sender(ServiceProvider portal, VirtualTime time)
    {
        var store = portal.GetRequiredService<IStockPushStore>();
        var marketplace = portal.GetRequiredService<IMarketplaceStock>();
        var records = new PushRecords(store, new Random(1), time);
        return new SendStock(
            store,
            portal.GetRequiredService<IChannelStore>(),
            portal.GetRequiredService<ISyncJournal>(),
            new StockFeeds(store, marketplace, records, time),
            new StockPatches(store, marketplace, records, time),
            new StockReadBacks(store, marketplace, time),
            marketplace,
            time);
    }

    private static async Task<SalesChannel> ArrangeAsync(ServiceProvider portal, int skus, VirtualTime time)
    {
        var now = time.GetUtcNow();
        var channel = new SalesChannel("Amazon IN", Marketplace.India, DemoIdentities.FirstSeller, now);
        await portal.GetRequiredService<IChannelStore>().AddAsync(channel, "Atzr|demo-in", CancellationToken.None);
        var journal = portal.GetRequiredService<ISyncJournal>();
        var orders = await journal.GetCursorAsync(channel.Id, SyncModule.Orders, CancellationToken.None);
        orders.RunEnded(now, readWhole: true);
        await journal.SaveCursorAsync(orders, CancellationToken.None);
        var bulk = portal.GetRequiredService<IBulkWriter>();
        await portal.GetRequiredService<Storage<PortalDbContext>>().WriteAsync(
            async (db, token) =>
            {
                var warehouse = new Warehouse("Main", true, now);
                db.Add(warehouse);
                await db.SaveChangesAsync(token);
                var items = Enumerable.Range(0, skus)
                    .Select(number => new Item(Sku(number), $"Kettle {number}", null, FulfilledBy.Merchant, now))
                    .ToList();
                var ids = await bulk.InsertAsync(db, items, token);
                var facts = new ListingFacts(null, "Kettle", ListingState.Active, FulfilledBy.Merchant, "DEFAULT", 7, 499m, null, now);
                var listings = ids.Select((id, number) =>
                {
                    var listing = new Listing(channel.Id, Sku(number));
                    listing.Update(facts);
                    listing.LinkAutomatically(id);
                    return listing;
                }).ToList();
                await bulk.AppendAsync(db, listings, token);
                await new StockWriter(db, bulk, new Aftermath(), now).PostAsync(
                    [.. ids.Select(id => new StockMovement(warehouse.Id, id, MovementKind.Adjustment, 42, 0, "Counted", null, now))],
                    token);
            },
            CancellationToken.None);
        return channel;
    }

    private static async Task PostListingsAsync(HttpClient amazon, int skus)
    {
        foreach (var numbers in Enumerable.Range(0, skus).Chunk(1_000))
        {
            var listings = numbers.Select(number => new
            {
                sku = Sku(number),
                fulfillmentAvailability = new[] { new { fulfillmentChannelCode = "DEFAULT", quantity = 7 } },
            });
            using var posted = await amazon.PostAsJsonAsync("/control/listings", listings);
            posted.EnsureSuccessStatusCode();
        }
    }

    private static async Task<int> EffectiveAsync(HttpClient amazon)
    {
        using var document = JsonDocument.Parse(await amazon.GetStringAsync("/control/listings"));
        return document.RootElement.GetProperty("data").EnumerateArray()
            .Count(listing => listing.GetProperty("fulfillmentAvailability")[0].GetProperty("quantity").GetInt32() == 42);
    }

    private static async Task<Dictionary<string, int>> CallsAsync(HttpClient amazon)
    {
        using var document = JsonDocument.Parse(await amazon.GetStringAsync("/control/calls"));
        return document.RootElement.GetProperty("data").EnumerateArray().ToDictionary(
            call => call.GetProperty("operation").GetString()!,
            call => call.GetProperty("count").GetInt32(),
            StringComparer.Ordinal);
    }

    private static ServiceProvider Portal(string directory, Uri marketplace, VirtualTime time)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [DatabaseOptions.ProviderKey] = nameof(DatabaseProvider.Sqlite),
            [DatabaseOptions.DirectoryKey] = directory,
            ["Amazon:ClientId"] = "amzn1.application-oa2-client.demo",
            ["Amazon:ClientSecret"] = "demo-secret",
            ["Amazon:Endpoint"] = marketplace.ToString(),
            ["Amazon:TokenUrl"] = new Uri(marketplace, "/auth/o2/token").ToString(),
        });
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<Pauses>(new VirtualPauses(time));
        builder.Services.AddLogging();
        builder.AddAmazonInInfrastructure();
        return builder.Services.BuildServiceProvider();
    }

    private static string Sku(int number) => $"BULK-{number:00000}";
}
