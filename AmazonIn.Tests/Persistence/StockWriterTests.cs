using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Persistence;

/// <summary>What orders and listings do to stock, through the real importers and stores.</summary>
public abstract class StockWriterTests(DatabaseProvider provider) : SellerTests(provider)
{
    private const string Sku = "KURTA-M-BLUE";

    // Before every order of the tests, so that they all count.
    private static readonly DateTimeOffset Opened = AnAmazonOrder.Ordered.AddDays(-1);

    private SyncRun _items = null!;
    private OrderImports _orders = null!;

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        _items = await TakenAsync(SyncModule.Items);
        _orders = new OrderImports(Database, await TakenAsync(SyncModule.Orders), Channel, Context());
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Imported_order_reserves_a_shipped_one_consumes_and_a_cancelled_one_releases()
    {
        await ListAsync(10);
        await _orders.ImportAsync(AnAmazonOrder.Unshipped("1"), AnAmazonOrder.Unshipped("2"), AnAmazonOrder.Unshipped("3"));
        Assert.Equal((10, 3), await StockAsync());

        await _orders.ImportAsync(AnAmazonOrder.Shipped(id: "1") with { Lines = [Fulfilled()] });
        Assert.Equal((9, 2), await StockAsync());

        await _orders.ImportAsync(AnAmazonOrder.Cancelled(id: "2"));
        Assert.Equal((9, 1), await StockAsync());
        await AddsUpAsync();
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Order_told_again_or_late_moves_nothing()
    {
        await ListAsync(10);
        await _orders.ImportAsync(AnAmazonOrder.Shipped() with { Lines = [Fulfilled()] });

        await _orders.ImportAsync(AnAmazonOrder.Shipped() with { Lines = [Fulfilled()] });
        await _orders.ImportAsync(AnAmazonOrder.Unshipped());

        Assert.Equal((9, 0), await StockAsync());
        Assert.Equal(2, await MovementsAsync());
    }

    [Fact]
    [Trait("Row", "I4")]
    public async Task Orders_that_Amazon_fulfils_touch_nothing()
    {
        await ListAsync(10);

        await _orders.ImportAsync(
            AnAmazonOrder.Unshipped("1") with { FulfilledBy = FulfilledBy.Amazon },
            AnAmazonOrder.Shipped(id: "2") with { FulfilledBy = FulfilledBy.Amazon },
            AnAmazonOrder.Pending("3") with { FulfilledBy = FulfilledBy.Amazon });

        Assert.Equal((10, 0), await StockAsync());
        Assert.Equal(1, await MovementsAsync());
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Pending_order_reserves_without_being_a_sales_order_and_moves_nothing_when_it_becomes_one()
    {
        await ListAsync(1);
        await _orders.ImportAsync(AnAmazonOrder.Pending());
        Assert.Equal((1, 1), await StockAsync());
        await using (var db = Database.Open())
        {
            Assert.Equal(0, await db.SalesOrders.CountAsync(Cancelled));
        }

        var moved = await MovementsAsync();
        await _orders.ImportAsync(AnAmazonOrder.Unshipped() with { UpdatedAt = AnAmazonOrder.Ordered.AddHours(2) });

        Assert.Equal((1, 1), await StockAsync());
        Assert.Equal(moved, await MovementsAsync());
        await using (var db = Database.Open())
        {
            Assert.Equal(1, await db.SalesOrders.CountAsync(Cancelled));
        }
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Pending_order_that_is_cancelled_releases_also_when_the_answer_names_no_lines()
    {
        await ListAsync(5);
        await _orders.ImportAsync(AnAmazonOrder.Pending("1"), AnAmazonOrder.Pending("2"));
        Assert.Equal((5, 2), await StockAsync());

        await _orders.ImportAsync(
            AnAmazonOrder.Cancelled(id: "1"),
            AnAmazonOrder.Cancelled(id: "2") with { Lines = [] });

        Assert.Equal((5, 0), await StockAsync());
        await AddsUpAsync();
    }

    [Fact]
    [Trait("Row", "O2")]
    public async Task Shipped_order_that_the_preference_leaves_out_consumes_all_the_same()
    {
        await ListAsync(5);
        var confirmedOnly = new OrderImports(
            Database, await OrdersRunAsync(), Channel, Context() with { Preference = OrderPreference.Confirmed });

        await confirmedOnly.ImportAsync(AnAmazonOrder.Shipped() with { Lines = [Fulfilled()] });

        await using var db = Database.Open();
        Assert.Equal(0, await db.SalesOrders.CountAsync(Cancelled));
        Assert.Equal((4, 0), await StockAsync());
    }

    [Fact]
    [Trait("Row", "I4")]
    public async Task Opening_stock_with_open_orders_leaves_as_many_available_as_Amazon_offers()
    {
        await ListAsync(null);
        await _orders.ImportAsync(AnAmazonOrder.Unshipped("1"), AnAmazonOrder.Pending("2"));
        Assert.Equal((0, 2), await StockAsync());

        await ListAsync(7, known: true);

        Assert.Equal((9, 2), await StockAsync());
        await AddsUpAsync();
    }

    [Fact]
    [Trait("Row", "I4")]
    public async Task Orders_of_before_the_opening_stock_that_come_after_it_leave_what_Amazon_offers_too()
    {
        await ListAsync(7, at: AnAmazonOrder.Ordered.AddDays(2));

        await _orders.ImportAsync(
            AnAmazonOrder.Unshipped("1"),
            AnAmazonOrder.Shipped(id: "2") with { Lines = [Fulfilled()] });

        Assert.Equal((8, 1), await StockAsync());
        await AddsUpAsync();
    }

    [Fact]
    [Trait("Row", "I4")]
    public async Task Item_that_was_never_counted_is_not_sent_whatever_is_reserved_of_it()
    {
        await ListAsync(null);

        await _orders.ImportAsync(AnAmazonOrder.Unshipped());

        await using var db = Database.Open();
        Assert.Equal(0, await db.StockPushes.CountAsync(Cancelled));
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Every_change_marks_the_item_for_sending_once_a_listing()
    {
        await ListAsync(7);
        await using (var db = Database.Open())
        {
            Assert.Equal(0, await db.StockPushes.CountAsync(Cancelled));
        }

        await _orders.ImportAsync(AnAmazonOrder.Unshipped("1"), AnAmazonOrder.Unshipped("2"));
        await _orders.ImportAsync(AnAmazonOrder.Unshipped("3"));

        await using var after = Database.Open();
        var push = await after.StockPushes.SingleAsync(Cancelled);
        Assert.Equal((Channel.Id, true, 2L), (push.ChannelId, push.Due, push.Change));
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Second_channels_listing_of_an_item_with_stock_is_marked_to_be_told()
    {
        await ListAsync(7);
        await FinishAsync(_items);

        var second = await ConnectAsync("A2DEMOSELLERIN");
        _items = await RunOfAsync(second);
        await ListAsync(3, known: true, channel: second);

        await using var db = Database.Open();
        var push = await db.StockPushes.SingleAsync(Cancelled);
        Assert.Equal((second.Id, true), (push.ChannelId, push.Due));
        Assert.Equal((7, 0), await StockAsync());
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Listing_that_waited_for_another_channels_count_is_told_it()
    {
        await ListAsync(null);
        await FinishAsync(_items);

        var second = await ConnectAsync("A2DEMOSELLERIN");
        _items = await RunOfAsync(second);
        await ListAsync(7, known: true, channel: second);

        await using var db = Database.Open();
        var push = await db.StockPushes.SingleAsync(Cancelled);
        Assert.Equal((Channel.Id, true), (push.ChannelId, push.Due));
    }

    [Fact]
    [Trait("Row", "I3")]
    public async Task Listing_that_comes_after_its_orders_makes_them_reserve()
    {
        await _orders.ImportAsync(AnAmazonOrder.Unshipped("1"), AnAmazonOrder.Unshipped("2"));
        await using (var db = Database.Open())
        {
            Assert.Equal(0, await db.StockClaims.CountAsync(Cancelled));
        }

        await ListAsync(7, at: AnAmazonOrder.Ordered.AddDays(2));

        Assert.Equal((9, 2), await StockAsync());
        await AddsUpAsync();
    }

    [Fact]
    [Trait("Row", "W2")]
    public async Task Shipped_order_without_a_sales_order_stays_where_it_left_when_the_mapping_changes()
    {
        await ListAsync(5);
        var store = Database.Get<IWarehouseStore>();
        var other = new Warehouse("Mumbai", isPrimary: false, Clock.GetUtcNow());
        await store.AddAsync(other, Cancelled);
        var run = await OrdersRunAsync();
        var context = Context() with { Preference = OrderPreference.Confirmed };
        var shipped = AnAmazonOrder.Shipped() with { Lines = [Fulfilled()] };
        await new OrderImports(Database, run, Channel, context).ImportAsync(shipped);

        await new OrderImports(Database, run, Channel, context with { WarehouseId = other.Id })
            .ImportAsync(shipped with { UpdatedAt = shipped.UpdatedAt.AddDays(1) });

        Assert.Equal((4, 0), await StockAsync());
        await AddsUpAsync();
    }

    private static MarketplaceOrderLine Fulfilled() => AnAmazonOrder.Line() with { QuantityFulfilled = 1 };

    private ImportContext Context() => AnAmazonOrder.Context() with { WarehouseId = Warehouse.Id };

    // The run that the test began with goes on; a page needs one that is held.
    private async Task<SyncRun> OrdersRunAsync()
    {
        await using var db = Database.Open();
        var id = await db.SyncRuns.Where(run => run.Module == SyncModule.Orders).Select(run => run.Id).SingleAsync(Cancelled);
        return (await Journal.FindAsync(id, Cancelled))!;
    }

    private async Task<SyncRun> RunOfAsync(SalesChannel channel)
    {
        await Journal.RequestAsync(
            new SyncRun(channel.Id, SyncModule.Items, RunTrigger.Manual, "Asha", Clock.GetUtcNow()), Cancelled);
        return (await Journal.TryTakeAsync("here", TimeSpan.FromMinutes(1), Clock.GetUtcNow(), Cancelled))!;
    }

    /// <summary>The listing as a sync of the channel brings it, with Amazon's quantity as opening stock.</summary>
    private async Task ListAsync(
        int? quantity, bool known = false, SalesChannel? channel = null, DateTimeOffset? at = null)
    {
        channel ??= Channel;
        var store = Database.Get<IItemImportStore>();
        var catalog = await store.LoadAsync(channel.Id, [Sku], [], Cancelled);
        var listing = catalog.Listings.GetValueOrDefault(Sku) ?? new Listing(channel.Id, Sku);
        listing.Update(new ListingFacts(
            "B0EXAMPLE1", "Cotton kurta", ListingState.Active, FulfilledBy.Merchant, "DEFAULT", quantity, 499.00m, null,
            TestDatabase.Start));
        var item = known ? catalog.Items[Sku] : new Item(Sku, "Cotton kurta", "B0EXAMPLE1", FulfilledBy.Merchant, Clock.GetUtcNow());
        _items.RecordPage(1, 0, 0, null, null, Clock.GetUtcNow());
        await store.SaveAsync(
            new ItemImportPage(
                _items,
                [],
                [item],
                [listing],
                [],
                quantity is { } units ? [new OpeningStock(Sku, Warehouse.Id, units, "Opening stock", at ?? Opened)] : [],
                []),
            Cancelled);
    }

    private async Task<(int OnHand, int Reserved)> StockAsync()
    {
        await using var db = Database.Open();
        var balance = await db.StockBalances.SingleAsync(Cancelled);
        return (balance.OnHand, balance.Reserved);
    }

    private async Task<int> MovementsAsync()
    {
        await using var db = Database.Open();
        return await db.StockMovements.CountAsync(Cancelled);
    }

    private async Task AddsUpAsync()
    {
        await using var db = Database.Open();
        var movements = await db.StockMovements.ToListAsync(Cancelled);
        var claims = await db.StockClaims.ToListAsync(Cancelled);
        foreach (var balance in await db.StockBalances.ToListAsync(Cancelled))
        {
            var here = movements.Where(line => line.WarehouseId == balance.WarehouseId && line.ItemId == balance.ItemId).ToList();
            Assert.Equal(
                (here.Sum(line => line.OnHand), here.Sum(line => line.Reserved)), (balance.OnHand, balance.Reserved));
            Assert.Equal(
                claims.Where(claim => claim.WarehouseId == balance.WarehouseId && claim.ItemId == balance.ItemId)
                    .Sum(claim => claim.Reserved),
                balance.Reserved);
        }
    }

    public sealed class OnSqlite() : StockWriterTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : StockWriterTests(DatabaseProvider.SqlServer);
}
