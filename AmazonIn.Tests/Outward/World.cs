using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.Tax;
using AmazonIn.Domain.UseCases.SyncRuns;
using AmazonIn.Domain.UseCases.Warehouses;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Sandbox;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Portal.Composition;
using AmazonIn.Tests.SpApi.TestKit;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.Outward;

/// <summary>
/// The portal's use cases over a real database, and the demo marketplace over a real socket, under one clock that moves
/// only when told. Nothing runs by itself: a test says when orders are read and when the outbox is emptied.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    private readonly WebApplication _marketplace;
    private readonly Dictionary<string, (string Sku, int Quantity)> _sold = new(StringComparer.Ordinal);
    private int _orders;

    private World(WebApplication marketplace, TestDatabase database, FakeTimeProvider clock, SuddenDeath.Reaper reaper)
    {
        _marketplace = marketplace;
        Database = database;
        Clock = clock;
        Reaper = reaper;
        Amazon = new HttpClient { BaseAddress = new Uri(marketplace.Urls.Single()) };
    }

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; }

    public SuddenDeath.Reaper Reaper { get; }

    /// <summary>The demo marketplace's control calls.</summary>
    public HttpClient Amazon { get; }

    public SalesChannel Channel { get; private set; } = null!;

    /// <summary>The primary warehouse, where Amazon's first quantities are.</summary>
    public long Primary { get; private set; }

    public long Second { get; private set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A seller in Karnataka with one connected account that offers these SKUs, already read once.</summary>
    public static async Task<World> StartAsync(IReadOnlyDictionary<string, int> offered, bool quotas = false)
    {
        var clock = new FakeTimeProvider(Start);
        var marketplace = SandboxApplication.Build(
            new SandboxOptions { Url = "http://127.0.0.1:0", Listings = 0, Orders = 0, Quotas = quotas }, clock);
        await marketplace.StartAsync(Cancel);
        var reaper = new SuddenDeath.Reaper();
        var database = await TestDatabase.CreateAsync(
            DatabaseProvider.Sqlite, clock, builder => Compose(builder, marketplace.Urls.Single(), clock, reaper));
        var world = new World(marketplace, database, clock, reaper);
        await world.OpenShopAsync(offered);
        return world;
    }

    public T Get<T>()
        where T : notnull => Database.Get<T>();

    /// <summary>A buyer buys. Returns Amazon's order id.</summary>
    public async Task<string> BuyAsync(string sku, int quantity, string status = "UNSHIPPED", string fulfilledBy = "MERCHANT")
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"403-{++_orders / 10_000_000:D7}-{_orders % 10_000_000:D7}");
        await PostAsync("/control/orders", new
        {
            orderId = id,
            createdTime = Wire(Clock.GetUtcNow()),
            lastUpdatedTime = Wire(Clock.GetUtcNow()),
            salesChannel = new { channelName = "AMAZON", marketplaceId = Marketplace.India.Id },
            recipient = new { deliveryAddress = new { stateOrRegion = "Kerala", countryCode = "IN" } },
            proceeds = new { grandTotal = Rupees(100m * quantity) },
            fulfillment = new { fulfillmentStatus = status, fulfilledBy },
            orderItems = new[] { Line(sku, quantity, fulfilled: 0) },
        });
        _sold.Add(id, (sku, quantity));
        return id;
    }

    /// <summary>Something happens to an order at Amazon, without us.</summary>
    public Task ChangeAsync(string orderId, string status) => PatchAsync(orderId, new
    {
        fulfillment = new { fulfillmentStatus = status },
        lastUpdatedTime = Wire(Clock.GetUtcNow()),
    });

    /// <summary>The order is shipped whole in Seller Central.</summary>
    public Task ShipAsync(string orderId) => PatchAsync(orderId, new
    {
        fulfillment = new { fulfillmentStatus = "SHIPPED" },
        orderItems = new[] { Line(_sold[orderId].Sku, _sold[orderId].Quantity, _sold[orderId].Quantity) },
        lastUpdatedTime = Wire(Clock.GetUtcNow()),
    });

    /// <summary>Reads a module of the channel to its end; time passes so that Amazon shows what is new.</summary>
    public async Task<SyncRun> SyncAsync(SyncModule module = SyncModule.Orders, RunTrigger trigger = RunTrigger.Manual)
    {
        Clock.Advance(TimeSpan.FromMinutes(5));
        var journal = Get<ISyncJournal>();
        var run = await journal.RequestAsync(
            new SyncRun(Channel.Id, module, trigger, Actor.System.Name, Clock.GetUtcNow()), Cancel);
        return await FinishAsync(run.Id);
    }

    /// <summary>Works on whatever runs wait, until the one has ended.</summary>
    public async Task<SyncRun> FinishAsync(long runId)
    {
        var dispatcher = Get<SyncDispatcher>();
        await dispatcher.TickAsync(Cancel);
        await dispatcher.WhenIdleAsync();
        return (await Get<ISyncJournal>().FindAsync(runId, Cancel))!;
    }

    public async Task<JsonElement> ReadAsync(string path)
    {
        using var response = await Amazon.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.IsSuccessStatusCode, text);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>What buyers can buy, by SKU.</summary>
    public async Task<Dictionary<string, int?>> OfferedAsync()
    {
        var listings = await ReadAsync("/control/listings");
        return listings.GetProperty("data").EnumerateArray().ToDictionary(
            listing => listing.GetProperty("sku").GetString()!,
            listing => listing.TryGetProperty("fulfillmentAvailability", out var availability)
                && availability.GetArrayLength() > 0 && availability[0].TryGetProperty("quantity", out var quantity)
                    ? quantity.GetInt32()
                    : (int?)null,
            StringComparer.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        Amazon.Dispose();
        await Database.DisposeAsync();
        await _marketplace.StopAsync(CancellationToken.None);
        await _marketplace.DisposeAsync();
    }

    private static void Compose(
        IHostApplicationBuilder builder, string address, FakeTimeProvider clock, SuddenDeath.Reaper reaper)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Amazon:ClientId"] = DemoIdentities.ClientId,
            ["Amazon:ClientSecret"] = DemoIdentities.ClientSecret,
            ["Amazon:TokenUrl"] = new Uri(new Uri(address), "/auth/o2/token").ToString(),
            ["Amazon:Endpoint"] = address,
        });
        builder.Services.AddSingleton<Pauses>(new AdvancingPauses(clock));
        builder.Services.ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(
            handlers => handlers.AdditionalHandlers.Add(new SuddenDeath(reaper))));
        builder.Environment.EnvironmentName = Environments.Development;
        builder.Services.AddUseCases(PortalSettings.Read(builder.Configuration, builder.Environment));
        builder.Services.AddSingleton<ISyncFaults, Quiet>();
    }

    private async Task OpenShopAsync(IReadOnlyDictionary<string, int> offered)
    {
        var organisation = new Organisation("Rao Textiles", "INR", GstState.Find("29"), "Asia/Kolkata", true);
        await Get<IOrganisationStore>().SaveAsync(organisation, Clock.GetUtcNow(), Cancel);
        Primary = (await Get<IWarehouseStore>().GetPrimaryAsync(Cancel)).Id;
        var second = await Get<AddWarehouse>().RunAsync(Actor.System, "Mysuru", Cancel);
        Second = second.Value!.Id;
        await PostAsync("/control/listings", offered.Select(pair => new
        {
            sku = pair.Key,
            fulfillmentAvailability = new[] { new { fulfillmentChannelCode = "DEFAULT", quantity = pair.Value } },
        }).ToArray());
        Channel = new SalesChannel("Amazon IN", Marketplace.India, DemoIdentities.FirstSeller, Clock.GetUtcNow());
        await Get<IChannelStore>().AddAsync(Channel, DemoIdentities.FirstRefreshToken, Cancel);
        Assert.Equal(RunState.Succeeded, (await SyncAsync(SyncModule.Items, RunTrigger.Initial)).State);
        Assert.Equal(RunState.Succeeded, (await SyncAsync(SyncModule.Orders, RunTrigger.Initial)).State);
    }

    private async Task PostAsync(string path, object body)
    {
        using var response = await Amazon.PostAsJsonAsync(path, body, Cancel);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }

    private async Task PatchAsync(string orderId, object change)
    {
        using var content = JsonContent.Create(change);
        using var response = await Amazon.PatchAsync(new Uri($"/control/orders/{orderId}", UriKind.Relative), content, Cancel);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }

    private static object Line(string sku, int quantity, int fulfilled) => new
    {
        orderItemId = "1",
        quantityOrdered = quantity,
        product = new { asin = "B0TEST0001", title = sku, sellerSku = sku, price = new { unitPrice = Rupees(100m) } },
        proceeds = new
        {
            proceedsTotal = Rupees(100m * quantity),
            breakdowns = new[] { new { type = "ITEM", subtotal = Rupees(100m * quantity) } },
        },
        fulfillment = new { quantityFulfilled = fulfilled, quantityUnfulfilled = quantity - fulfilled },
    };

    private static object Rupees(decimal amount) => new
    {
        amount = amount.ToString("0.00", CultureInfo.InvariantCulture),
        currencyCode = "INR",
    };

    private static string Wire(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
