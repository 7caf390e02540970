using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Infrastructure.Persistence.Queries;
using AmazonIn.Infrastructure.Persistence.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.Dac.Model;

namespace AmazonIn.Tests.Persistence.Queries;

/// <summary>
/// Every query against SQL Server without one: EF must find words for it, and the words must compile against the
/// schema that the model makes there. Results are for the tests that run against a server.
/// </summary>
public sealed class SqlServerStatementTests
{
    private static readonly PageRequest[] Pages =
        [new(), new(50, 50), new(50) { ByCursor = true }, new(50, AfterId: 99)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_query_compiles_against_the_schema()
    {
        var server = new SilentSqlServer();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(server.Storage)
            .AddQueries()
            .BuildServiceProvider();

        await AskForOrdersAsync(services.GetRequiredService<ISalesOrderQueries>());
        await AskForItemsAsync(services.GetRequiredService<IItemQueries>());
        await AskForStockAsync(services.GetRequiredService<IStockQueries>());
        await AskForGroupsAsync(services.GetRequiredService<IItemGroupQueries>());
        await AskForCustomersAsync(services.GetRequiredService<ICustomerQueries>());
        await AskForHistoryAsync(services.GetRequiredService<ISyncHistoryQueries>());
        await AskForListingsAsync(services.GetRequiredService<IListingQueries>());
        await AskForPackagesAsync(services.GetRequiredService<IPackageQueries>());
        await AskForShipmentsAsync(services.GetRequiredService<IShipmentQueries>());
        await AskForTheRestAsync(services);

        Assert.True(server.Statements.Count > 200, $"Only {server.Statements.Count} statements were asked for.");
        Assert.Empty(ProblemsOf(server, server.Statements));
    }

    [Fact]
    [Trait("Row", "D3")]
    public async Task Every_removal_in_batches_compiles_against_the_schema()
    {
        var server = new SilentSqlServer();
        await using var db = server.CreateDbContext();

        await ChannelRemains.Marked(db, 1).Take(500)
            .ExecuteUpdateAsync(set => set.SetProperty(customer => customer.BuyerKey, (string?)null), Cancelled);
        await ChannelRemains.EmptyGroups(db, 1).ExecuteDeleteAsync(Cancelled);
        await ChannelRemains.Entries(db, 1).Take(500).ExecuteDeleteAsync(Cancelled);
        await PendingOrders.LastHeardOf(db, 1).Take(500).ToListAsync(Cancelled);

        Assert.Equal(4, server.Statements.Count);
        Assert.Empty(ProblemsOf(server, server.Statements));
    }

    [Fact]
    [Trait("Row", "F-45")]
    public async Task What_is_due_of_webhooks_compiles_against_the_schema()
    {
        var server = new SilentSqlServer();
        await using var db = server.CreateDbContext();

        await WebhookOutbox.Due(db, 1, TestKit.AnAmazonOrder.Ordered).Take(8).ToListAsync(Cancelled);

        Assert.Single(server.Statements);
        Assert.Empty(ProblemsOf(server, server.Statements));
    }

    [Theory]
    [InlineData("SELECT [s].[Nothing] FROM [SalesOrders] AS [s]")]
    [InlineData("SELECT [s].[Id] FROM [NoTable] AS [s]")]
    [InlineData("SELECT [s].[Id FROM [SalesOrders] AS [s]")]
    public void A_wrong_statement_is_noticed(string text) =>
        Assert.NotEmpty(ProblemsOf(new SilentSqlServer(), [new SqlStatement(text, [])]));

    private static List<string> ProblemsOf(SilentSqlServer server, IReadOnlyCollection<SqlStatement> statements)
    {
        using var context = server.CreateDbContext();
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        var batches = context.Database.GenerateCreateScript()
            .Split("\nGO", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var batch in batches)
        {
            model.AddObjects(batch);
        }

        var problems = model.Validate().Select(message => message.ToString()).ToList();
        Assert.Empty(problems);
        var distinct = statements.DistinctBy(statement => statement.Text).ToList();
        for (var number = 0; number < distinct.Count; number++)
        {
            try
            {
                model.AddObjects(distinct[number].AsProcedure(number));
            }
            catch (DacModelException refusal)
            {
                problems.Add($"{refusal.Message} {distinct[number].Text}");
            }
        }

        problems.AddRange(model.Validate().Select(message => message.ToString()));
        return problems;
    }

    private static async Task AskForOrdersAsync(ISalesOrderQueries orders)
    {
        var at = TestKit.AnAmazonOrder.Ordered;
        SalesOrderFilter[] filters =
        [
            new(),
            new(ChannelId: 1, Status: OrderStatus.Confirmed, FulfilledBy: FulfilledBy.Merchant),
            new(GstTreatment: GstTreatment.Consumer, PlaceOfSupply: "29", CustomerId: 1),
            new(AmazonOrderId: "403-1234567-1234567"),
            new(UpdatedSince: at, OrderedFrom: at, OrderedTo: at),
            new(NeedsDecisionOnly: true),
            .. new[] { "SO-00012", "12", "403-1234567", "KURTA" }.Select(text => new SalesOrderFilter(text)),
        ];
        foreach (var (filter, page) in filters.SelectMany(filter => Pages.Select(page => (filter, page))))
        {
            await orders.ListAsync(filter, new(SalesOrderSort.OrderedAt, Descending: true), page, Cancelled);
        }

        foreach (var key in Enum.GetValues<SalesOrderSort>())
        {
            await orders.ListAsync(new(), new(key), new PageRequest(), Cancelled);
        }

        Assert.NotNull(await orders.FindAsync(1, Cancelled));
        await orders.FindManyAsync([.. Enumerable.Range(1, 500).Select(id => (long)id)], Cancelled);
    }

    private static async Task AskForPackagesAsync(IPackageQueries packages)
    {
        PackageFilter[] filters =
        [
            new(ChannelId: 1, SalesOrderId: 1),
            .. Enum.GetValues<PackageStage>().Select(stage => new PackageFilter(Stage: stage)),
            .. new[] { "PKG-1", "SHP-1", "SO-1", "403-1234567", "BD12" }.Select(text => new PackageFilter(text)),
        ];
        foreach (var filter in filters)
        {
            await packages.ListAsync(filter, new(PackageSort.PackedAt, Descending: true), new PageRequest(), Cancelled);
        }

        await packages.AwaitedPickupsAsync(DateTimeOffset.UnixEpoch, Cancelled);
        foreach (var (page, key) in Pages.SelectMany(page => Enum.GetValues<PackageSort>().Select(key => (page, key))))
        {
            await packages.ListAsync(new(), new(key), page, Cancelled);
        }

        await packages.FindAsync(1, Cancelled);
        await packages.FindManyAsync([1, 2], Cancelled);
        await packages.OfOrderAsync(1, Cancelled);
    }

    private static async Task AskForShipmentsAsync(IShipmentQueries shipments)
    {
        ShipmentFilter[] filters =
        [
            new(ChannelId: 1, SalesOrderId: 1, State: ConfirmationState.Refused),
            .. new[] { "PKG-1", "SHP-1", "SO-1", "403-1234567", "BD12" }.Select(text => new ShipmentFilter(text)),
        ];
        foreach (var filter in filters)
        {
            await shipments.ListAsync(filter, new(ShipmentSort.ShippedAt, Descending: true), new PageRequest(), Cancelled);
        }

        foreach (var (page, key) in Pages.SelectMany(page => Enum.GetValues<ShipmentSort>().Select(key => (page, key))))
        {
            await shipments.ListAsync(new(), new(key), page, Cancelled);
        }

        await shipments.StatusAsync(1, TestKit.AnAmazonOrder.Ordered, Cancelled);
    }

    private static async Task AskForItemsAsync(IItemQueries items)
    {
        ItemFilter[] filters =
        [
            new(),
            new("kurta", "KURTA", FulfilledBy.Merchant, ListingState.Active, 1, 1, OutOfStockOnly: true),
            new(ChannelId: 1),
            new(OutOfStockOnly: true),
        ];
        foreach (var (filter, page) in filters.SelectMany(filter => Pages.Select(page => (filter, page))))
        {
            await items.ListAsync(filter, new(ItemSort.Sku), page, Cancelled);
        }

        foreach (var key in Enum.GetValues<ItemSort>())
        {
            await items.ListAsync(new(), new(key, Descending: true), new PageRequest(), Cancelled);
        }

        Assert.NotNull(await items.FindAsync(1, Cancelled));
        Assert.NotNull(await items.FindDetailsAsync(1, Cancelled));
    }

    private static async Task AskForStockAsync(IStockQueries stock)
    {
        StockFilter[] filters =
        [
            new(),
            new("kurta", 1, Push: PushState.Refused, ChannelId: 1),
            .. Enum.GetValues<StockLevel>().Select(level => new StockFilter(Level: level)),
        ];
        foreach (var (filter, page) in filters.SelectMany(filter => Pages.Select(page => (filter, page))))
        {
            await stock.ListAsync(filter, new(StockSort.Available), page, Cancelled);
        }

        foreach (var key in Enum.GetValues<StockSort>())
        {
            await stock.ListAsync(new(), new(key), new PageRequest(), Cancelled);
        }

        foreach (var page in Pages)
        {
            await stock.ListLedgerAsync(1, null, page, Cancelled);
            await stock.ListLedgerAsync(1, 1, page, Cancelled);
            await stock.ListReservationsAsync(1, page, Cancelled);
            await stock.ListAnswersAsync(1, page, Cancelled);
        }

        Assert.NotEmpty(await stock.ListPushesAsync(1, Cancelled));
    }

    private static async Task AskForGroupsAsync(IItemGroupQueries groups)
    {
        foreach (var page in Pages)
        {
            await groups.ListAsync(new("kurta", 1), new(ItemGroupSort.Title), page, Cancelled);
        }

        foreach (var key in Enum.GetValues<ItemGroupSort>())
        {
            await groups.ListAsync(new(), new(key), new PageRequest(), Cancelled);
        }

        Assert.NotNull(await groups.FindAsync(1, Cancelled));
    }

    private static async Task AskForCustomersAsync(ICustomerQueries customers)
    {
        foreach (var page in Pages)
        {
            await customers.ListAsync(
                new(1, GstTreatment.Consumer, "29"), new(CustomerSort.LastOrderAt), page, Cancelled);
        }

        foreach (var key in Enum.GetValues<CustomerSort>())
        {
            await customers.ListAsync(new(), new(key), new PageRequest(), Cancelled);
        }
    }

    private static async Task AskForHistoryAsync(ISyncHistoryQueries history)
    {
        var at = TestKit.AnAmazonOrder.Ordered;
        foreach (var page in Pages)
        {
            await history.ListRunsAsync(new(), page, Cancelled);
            await history.ListRunsAsync(new(1, SyncModule.Items, RunState.Failed, true, at, at), page, Cancelled);
            await history.ListEntriesAsync(1, new(), page, Cancelled);
            await history.ListEntriesAsync(
                1, new(EntryOutcome.NotSynced, EntryChange.Created, "order.bad", "403"), page, Cancelled);
        }

        Assert.NotNull(await history.FindRunAsync(1, Cancelled));
        Assert.NotNull(await history.FindDetailsAsync(1, Cancelled));
    }

    private static async Task AskForListingsAsync(IListingQueries listings)
    {
        ListingFilter[] filters =
            [new(), .. Enum.GetValues<ListingStanding>().Select(standing => new ListingFilter("kurta", 1, standing))];
        foreach (var (filter, page) in filters.SelectMany(filter => Pages.Select(page => (filter, page))))
        {
            await listings.ListAsync(filter, page, Cancelled);
        }
    }

    private static async Task AskForWebhooksAsync(IWebhookQueries webhooks)
    {
        Assert.Single(await webhooks.ListAsync(Cancelled));
        Assert.NotNull(await webhooks.FindAsync(1, Cancelled));
        foreach (var page in Pages)
        {
            Assert.Single((await webhooks.ListDeliveriesAsync(
                1, new DeliveryFilter(DeliveryState.Failed, WebhookEventType.OrderCreated), page, Cancelled)).Items);
        }
    }

    private static async Task AskForTheRestAsync(IServiceProvider services)
    {
        var channels = services.GetRequiredService<IChannelQueries>();
        Assert.Single(await channels.ListAsync(Cancelled));
        Assert.NotNull(await channels.FindAsync(1, Cancelled));
        Assert.NotNull(await channels.FindDetailsAsync(1, Cancelled));
        Assert.NotNull(await services.GetRequiredService<IChannelLifeQueries>().PreviewAsync(1, Cancelled));
        Assert.True(await services.GetRequiredService<ICustomerQueries>().ExistsAsync(1, Cancelled));
        Assert.Single(await services.GetRequiredService<IWarehouseQueries>().ListAsync(Cancelled));
        Assert.Single(await services.GetRequiredService<ITaxRateQueries>().ListAsync(Cancelled));
        await AskForWebhooksAsync(services.GetRequiredService<IWebhookQueries>());
        var pushes = services.GetRequiredService<IStockPushQueries>();
        Assert.NotNull(await pushes.FindAsync(1, Cancelled));
        foreach (var page in Pages)
        {
            Assert.Single((await pushes.ListAsync(1, null, page, Cancelled)).Items);
            foreach (var group in Enum.GetValues<StockPushGroup>())
            {
                Assert.Single((await pushes.ListAsync(1, group, page, Cancelled)).Items);
            }
        }

        var dashboard = services.GetRequiredService<IDashboardQueries>();
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");
        Assert.NotNull(await dashboard.GetAsync("INR", zone, TestKit.AnAmazonOrder.Ordered, Cancelled));
        var search = services.GetRequiredService<ISearchQueries>();
        foreach (var text in new[] { "kurta", "12", "403-1234567", "SO-12" })
        {
            Assert.NotEmpty(await search.SearchAsync(Actor.System, text, Cancelled));
        }
    }
}
