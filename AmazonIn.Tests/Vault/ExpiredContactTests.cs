using System.Text;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.UseCases.Contacts;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Vault;

/// <summary>What becomes of personal data whose time is up: by the row, by the byte, and for good.</summary>
public abstract class ExpiredContactTests(DatabaseProvider provider) : SellerTests(provider)
{
    private const string Open = "403-0000001-0000001";
    private const string Left = "403-0000002-0000002";
    private const string Voided = "403-0000003-0000003";

    private static readonly DateTimeOffset LeftAt = AnAmazonOrder.Ordered.AddDays(1);

    private readonly InMemoryAudit _audit = new();
    private SyncRun _run = null!;

    private DeleteExpiredContacts Sweep => new(Removal, Database.Get<IWorkLeases>(), _audit, Clock);

    private IContactRemoval Removal => Database.Get<IContactRemoval>();

    // One buyer's open order, and two that have ended.
    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        Clock.SetUtcNow(TestDatabase.Start);
        _run = await TakenAsync(SyncModule.Orders);
        await ImportAsync(
            AnAmazonOrder.Unshipped(Open),
            AnAmazonOrder.Shipped(LeftAt, Left) with { Contact = ACanary.Contact },
            AnAmazonOrder.Unshipped(Voided) with { Contact = ACanary.Contact });
        await ImportAsync(AnAmazonOrder.Cancelled(LeftAt.AddDays(1), Voided));
    }

    [Fact]
    [Trait("Row", "X2")]
    public async Task It_is_there_until_the_thirtieth_day_is_over_and_gone_with_the_next_sweep()
    {
        Clock.SetUtcNow(LeftAt.AddDays(30).AddTicks(-1));
        Assert.Equal(0, await Sweep.RunAsync(Cancelled));
        Assert.NotNull(await ContactAsync(Left));

        Clock.SetUtcNow(LeftAt.AddDays(30));
        Assert.Equal(1, await Sweep.RunAsync(Cancelled));

        Assert.Null(await ContactAsync(Left));
        Assert.NotNull(await ContactAsync(Voided));
        Assert.NotNull(await ContactAsync(Open));
        var order = await OrderAsync(Left);
        Assert.Equal((false, Clock.GetUtcNow()), (order.HasContact, order.ContactDeletedAt));
    }

    [Fact]
    [Trait("Row", "X2")]
    public async Task Void_orders_lose_theirs_thirty_days_after_voiding()
    {
        Clock.SetUtcNow(LeftAt.AddDays(31));

        Assert.Equal(2, await Sweep.RunAsync(Cancelled));

        Assert.Null(await ContactAsync(Voided));
    }

    [Fact]
    [Trait("Row", "X2")]
    public async Task Keys_ciphertexts_and_marks_are_gone_and_certified()
    {
        Clock.SetUtcNow(LeftAt.AddDays(31));

        await Sweep.RunAsync(Cancelled);

        await using var db = Database.Open();
        await using var keys = Database.OpenKeys();
        Assert.Equal(Open, (await keys.DataKeys.SingleAsync(Cancelled)).AmazonOrderId);
        Assert.Single(await db.SealedContacts.ToListAsync(Cancelled));
        var forgotten = (await OrderAsync(Left)).CustomerId;
        Assert.Null((await db.Customers.SingleAsync(customer => customer.Id == forgotten, Cancelled)).BuyerKey);
        var known = (await OrderAsync(Open)).CustomerId;
        Assert.NotNull((await db.Customers.SingleAsync(customer => customer.Id == known, Cancelled)).BuyerKey);

        var certificate = Assert.Single(await CertificatesAsync());
        Assert.Equal((2, 2, 2, 1), (certificate.Orders, certificate.Keys, certificate.Contacts, certificate.BuyerMarks));
        Assert.Equal(LeftAt.AddDays(30), certificate.EarliestExpiry);
        Assert.True(certificate.IsGenuine);
        var record = Assert.Single(_audit.Records);
        Assert.Equal(AuditAction.DeleteContacts, record.Action);
        Assert.Contains(certificate.Hash, record.Details, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "X2")]
    public async Task A_certificate_that_was_changed_shows_it()
    {
        Clock.SetUtcNow(LeftAt.AddDays(31));
        await Sweep.RunAsync(Cancelled);
        await using (var db = Database.Open())
        {
            await db.DeletionCertificates.ExecuteUpdateAsync(set => set.SetProperty(row => row.Keys, 3), Cancelled);
        }

        Assert.False(Assert.Single(await CertificatesAsync()).IsGenuine);
    }

    // After the mark, after the keys, and after the ciphertexts.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("Row", "X2")]
    public async Task A_sweep_that_dies_after_a_commit_is_finished_by_the_next(int commits)
    {
        Clock.SetUtcNow(LeftAt.AddDays(31));
        await DieAfterAsync(commits);
        Assert.Equal(commits < 2, await ContactAsync(Left) is not null);

        await Sweep.RunAsync(Cancelled);

        Assert.Null(await ContactAsync(Left));
        await using var db = Database.Open();
        await using var keys = Database.OpenKeys();
        Assert.Single(await db.SealedContacts.ToListAsync(Cancelled));
        Assert.Single(await keys.DataKeys.ToListAsync(Cancelled));
        Assert.Equal(2, (await CertificatesAsync()).Sum(certificate => certificate.Orders));
    }

    [Fact]
    [Trait("Row", "X3")]
    public async Task An_order_that_is_opened_and_fulfilled_again_keeps_it_thirty_days_from_then()
    {
        await ChangeAsync(Left, order => order.Unfulfil(30));
        Clock.SetUtcNow(LeftAt.AddDays(40));
        Assert.Equal(1, await Sweep.RunAsync(Cancelled));
        Assert.NotNull(await ContactAsync(Left));

        await ChangeAsync(Left, order => order.Fulfil(Clock.GetUtcNow(), 30));
        Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await Sweep.RunAsync(Cancelled));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await Sweep.RunAsync(Cancelled));
        Assert.Null(await ContactAsync(Left));
    }

    [Fact]
    [Trait("Row", "X3")]
    [Trait("Row", "A1")]
    public async Task Whoever_puts_a_deletion_off_for_the_third_time_is_told_of_once()
    {
        for (var time = 1; time <= 4; time++)
        {
            Clock.Advance(TimeSpan.FromDays(1));
            await ChangeAsync(Left, order => order.Unfulfil(30));
            await ChangeAsync(Left, order => order.Fulfil(Clock.GetUtcNow(), 30));

            await Sweep.RunAsync(Cancelled);
            await Sweep.RunAsync(Cancelled);

            Assert.Equal(Math.Max(0, time - 2), _audit.Records.Count(record => record.Action == AuditAction.PutOffDeletion));
        }

        var last = _audit.Records[^1];
        Assert.Equal(AuditedOrder.SubjectOf((await OrderAsync(Left)).Id), last.Subject);
        Assert.Equal("4", AuditDetails.Read(last.Details)["times"]);
    }

    [Fact]
    [Trait("Row", "X3")]
    public async Task Amazon_saying_the_same_again_puts_nothing_off()
    {
        for (var time = 1; time <= 5; time++)
        {
            await ImportAsync(AnAmazonOrder.Shipped(LeftAt, Left) with
            {
                UpdatedAt = LeftAt.AddHours(time),
                Contact = ACanary.Contact,
            });
        }

        Assert.Equal(1, (await OrderAsync(Left)).ExpiryStarts);
    }

    [Fact]
    [Trait("Row", "X6")]
    public async Task What_a_sync_withholds_is_on_record_by_amazons_number_only()
    {
        Clock.SetUtcNow(LeftAt.AddDays(31));
        await Sweep.RunAsync(Cancelled);

        var trail = await ImportAsync(
            AnAmazonOrder.Shipped(LeftAt, Left) with { Contact = ACanary.Contact },
            AnAmazonOrder.Unshipped(Open) with { UpdatedAt = Clock.GetUtcNow(), Contact = ACanary.Contact });

        var record = Assert.Single(trail.Records);
        Assert.Equal((AuditAction.WithholdContacts, AuditedChannel.SubjectOf(Channel.Id)), (record.Action, record.Subject));
        var details = AuditDetails.Read(record.Details);
        Assert.Equal(("1", Left), (details["orders"], details["amazon-orders"]));
        Assert.Null(await ContactAsync(Left));
    }

    [Fact]
    [Trait("Row", "X6")]
    public async Task Nothing_that_expired_comes_back_by_a_sync_not_even_when_the_order_is_opened_again()
    {
        Clock.SetUtcNow(LeftAt.AddDays(31));
        await Sweep.RunAsync(Cancelled);

        await ImportAsync(AnAmazonOrder.Shipped(LeftAt.AddHours(1), Left) with { Contact = ACanary.Contact });
        await ChangeAsync(Left, order => order.Unfulfil(30));
        await ImportAsync(AnAmazonOrder.Unshipped(Left) with
        {
            UpdatedAt = Clock.GetUtcNow(),
            Contact = ACanary.Contact,
        });

        Assert.Null((await OrderAsync(Left)).ContactExpiresAt);
        Assert.Null(await ContactAsync(Left));
        await using var keys = Database.OpenKeys();
        Assert.DoesNotContain(Left, await keys.DataKeys.Select(key => key.AmazonOrderId).ToListAsync(Cancelled));
    }

    [Fact]
    [Trait("Row", "X6")]
    public async Task An_order_that_came_in_past_its_time_takes_none_either_when_it_is_opened()
    {
        const string old = "403-0000009-0000009";
        var sold = AnAmazonOrder.Ordered.AddDays(-60);
        var shipped = AnAmazonOrder.Shipped(sold.AddDays(1), old) with { CreatedAt = sold, Contact = ACanary.Contact };
        await ImportAsync(shipped);

        await ChangeAsync(old, order => order.Unfulfil(30));
        await ImportAsync(shipped with { UpdatedAt = Clock.GetUtcNow() });

        Assert.Null(await ContactAsync(old));
    }

    [Fact]
    [Trait("Row", "X6")]
    public async Task Keys_that_a_backup_brought_back_go_before_the_portal_serves()
    {
        await using (var keys = Database.OpenKeys())
        {
            var known = await keys.DataKeys.AsNoTracking().SingleAsync(key => key.AmazonOrderId == Left, Cancelled);
            Clock.SetUtcNow(LeftAt.AddDays(31));
            await Sweep.RunAsync(Cancelled);
            keys.Add(known);
            await keys.SaveChangesAsync(Cancelled);
        }

        await Sweep.RunBeforeServingAsync(Cancelled);

        await using var after = Database.OpenKeys();
        Assert.Equal(Open, (await after.DataKeys.SingleAsync(Cancelled)).AmazonOrderId);
    }

    [Fact]
    public async Task Only_one_portal_sweeps_at_a_time()
    {
        Clock.SetUtcNow(LeftAt.AddDays(31));
        await Database.Get<IWorkLeases>().TakeAsync(
            "delete-expired-contacts", "another", Clock.GetUtcNow().AddMinutes(1), Clock.GetUtcNow(), Cancelled);

        Assert.Equal(0, await Sweep.RunAsync(Cancelled));
        Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, await Sweep.RunAsync(Cancelled));
    }

    // As if the portal had died right after so many commits.
    private async Task DieAfterAsync(int commits)
    {
        using var death = new CancellationTokenSource();
        var count = 0;
        void Count(int _)
        {
            if (Interlocked.Increment(ref count) == commits)
            {
                death.Cancel();
            }
        }

        using var portal = new CommitCounter(ConnectionOf(Database.Open())) { Committed = Count };
        using var keys = new CommitCounter(ConnectionOf(Database.OpenKeys())) { Committed = Count };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Removal.RemoveExpiredAsync(Clock.GetUtcNow(), death.Token));
    }

    private static string ConnectionOf(DbContext context)
    {
        using (context)
        {
            return context.Database.GetConnectionString()!;
        }
    }

    private async Task<IReadOnlyList<DeletionCertificate>> CertificatesAsync() =>
        (await Database.Get<IDeletionQueries>().ListAsync(new PageRequest(), Cancelled)).Items;

    private Task<BuyerContact?> ContactAsync(string orderId) =>
        Database.Get<IContactVault>().OpenAsync(Channel.Id, orderId, Cancelled);

    private async Task<SalesOrder> OrderAsync(string orderId)
    {
        await using var db = Database.Open();
        return await db.SalesOrders.AsNoTracking().SingleAsync(order => order.AmazonOrderId == orderId, Cancelled);
    }

    private async Task ChangeAsync(string orderId, Action<SalesOrder> change)
    {
        var file = (await Database.Get<IOrderStore>().FindAsync((await OrderAsync(orderId)).Id, Cancelled))!;
        change(file.Order);
        await Database.Get<IOrderStore>().SaveAsync(file.Order, file.Packages, Cancelled);
    }

    private async Task<InMemoryAudit> ImportAsync(params IEnumerable<MarketplaceOrder> orders)
    {
        var context = AnAmazonOrder.Context(now: Clock.GetUtcNow()) with { WarehouseId = Warehouse.Id };
        var imports = new OrderImports(Database, _run, Channel, context);
        await imports.ImportAsync(orders);
        return imports.Audit;
    }

    public sealed class OnSqlite() : ExpiredContactTests(DatabaseProvider.Sqlite)
    {
        [Fact]
        [Trait("Row", "X2")]
        public async Task Not_a_byte_of_it_is_left_in_any_file()
        {
            byte[][] secrets;
            await using (var db = Database.Open())
            await using (var keys = Database.OpenKeys())
            {
                var order = await OrderAsync(Left);
                secrets =
                [
                    (await keys.DataKeys.SingleAsync(key => key.AmazonOrderId == Left, Cancelled)).Wrapped,
                    (await db.SealedContacts.SingleAsync(row => row.SalesOrderId == order.Id, Cancelled)).Ciphertext,
                    Encoding.UTF8.GetBytes(
                        (await db.Customers.SingleAsync(customer => customer.Id == order.CustomerId, Cancelled)).BuyerKey!),
                ];
            }

            Assert.All(secrets, secret => Assert.Contains(DataFiles.Of(Database).Values, file => DataFiles.Holds(file, secret)));
            Clock.SetUtcNow(LeftAt.AddDays(31));

            await Sweep.RunAsync(Cancelled);

            foreach (var (name, file) in DataFiles.Of(Database))
            {
                Assert.All(secrets, secret => Assert.False(DataFiles.Holds(file, secret), $"{name} still holds it."));
            }
        }
    }

    public sealed class OnSqlServer() : ExpiredContactTests(DatabaseProvider.SqlServer);
}
