using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Domain.UseCases.Contacts;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Domain.UseCases.Webhooks;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.Portal.Verbs;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using AmazonIn.Tests.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>
/// Orders with known personal data go through everything that the product does, and then everything that it stored,
/// answered, logged and sent is searched for it.
/// </summary>
public sealed class CanarySweepTests : IAsyncLifetime
{
    private const string OtherAdministrator = "ravi@example.com";

    private static readonly LeakSearch Canary = new(ACanary.Mark);

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("amazonin-canary-");
    private readonly MovableClock _clock = new();
    private Receiver _receiver = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_home.FullName, "data");

    private string Backups => Path.Combine(_home.FullName, "backups");

    // Everything is logged that can be.
    private Dictionary<string, string?> Configuration => new()
    {
        ["Webhooks:AllowedTargets"] = _receiver.Url.Authority,
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:LogLevel:Microsoft"] = "Trace",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Trace",
        ["Logging:LogLevel:System"] = "Trace",
        ["Logging:LogLevel:Polly"] = "Trace",
        ["Logging:LogLevel:Coravel"] = "Trace",
    };

    public async ValueTask InitializeAsync() => _receiver = await Receiver.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        _home.Delete(recursive: true);
    }

    [Fact]
    [Trait("Row", "X1")]
    [Trait("Row", "X2")]
    [Trait("Row", "X4")]
    [Trait("Row", "X5")]
    [Trait("Row", "X6")]
    public async Task Buyers_are_found_in_the_reveal_and_two_documents_only_and_nowhere_after_their_time()
    {
        List<byte[]> secrets;
        await using (var shop = await OpenAsync())
        {
            var (shipped, others) = await TradeAsync(shop);
            var seen = new Evidence();
            using (var browser = await shop.Portal.LoginAsync())
            {
                await RevealAsync(shop.Portal, shipped);
                await PrintAsync(shop.Portal, browser, shipped);
                await BackUpAsync(seen);
                await GatherAsync(seen, shop, browser, shipped);
            }

            AssertSeenEverything(seen, shipped);
            Assert.Empty(seen.PlacesOf(Canary));
            secrets = await SecretsAsync(shop.Portal, [shipped, .. others]);
            Assert.All(secrets, secret => Assert.Contains(DataFiles.In(Data).Values, file => DataFiles.Holds(file, secret)));

            await WaitThirtyDaysAsync(shop);
            seen = new Evidence();
            using (var browser = await shop.Portal.LoginAsync(OtherAdministrator))
            {
                Assert.Equal(ContactErrors.Deleted, (await OpenContactAsync(shop.Portal, shipped)).Error);
                await seen.GetAsync(browser, $"/packages/slips?package={await PackageAsync(shop.Portal, shipped)}");
                await seen.GetAsync(browser, $"/packages/labels?package={await PackageAsync(shop.Portal, shipped)}");
                await GatherAsync(seen, shop, browser, shipped);
            }

            AssertSeenEverything(seen, shipped);
            Assert.Empty(seen.PlacesOf(Canary));
            AssertGone(secrets);
        }

        // What the backup brought back goes before the portal serves.
        await RestoreAsync();
        Assert.Contains(DataFiles.In(Data).Values, file => secrets.Any(secret => DataFiles.Holds(file, secret)));
        await using var restored = await PortalFactory.StartAsync(Configuration, services: AddServices, sharedData: Data);
        AssertGone(secrets);
    }

    [Fact]
    public async Task Search_would_find_them_wherever_they_were()
    {
        await using var shop = await OpenAsync();
        await shop.ConnectAndSyncAsync();
        var order = (await shop.AllAsync("/api/v1/sales-orders"))[0].GetProperty("id").GetInt64();
        await using (var db = await ContextAsync<PortalDbContext>(shop.Portal))
        {
            await db.OrderComments.Where(comment => comment.SalesOrderId == order).ExecuteUpdateAsync(
                set => set.SetProperty(comment => comment.Text, $"For {ACanary.Mark.ToLowerInvariant()}"), Cancel);
        }

        shop.Portal.Services.GetRequiredService<ILogger<CanarySweepTests>>().LogTrace("{Name}", ACanary.Mark);
        using var browser = await shop.Portal.LoginAsync();
        var seen = new Evidence();
        await GatherAsync(seen, shop, browser, order);

        var places = seen.PlacesOf(Canary);

        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "table OrderComments", $"log {typeof(CanarySweepTests).FullName}", $"200 /api/v1/sales-orders/{order}",
                $"200 /sales-orders/{order}/pdf",
            },
            places.ToHashSet(StringComparer.Ordinal));
        Assert.Contains(places, place => place.StartsWith("file amazonin.db", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("…CANARY7Q-name…")]
    [InlineData("canary7q@example.com")]
    [InlineData("Q0FOQVJZN1E=")]
    [InlineData("eENBTkFSWTdR")]
    [InlineData("eHhDQU5BUlk3UQ==")]
    public void Search_sees_through_small_letters_and_base64(string text)
    {
        Assert.True(Canary.Finds(System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.Equal(!text.StartsWith('e') && !text.EndsWith('='), Canary.Finds(System.Text.Encoding.Unicode.GetBytes(text)));
        Assert.False(Canary.Finds("CANARY"u8));
    }

    private Task<Shop> OpenAsync() => Shop.OpenAsync(Configuration, services: AddServices, data: Data);

    private void AddServices(IServiceCollection services) => services
        .AddSingleton<TimeProvider>(_clock)
        .AddLogging(logging => logging.AddFakeLogging());

    // An order that we ship, one that Amazon shipped, one that was cancelled, and two that cannot be read; synced, synced
    // again, and synced over faults.
    private async Task<(long Shipped, List<long> Others)> TradeAsync(Shop shop)
    {
        await shop.Portal.AddUserAsync(OtherAdministrator, Role.Administrator);
        await ListenAsync(shop.Portal);
        await shop.ConnectAndSyncAsync();
        string[] ids = [CanaryOrders.NewId(), CanaryOrders.NewId(), CanaryOrders.NewId()];
        await CanaryOrders.PlaceAsync(
            shop,
            [
                CanaryOrders.Order(ids[0]), CanaryOrders.Order(ids[1], "SHIPPED"), CanaryOrders.Order(ids[2]),
                .. CanaryOrders.Unreadable(),
            ]);
        var run = await shop.SyncAsync();
        Assert.Equal(2, run.NotSynced);
        await shop.ResyncAsync(run.Id);
        await shop.ChangeOrderAsync(ids[2], new { fulfillment = new { fulfillmentStatus = "CANCELLED" } });
        foreach (var fault in new[] { "malformed", "truncate", "error500" })
        {
            await shop.FaultAsync(new { path = "/orders/2026-01-01/orders" }, fault, times: 1);
            await shop.SyncAsync();
        }

        Assert.Null((await shop.SyncAsync()).Message);
        var orders = new List<long>();
        foreach (var id in ids)
        {
            orders.Add((await shop.OrderAsync(id)).GetProperty("id").GetInt64());
        }

        await ShipAsync(shop.Portal, orders[0]);
        await Shop.UntilAsync<bool>(() => Task.FromResult<bool?>(
            _receiver.Calls.Any(call => call.Text.Contains(WebhookEventType.ShipmentCreated, StringComparison.Ordinal)) ? true : null));
        return (orders[0], orders[1..]);
    }

    private Task ListenAsync(PortalFactory portal) => RunAsync<CreateWebhook>(portal, async create => Assert.True((await create.RunAsync(
        Actor.System, new WebhookRequest("Ledger", "Bookkeeping", _receiver.Url.ToString(), WebhookEventType.All), Cancel)).Succeeded));

    private async Task ShipAsync(PortalFactory portal, long orderId)
    {
        var details = (await portal.Services.GetRequiredService<ISalesOrderQueries>().FindAsync(orderId, Cancel))!;
        await RunAsync<PackOrder>(portal, async pack => Assert.True((await pack.RunAsync(
            Actor.System, orderId, [.. details.Lines.Select(line => new PackRequestLine(line.Id, line.Quantity))], Cancel)).Succeeded));
        var package = await PackageAsync(portal, orderId);
        await RunAsync<CreateShipment>(portal, async ship => Assert.True((await ship.RunAsync(
            Actor.System, package, new ShipmentRequest("Blue Dart", null, "BD4711", _clock.GetUtcNow()), Cancel)).Succeeded));
    }

    private static async Task<long> PackageAsync(PortalFactory portal, long orderId)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var packages = await scope.ServiceProvider.GetRequiredService<IPackageQueries>().ListAsync(
            new PackageFilter(), new SortBy<PackageSort>(PackageSort.Number), new PageRequest(200), Cancel);
        return packages.Items.Single(package => package.SalesOrderId == orderId).Id;
    }

    private static async Task<Result<BuyerContact>> OpenContactAsync(PortalFactory portal, long orderId)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var person = (await scope.ServiceProvider.GetRequiredService<IUserAccounts>().ListAsync(Cancel))
            .Single(user => user.Email == OtherAdministrator);
        return await scope.ServiceProvider.GetRequiredService<ContactRelease>().OpenAsync(
            new Actor(AccountIds.OfUser(person.Id), person.DisplayName, Role.Administrator.Permissions),
            ContactUse.Reveal,
            orderId,
            "The buyer asked about this order",
            Cancel);
    }

    private static async Task RevealAsync(PortalFactory portal, long orderId)
    {
        var contact = (await OpenContactAsync(portal, orderId)).Value!;
        Assert.Equal(ACanary.Contact.BuyerEmail, contact.BuyerEmail);
        Assert.Equal(CanaryOrders.PostalCode, contact.DeliveryAddress!.PostalCode);
        Assert.Contains(CanaryOrders.Customization, Assert.Single(contact.LineNotes!).Value, StringComparison.Ordinal);
    }

    // The two documents that may show the recipient do; they are no part of what is searched.
    private static async Task PrintAsync(PortalFactory portal, HttpClient browser, long orderId)
    {
        var package = await PackageAsync(portal, orderId);
        foreach (var document in new[] { "slips", "labels" })
        {
            var shown = new Evidence();
            await shown.GetAsync(browser, $"/packages/{document}?package={package}");
            Assert.Equal([$"200 /packages/{document}?package={package}"], shown.PlacesOf(Canary));
        }
    }

    private async Task BackUpAsync(Evidence seen)
    {
        Directory.CreateDirectory(Backups);
        var (code, output, error) = await VerbRun.OfAsync(["backup", Path.Combine(Backups, "first")], Data);
        Assert.Equal((0, string.Empty), (code, error));
        seen.Add("backup verb", output);
        seen.AddFiles(Backups);
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal) { "file first", "file first.keys" },
            seen.Places.ToHashSet(StringComparer.Ordinal));
    }

    private async Task GatherAsync(Evidence seen, Shop shop, HttpClient browser, long orderId)
    {
        await seen.AddAnswersAsync(shop.Portal, browser, shop.Api, orderId);
        await seen.GetAsync(shop.Amazon, "/control/received");
        seen.AddCalls(_receiver);
        seen.AddLog(shop.Portal);
        seen.AddFiles(Data);
        await seen.AddTablesAsync(Data);
    }

    // An empty search proves nothing: each kind of place was looked at.
    private static void AssertSeenEverything(Evidence seen, long orderId) => Assert.Superset(
        new HashSet<string>(StringComparer.Ordinal)
        {
            $"200 /sales-orders/{orderId}", $"200 /sales-orders/{orderId}/pdf", $"200 /api/v1/sales-orders/{orderId}",
            "200 /api/v1/packages", "200 /api/v1/shipments", "200 /sales-orders/export", "200 /sales-orders/export?format=Xlsx",
            "200 /packages/export?format=Xlsx", "200 /shipments/export", "200 /customers/export", "200 /audit", "200 /audit/export",
            "200 /control/received", "webhook", "table SalesOrders", "table SyncEntries", "table AuditRecords", "table DataKeys",
            "file amazonin.db", "file keys.db", "log Microsoft.EntityFrameworkCore.Database.Command",
        },
        seen.Places.ToHashSet(StringComparer.Ordinal));

    private static async Task<List<byte[]>> SecretsAsync(PortalFactory portal, long[] orders)
    {
        await using var db = await ContextAsync<PortalDbContext>(portal);
        await using var keys = await ContextAsync<KeyDbContext>(portal);
        var ids = await db.SalesOrders.Where(order => orders.Contains(order.Id)).Select(order => order.AmazonOrderId!).ToListAsync(Cancel);
        List<byte[]> secrets =
        [
            .. await db.SealedContacts.Where(row => orders.Contains(row.SalesOrderId)).Select(row => row.Ciphertext).ToListAsync(Cancel),
            .. await keys.DataKeys.Where(key => ids.Contains(key.AmazonOrderId)).Select(key => key.Wrapped).ToListAsync(Cancel),
        ];
        Assert.Equal(2 * orders.Length, secrets.Count);
        return secrets;
    }

    // Amazon has not forgotten the buyers, and sends them with every change.
    private async Task WaitThirtyDaysAsync(Shop shop)
    {
        _clock.Advance(TimeSpan.FromDays(31));
        await Shop.PostAsync(shop.Amazon, "/control/clock", new { advance = "31.00:00:00" });
        await RunAsync<DeleteExpiredContacts>(shop.Portal, sweep => sweep.RunAsync(Cancel));
        var run = await shop.SyncAsync();
        foreach (var order in (await shop.AmazonOrdersAsync()).Keys.Where(id => id.StartsWith("997-", StringComparison.Ordinal)))
        {
            await shop.ChangeOrderAsync(order, new { aFieldOfTomorrow = true });
        }

        Assert.InRange((await shop.SyncAsync()).Synced, 3, int.MaxValue);
        Assert.Null((await shop.ResyncAsync(run.Id)).Message);
    }

    private async Task RestoreAsync()
    {
        var (code, _, error) = await VerbRun.OfAsync(["restore", Path.Combine(Backups, "first")], Data);
        Assert.Equal((0, string.Empty), (code, error));
    }

    private void AssertGone(List<byte[]> secrets)
    {
        foreach (var (name, file) in DataFiles.In(Data))
        {
            Assert.All(secrets, secret => Assert.False(DataFiles.Holds(file, secret), $"{name} still holds what expired."));
        }
    }

    private static async Task RunAsync<TUseCase>(PortalFactory portal, Func<TUseCase, Task> run)
        where TUseCase : notnull
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    private static Task<TContext> ContextAsync<TContext>(PortalFactory portal)
        where TContext : DbContext =>
        portal.Services.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContextAsync(Cancel);
}
