using System.Data.Common;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Interceptors;
using AmazonIn.Infrastructure.Persistence.Sqlite;
using AmazonIn.Infrastructure.Persistence.Stores;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace AmazonIn.Tests.Persistence;

/// <summary>
/// A connection that breaks in the commit leaves open whether it went through (F-23). SQLite has no connection to
/// break, so an interceptor breaks it.
/// </summary>
public sealed class UnknownCommitTests() : SellerTests(DatabaseProvider.Sqlite)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Page_is_written_once_whether_the_broken_commit_went_through_or_not(bool wentThrough)
    {
        var run = await TakenAsync(SyncModule.Orders);
        var broken = new BrokenCommit(wentThrough);
        var store = new OrderImportStore(new Storage<PortalDbContext>(new Contexts(Database, broken)), new SqliteBulkWriter(), Clock);
        var order = SalesOrder.FromAmazon(
            Channel.Id, AnAmazonOrder.Unshipped(), "x", AnAmazonOrder.Context() with { WarehouseId = Warehouse.Id });
        run.RecordPage(1, 0, 0, null, "page-2", Clock.GetUtcNow());
        var customer = new Customer(Channel.Id, "Amazon IN", "order:1", Clock.GetUtcNow());

        await store.SaveAsync(
            new OrderImportPage(
                run,
                [new ImportedOrder(order, customer, null)],
                [],
                [SyncEntry.Of(EntryKind.Order, order.AmazonOrderId!, EntryChange.Created)]),
            Cancelled);

        Assert.True(broken.Happened);
        await using var db = Database.Open();
        Assert.Equal(order.Id, (await db.SalesOrders.SingleAsync(Cancelled)).Id);
        Assert.Equal(1, await db.SyncEntries.CountAsync(Cancelled));
        Assert.Equal(1, await db.OrderComments.CountAsync(Cancelled));
        Assert.Equal((1, 1), (await Journal.FindAsync(run.Id, Cancelled)) is { } row ? (row.Synced, row.PagesRead) : default);
    }

    [Fact]
    public async Task Version_is_counted_up_by_a_commit_only()
    {
        var broken = new BrokenCommit(wentThrough: false) { Times = int.MaxValue };
        var storage = new Storage<PortalDbContext>(new Contexts(Database, broken));
        var organisation = (await Database.Get<IOrganisationStore>().FindAsync(Cancelled))!;
        organisation.Prefer(OrderPreference.Confirmed);

        await Assert.ThrowsAnyAsync<Exception>(
            () => new OrganisationStore(storage).SaveAsync(organisation, Clock.GetUtcNow(), Cancelled));

        Assert.Equal(1, organisation.Version);
        await Database.Get<IOrganisationStore>().SaveAsync(organisation, Clock.GetUtcNow(), Cancelled);
        Assert.Equal(2, organisation.Version);
    }

    private sealed class BrokenCommit(bool wentThrough) : DbTransactionInterceptor
    {
        public int Times { get; init; } = 1;

        private int _count;

        public bool Happened => _count > 0;

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default)
        {
            if (_count >= Times)
            {
                return result;
            }

            _count++;
            if (wentThrough)
            {
                await transaction.CommitAsync(cancellationToken);
            }

            throw new IOException("The connection was lost.");
        }
    }

    private sealed class Contexts(TestDatabase database, BrokenCommit broken) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext()
        {
            using var db = database.Open();
            return new SqlitePortalDbContext(new DbContextOptionsBuilder<SqlitePortalDbContext>()
                .UseSqlite(db.Database.GetConnectionString(), sqlite => sqlite.ExecutionStrategy(
                    dependencies => new Retrying(dependencies)))
                .UseApplicationServiceProvider(DesignTimeServices.Instance)
                .AddInterceptors(new VersionInterceptor(), broken)
                .Options);
        }
    }

    private sealed class Retrying(ExecutionStrategyDependencies dependencies)
        : ExecutionStrategy(dependencies, maxRetryCount: 2, maxRetryDelay: TimeSpan.FromMilliseconds(1))
    {
        protected override bool ShouldRetryOn(Exception exception) => exception is IOException;
    }
}
