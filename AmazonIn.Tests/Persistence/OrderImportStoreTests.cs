using System.Globalization;
using System.Text;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Persistence;

public abstract class OrderImportStoreTests(DatabaseProvider provider) : SellerTests(provider)
{
    private SyncRun _run = null!;

    private IOrderImportStore Store => Database.Get<IOrderImportStore>();

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        _run = await TakenAsync(SyncModule.Orders);
    }

    [Fact]
    [Trait("Row", "O1")]
    [Trait("Row", "O3")]
    public async Task Everything_of_an_order_comes_back_as_it_was_sent()
    {
        var sent = AnAmazonOrder.Unshipped() with
        {
            EasyShip = true,
            Business = true,
            ReplacesOrderId = "403-0000000-0000001",
            PaymentMethod = "CashOnDelivery",
            OrderCharges = 10.005m,
            ShipBy = AnAmazonOrder.Ordered.AddDays(2).AddTicks(1234567),
            Lines =
            [
                AnAmazonOrder.Line("00000000000001", "कुर्ता/L + \"नीला\" 👕") with
                {
                    UnitPrice = 0.0001m, Discount = 3.5m, GiftWrap = 1, Shipping = 40, OtherCharges = 2, Asin = "B0EXAMPLE1",
                },
                AnAmazonOrder.Line("00000000000002") with { Tax = null, Total = null, UnitPrice = null, ItemAmount = null },
            ],
        };
        var order = Build(sent);
        await SaveAsync(order);

        var found = (await LoadAsync(sent.OrderId))!;

        Assert.Equal(order.Id, found.Id);
        Assert.Equal(Describe(order), Describe(found));
        Assert.Equal(1, found.Version);
        Assert.Equal(found.Flags.Any(flag => flag.NeedsDecision), found.NeedsDecision);
        Assert.Equal(["00000000000001", "00000000000002"], found.Lines.Select(line => line.OrderItemId));
        Assert.Equal("कुर्ता/L + \"नीला\" 👕", found.Lines[0].Sku);
        Assert.Null(found.Lines[1].Tax);
    }

    [Fact]
    public async Task Row_written_in_bulk_equals_a_row_saved_by_EF()
    {
        var order = Build(AnAmazonOrder.Shipped() with { ShipBy = AnAmazonOrder.Ordered.AddDays(2) });
        await SaveAsync(order);
        await using var db = Database.Open();
        var before = await RawAsync(db);

        var tracked = await db.SalesOrders.Include(row => row.Lines).Include(row => row.Comments).SingleAsync(Cancelled);
        foreach (var entry in db.ChangeTracker.Entries().ToList())
        {
            foreach (var property in entry.Properties.Where(property => !property.Metadata.IsPrimaryKey()))
            {
                property.IsModified = true;
            }
        }

        await db.SaveChangesAsync(Cancelled);

        Assert.Equal(2, tracked.Version);
        Assert.Equal(before, await RawAsync(db));
    }

    [Fact]
    [Trait("Row", "H3")]
    public async Task New_order_carries_its_paid_comment_once()
    {
        var order = Build(AnAmazonOrder.Unshipped());
        await SaveAsync(order);
        var known = (await LoadAsync(order.AmazonOrderId!))!;
        known.Take(AnAmazonOrder.Shipped(), Context());
        await SaveAsync(known);

        await using var db = Database.Open();
        var comment = await db.OrderComments.SingleAsync(Cancelled);
        Assert.Equal(("Paid", CommentKind.System, order.Id), (comment.Text, comment.Kind, comment.SalesOrderId));
    }

    [Fact]
    public async Task Lines_that_Amazon_no_longer_names_are_removed_and_the_others_keep_their_ids()
    {
        var two = AnAmazonOrder.Unshipped() with { Lines = [AnAmazonOrder.Line("1"), AnAmazonOrder.Line("2")] };
        await SaveAsync(Build(two));
        await SaveAsync(Build(AnAmazonOrder.Unshipped("403-9")));
        var known = (await LoadAsync(two.OrderId))!;
        var kept = known.Lines[1].Id;
        known.Take(two with { Lines = [AnAmazonOrder.Line("2"), AnAmazonOrder.Line("3")], StatusText = "X" }, Context());
        await SaveAsync(known);

        var found = (await LoadAsync(two.OrderId))!;
        Assert.Equal([("2", 1), ("3", 2)], found.Lines.Select(line => (line.OrderItemId, line.LineNumber)));
        Assert.Equal(kept, found.Lines[0].Id);
        Assert.Equal(2, found.Version);
        Assert.Single((await LoadAsync("403-9"))!.Lines);
    }

    [Fact]
    [Trait("Row", "U1")]
    public async Task Orders_of_one_buyer_share_a_customer_and_guests_do_not()
    {
        var imports = Imports();
        var buyer = new BuyerContact { BuyerEmail = "Asha@marketplace.amazon.in " };
        await imports.ImportAsync(
            AnAmazonOrder.Unshipped("1") with { Contact = buyer },
            AnAmazonOrder.Unshipped("2") with
            {
                Contact = new BuyerContact { BuyerEmail = "asha@MARKETPLACE.amazon.in" },
                CreatedAt = AnAmazonOrder.Ordered.AddDays(-1),
            },
            AnAmazonOrder.Unshipped("3") with { Contact = null });
        await imports.ImportAsync(
            AnAmazonOrder.Unshipped("4") with { Contact = buyer, ShipToState = "Kerala", CreatedAt = AnAmazonOrder.Ordered.AddDays(1) });

        await using var db = Database.Open();
        var customers = await db.Customers.AsNoTracking().OrderBy(customer => customer.Id).ToListAsync(Cancelled);
        Assert.Equal(2, customers.Count);
        Assert.All(customers, customer => Assert.Equal("Amazon IN - Customer", customer.Name));
        Assert.Equal(AnAmazonOrder.Ordered.AddDays(-1), customers[0].FirstOrderAt);
        Assert.Equal(AnAmazonOrder.Ordered.AddDays(1), customers[0].LastOrderAt);
        Assert.Equal("Kerala", customers[0].PlaceOfSupply!.Name);
        Assert.Equal(3, await db.SalesOrders.CountAsync(order => order.CustomerId == customers[0].Id, Cancelled));
    }

    [Fact]
    public async Task Guest_who_turns_out_to_be_a_known_buyer_leaves_no_empty_customer()
    {
        var imports = Imports();
        await imports.ImportAsync(AnAmazonOrder.Unshipped("1") with { Contact = null });
        await imports.ImportAsync(AnAmazonOrder.Shipped(id: "1"));

        await using var db = Database.Open();
        var customer = await db.Customers.SingleAsync(Cancelled);
        Assert.StartsWith("buyer:", customer.BuyerKey, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_answer_without_the_buyer_keeps_the_customer()
    {
        var imports = Imports();
        await imports.ImportAsync(AnAmazonOrder.Unshipped("1"));
        await imports.ImportAsync(AnAmazonOrder.Shipped(id: "1") with { Contact = null });

        await using var db = Database.Open();
        Assert.StartsWith("buyer:", (await db.Customers.SingleAsync(Cancelled)).BuyerKey, StringComparison.Ordinal);
        Assert.Equal(OrderStatus.Fulfilled, (await LoadAsync("1"))!.Status);
    }

    [Fact]
    [Trait("Row", "O1")]
    public async Task Duplicate_and_shuffled_pages_end_in_the_same_state()
    {
        var random = new Random(20261123);
        var history = Enumerable.Range(1, 60)
            .SelectMany(number => History($"403-{number:D7}", random))
            .ToList();
        var imports = Imports();
        foreach (var page in history.OrderBy(order => order.UpdatedAt).Chunk(25))
        {
            await imports.ImportAsync(page);
        }

        var expected = await StateAsync(Database);
        for (var round = 0; round < 3; round++)
        {
            await using var other = await TestDatabase.CreateAsync(Database.Provider, Clock);
            var second = new OtherSeller(other);
            var shuffled = await second.ImportsAsync(Context());
            var pages = history.Concat(history).ToArray();
            random.Shuffle(pages);
            foreach (var page in pages.Chunk(random.Next(1, 40)))
            {
                await shuffled.ImportAsync(page);
            }

            Assert.Equal(expected, await StateAsync(other));
        }
    }

    [Fact]
    public async Task Page_that_fails_leaves_nothing_and_can_be_written_again()
    {
        var order = Build(AnAmazonOrder.Unshipped());
        var page = Page(order);
        var entries = page.Entries;
        await using (var db = Database.Open())
        {
            await db.Database.ExecuteSqlAsync(NoEntries(), Cancelled);
        }

        await Assert.ThrowsAnyAsync<Exception>(() => Store.SaveAsync(page, Cancelled));

        Assert.Equal(0, order.Id);
        Assert.Equal(0, order.Version);
        Assert.Null(order.CustomerId);
        Assert.All(order.Lines, line => Assert.Equal(0, line.Id));
        await using (var db = Database.Open())
        {
            Assert.Empty(await db.SalesOrders.ToListAsync(Cancelled));
            Assert.Empty(await db.Customers.ToListAsync(Cancelled));
            Assert.Equal(0, (await db.SyncRuns.SingleAsync(Cancelled)).PagesRead);
            await db.Database.ExecuteSqlAsync(EntriesAgain(), Cancelled);
        }

        await Store.SaveAsync(page with { Entries = entries }, Cancelled);

        Assert.NotEqual(0, order.Id);
        Assert.Equal(1, (await LoadAsync(order.AmazonOrderId!))!.Version);
    }

    [Fact]
    public async Task Order_that_somebody_changed_since_it_was_read_is_not_overwritten()
    {
        await SaveAsync(Build(AnAmazonOrder.Unshipped()));
        var mine = (await LoadAsync("403-1234567-1234567"))!;
        var theirs = (await LoadAsync("403-1234567-1234567"))!;
        theirs.Take(AnAmazonOrder.Cancelled(), Context());
        await SaveAsync(theirs);
        mine.Take(AnAmazonOrder.Shipped(), Context());

        await Assert.ThrowsAsync<ConcurrentChangeException>(() => SaveAsync(mine));

        Assert.Equal(OrderStatus.Void, (await LoadAsync("403-1234567-1234567"))!.Status);
    }

    [Fact]
    public async Task Run_and_entries_are_committed_with_the_page()
    {
        var order = Build(AnAmazonOrder.Unshipped());
        _run.RecordPage(1, 1, 2, 40, "page-2", Clock.GetUtcNow());
        var failed = SyncEntry.Not(EntryKind.Order, "403-7", "order.unreadable", "Amazon sent no date.");
        await Store.SaveAsync(
            new OrderImportPage(
                _run,
                [new ImportedOrder(order, Buyer("403-1"), null)],
                [],
                [SyncEntry.Of(EntryKind.Order, "403-1", EntryChange.Created), failed]),
            Cancelled);

        var run = (await Journal.FindAsync(_run.Id, Cancelled))!;
        Assert.Equal((1, 1, 2, 40, "page-2", 1), (
            run.Synced, run.NotSynced, run.PassedOver, run.ExpectedTotal, run.PageToken, run.PagesRead));
        await using var db = Database.Open();
        var entries = await db.SyncEntries.OrderBy(entry => entry.Outcome).ToListAsync(Cancelled);
        Assert.Equal(["403-7", "403-1"], entries.Select(entry => entry.Key));
        Assert.All(entries, entry => Assert.Equal(_run.Id, entry.RunId));
        Assert.Equal(["403-7"], await Journal.ListRetriesAsync(Channel.Id, SyncModule.Orders, Cancelled));
    }

    [Fact]
    public async Task Items_are_found_by_the_channels_links_first_and_never_against_a_persons_will()
    {
        await using (var db = Database.Open())
        {
            var items = new[] { "OWN", "LINKED-TARGET", "UNLINKED" }
                .Select(sku => new Item(sku, null, null, FulfilledBy.Merchant, Clock.GetUtcNow())).ToArray();
            db.AddRange(items);
            await db.SaveChangesAsync(Cancelled);
            var linked = new Listing(Channel.Id, "LISTED");
            linked.LinkAutomatically(items[1].Id);
            var unlinked = new Listing(Channel.Id, "UNLINKED");
            db.AddRange(linked, unlinked);
            db.Entry(unlinked).Property(listing => listing.Link).CurrentValue = ListingLink.Unlinked;
            await db.SaveChangesAsync(Cancelled);

            var found = await Store.FindItemsAsync(Channel.Id, ["OWN", "own", "LISTED", "UNLINKED", "NONE"], Cancelled);

            Assert.Equal(
                new Dictionary<string, long> { ["OWN"] = items[0].Id, ["LISTED"] = items[1].Id },
                found.ToDictionary());
        }
    }

    [Fact]
    public async Task Large_page_is_written_whole()
    {
        var orders = Enumerable.Range(1, 1200).Select(number => Build(AnAmazonOrder.Unshipped($"403-{number}"))).ToList();
        await Store.SaveAsync(Page([.. orders]), Cancelled);

        var found = await Store.LoadAsync(Channel.Id, [.. orders.Select(order => order.AmazonOrderId!)], Cancelled);
        foreach (var order in found.Values)
        {
            order.Take(AnAmazonOrder.Shipped(id: order.AmazonOrderId!), Context());
        }

        await Store.SaveAsync(Page([.. found.Values]), Cancelled);

        await using var db = Database.Open();
        Assert.Equal(1200, await db.SalesOrders.CountAsync(order => order.Status == OrderStatus.Fulfilled, Cancelled));
        Assert.Equal(1200, await db.OrderLines.CountAsync(Cancelled));
    }

    private static IEnumerable<MarketplaceOrder> History(string id, Random random)
    {
        var line = AnAmazonOrder.Line($"{id}-1");
        var order = AnAmazonOrder.Unshipped(id) with
        {
            Lines = [line],
            Contact = random.Next(3) == 0 ? null : new BuyerContact { BuyerEmail = $"buyer{random.Next(20)}@example.in" },
        };
        yield return order;
        for (var step = 1; step <= random.Next(1, 4); step++)
        {
            order = order with
            {
                UpdatedAt = order.UpdatedAt.AddMinutes(random.Next(1, 500)),
                ShipToState = random.Next(2) == 0 ? "Kerala" : "Karnataka",
                Lines = step % 2 == 0 ? [line] : [line with { QuantityFulfilled = step }, line with { OrderItemId = $"{id}-2" }],
                Status = step == 3 ? MarketplaceOrderStatus.Shipped : MarketplaceOrderStatus.PartiallyShipped,
                ShippedAt = step == 3 ? order.UpdatedAt : null,
            };
            yield return order;
        }
    }

    // Ids, versions and what depends on the moment of the import are left out.
    private static async Task<string> StateAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var orders = await db.SalesOrders.AsNoTracking().Include(order => order.Lines)
            .OrderBy(order => order.AmazonOrderId).ToListAsync(Cancelled);
        var customers = await db.Customers.AsNoTracking().ToDictionaryAsync(customer => customer.Id, Cancelled);
        var comments = await db.OrderComments.CountAsync(Cancelled);
        return $"{comments} comments\n" + string.Join('\n', orders.Select(order => Describe(order)
            + $"{Buyers(customers[order.CustomerId!.Value])}"));

        static string Buyers(Customer customer) =>
            customer.BuyerKey!.StartsWith("order:", StringComparison.Ordinal) ? customer.BuyerKey : "buyer";
    }

    private static string Describe(SalesOrder order) => string.Join('|', typeof(SalesOrder).GetProperties()
        .Where(property => property.Name is not (nameof(SalesOrder.Id) or nameof(SalesOrder.Number)
            or nameof(SalesOrder.Version) or nameof(SalesOrder.CustomerId) or nameof(SalesOrder.Lines)
            or nameof(SalesOrder.Comments) or nameof(SalesOrder.Flags) or nameof(SalesOrder.HasContact)))
        .Select(property => $"{property.Name}={Plain(property.GetValue(order))}"))
        + string.Join(';', order.Flags)
        + string.Join('\n', order.Lines.OrderBy(line => line.LineNumber).Select(line => string.Join('|',
            typeof(OrderLine).GetProperties()
                .Where(property => property.Name is not (nameof(OrderLine.Id) or nameof(OrderLine.SalesOrderId)
                    or nameof(OrderLine.Taxes)))
                .Select(property => $"{property.Name}={Plain(property.GetValue(line))}"))));

    private static string? Plain(object? value) => value switch
    {
        decimal amount => amount.ToString("0.0000", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };

    private static async Task<string> RawAsync(PortalDbContext db)
    {
        var text = new StringBuilder();
        await db.Database.OpenConnectionAsync(Cancelled);
        foreach (var table in new[] { "SalesOrders", "OrderLines", "OrderComments" })
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Table names of this method.
            command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(Cancelled);
            while (await reader.ReadAsync(Cancelled))
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    if (reader.GetName(column) != "Version")
                    {
                        text.Append(CultureInfo.InvariantCulture, $"{reader.GetValue(column)}|");
                    }
                }
            }
        }

        return text.ToString();
    }

    // A fault at the very end of the transaction.
    private FormattableString NoEntries() => Database.Provider == DatabaseProvider.Sqlite
        ? (FormattableString)$"CREATE TRIGGER NoEntries BEFORE INSERT ON SyncEntries BEGIN SELECT RAISE(ABORT, 'none'); END"
        : $"ALTER TABLE SyncEntries WITH NOCHECK ADD CONSTRAINT NoEntries CHECK (1 = 0)";

    private FormattableString EntriesAgain() => Database.Provider == DatabaseProvider.Sqlite
        ? (FormattableString)$"DROP TRIGGER NoEntries"
        : $"ALTER TABLE SyncEntries DROP CONSTRAINT NoEntries";

    private ImportContext Context() => AnAmazonOrder.Context() with { WarehouseId = Warehouse.Id };

    private OrderImports Imports() => new(Database, _run, Channel, Context());

    private SalesOrder Build(MarketplaceOrder order) =>
        SalesOrder.FromAmazon(Channel.Id, order, OrderFingerprint.Of(order), Context());

    private Customer Buyer(string key) => new(Channel.Id, "Amazon IN", $"order:{key}", Clock.GetUtcNow());

    private OrderImportPage Page(params SalesOrder[] orders)
    {
        _run.RecordPage(orders.Length, 0, 0, null, null, Clock.GetUtcNow());
        return new OrderImportPage(
            _run,
            [.. orders.Select(order => new ImportedOrder(
                order, order.CustomerId is null ? Buyer(order.AmazonOrderId!) : null, null))],
            [],
            [.. orders.Select(order => SyncEntry.Of(EntryKind.Order, order.AmazonOrderId!, EntryChange.Created))]);
    }

    private Task SaveAsync(params SalesOrder[] orders) => Store.SaveAsync(Page(orders), Cancelled);

    private async Task<SalesOrder?> LoadAsync(string id) =>
        (await Store.LoadAsync(Channel.Id, [id], Cancelled)).GetValueOrDefault(id);

    public sealed class OnSqlite() : OrderImportStoreTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : OrderImportStoreTests(DatabaseProvider.SqlServer);
}
