using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Persistence;

public abstract class ItemImportStoreTests(DatabaseProvider provider) : SellerTests(provider)
{
    private SyncRun _run = null!;

    private IItemImportStore Store => Database.Get<IItemImportStore>();

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        _run = await TakenAsync(SyncModule.Items);
    }

    [Fact]
    [Trait("Row", "I1")]
    [Trait("Row", "I4")]
    [Trait("Row", "I5")]
    public async Task New_listing_becomes_an_item_with_opening_stock_and_a_ledger_line()
    {
        const string sku = "कुर्ता/L + \"नीला\" 👕";
        await SaveAsync(AListing(sku), AnItem(sku), new OpeningStock(sku, Warehouse.Id, 7, "Opening stock from Amazon IN", Clock.GetUtcNow()));

        var known = await LoadAsync(sku);
        var item = known.Items[sku];
        Assert.Equal(item.Id, known.Listings[sku].ItemId);
        Assert.True(item.OpeningStockTaken);
        await using var db = Database.Open();
        var movement = await db.StockMovements.SingleAsync(Cancelled);
        var balance = await db.StockBalances.SingleAsync(Cancelled);
        Assert.Equal((item.Id, 7, MovementKind.Opening), (movement.ItemId, movement.OnHand, movement.Kind));
        Assert.Equal((item.Id, Warehouse.Id, 7, 0), (balance.ItemId, balance.WarehouseId, balance.OnHand, balance.Reserved));
    }

    [Fact]
    [Trait("Row", "I4")]
    public async Task Opening_stock_is_taken_once_whatever_the_page_says()
    {
        var stock = new OpeningStock("A", Warehouse.Id, 7, "Opening", Clock.GetUtcNow());
        await SaveAsync(AListing("A"), AnItem("A"), stock);
        var known = await LoadAsync("A");

        await SaveAsync(known.Listings["A"], known.Items["A"], stock with { Quantity = 9 });

        await using var db = Database.Open();
        Assert.Equal(7, (await db.StockBalances.SingleAsync(Cancelled)).OnHand);
        Assert.Equal(1, await db.StockMovements.CountAsync(Cancelled));
    }

    [Fact]
    [Trait("Row", "I3")]
    public async Task Item_that_another_channel_added_meanwhile_is_linked_and_not_doubled()
    {
        var second = await ConnectAsync("A2DEMOSELLERIN");
        var planned = (Listing: AListing("A"), Item: AnItem("A"));
        var other = AListing("A", second.Id);
        await FinishAsync(_run);
        await Journal.RequestAsync(
            new SyncRun(second.Id, SyncModule.Items, RunTrigger.Manual, "Asha", Clock.GetUtcNow()), Cancelled);
        _run = (await Journal.TryTakeAsync("here", TimeSpan.FromMinutes(1), Clock.GetUtcNow(), Cancelled))!;
        await SaveAsync(other, AnItem("A"), new OpeningStock("A", Warehouse.Id, 7, "Opening", Clock.GetUtcNow()));
        await FinishAsync(_run);
        _run = await TakenAsync(SyncModule.Items);

        await SaveAsync(planned.Listing, planned.Item, new OpeningStock("A", Warehouse.Id, 5, "Opening", Clock.GetUtcNow()));

        await using var db = Database.Open();
        var item = await db.Items.SingleAsync(Cancelled);
        Assert.True(item.OpeningStockTaken);
        Assert.Equal(7, (await db.StockBalances.SingleAsync(Cancelled)).OnHand);
        Assert.All(await db.Listings.ToListAsync(Cancelled), listing => Assert.Equal(item.Id, listing.ItemId));
        Assert.Equal(2, await db.Listings.CountAsync(Cancelled));
    }

    [Fact]
    public async Task Older_copy_of_an_item_does_not_forget_that_its_stock_was_taken()
    {
        await SaveAsync(AListing("A"), AnItem("A"));
        var stale = await LoadAsync("A");
        await SaveAsync(stale.Listings["A"], AnItem("A"), new OpeningStock("A", Warehouse.Id, 7, "Opening", Clock.GetUtcNow()));
        Assert.False(stale.Items["A"].OpeningStockTaken);

        await SaveAsync(stale.Listings["A"], stale.Items["A"]);

        Assert.True((await LoadAsync("A")).Items["A"].OpeningStockTaken);
    }

    [Fact]
    [Trait("Row", "I2")]
    public async Task Members_join_their_group_also_when_it_came_earlier()
    {
        var group = new ItemGroup(Channel.Id, "PARENT", "Kurta", ["Size", "Colour"], Clock.GetUtcNow());
        await SaveAsync(Page() with
        {
            Groups = [group],
            Items = [AnItem("A")],
            Listings = [AListing("A")],
            Memberships = [new GroupMembership("A", "PARENT", ["L", "Blue"])],
        });
        await SaveAsync(Page() with
        {
            Items = [AnItem("B")],
            Listings = [AListing("B")],
            Memberships = [new GroupMembership("B", "PARENT", ["M", null])],
        });

        var known = await LoadAsync("A", "B");
        Assert.Equal(group.Id, known.Groups["PARENT"].Id);
        Assert.Equal((group.Id, "L", "Blue"), (known.Items["A"].ItemGroupId, known.Items["A"].Value1, known.Items["A"].Value2));
        Assert.Equal((group.Id, "M", null), (known.Items["B"].ItemGroupId, known.Items["B"].Value1, known.Items["B"].Value2));
    }

    [Fact]
    [Trait("Row", "I3")]
    public async Task Persons_link_is_left_alone()
    {
        await SaveAsync(AListing("A"), AnItem("A"));
        await SaveAsync(AListing("B"), AnItem("B"));
        var known = await LoadAsync("A", "B");
        await using (var db = Database.Open())
        {
            await db.Listings.Where(listing => listing.Sku == "B").ExecuteUpdateAsync(
                set => set
                    .SetProperty(listing => listing.Link, ListingLink.ByHand)
                    .SetProperty(listing => listing.ItemId, known.Items["A"].Id),
                Cancelled);
        }

        var again = await LoadAsync("B");
        await SaveAsync(again.Listings["B"], again.Items["B"]);

        Assert.Equal(known.Items["A"].Id, (await LoadAsync("B")).Listings["B"].ItemId);
    }

    [Fact]
    public async Task Order_lines_that_waited_for_their_item_are_linked()
    {
        var sku = AnAmazonOrder.Line().Sku;
        await FinishAsync(_run);
        var orders = await TakenAsync(SyncModule.Orders);
        var order = SalesOrder.FromAmazon(
            Channel.Id, AnAmazonOrder.Unshipped(), "x", AnAmazonOrder.Context() with { WarehouseId = Warehouse.Id });
        orders.RecordPage(1, 0, 0, null, null, Clock.GetUtcNow());
        var customer = new Customer(Channel.Id, "Amazon IN", "order:1", Clock.GetUtcNow());
        await Database.Get<IOrderImportStore>().SaveAsync(
            new OrderImportPage(orders, [new ImportedOrder(order, customer, null)], [], []), Cancelled);
        await FinishAsync(orders);
        _run = await TakenAsync(SyncModule.Items);

        await SaveAsync(AListing(sku), AnItem(sku));

        await using var db = Database.Open();
        Assert.Equal((await LoadAsync(sku)).Items[sku].Id, (await db.OrderLines.SingleAsync(Cancelled)).ItemId);
    }

    [Fact]
    [Trait("Row", "I5")]
    public async Task Skus_that_differ_in_case_or_in_a_blank_are_different_items()
    {
        await SaveAsync(Page() with
        {
            Items = [AnItem("kurta"), AnItem("KURTA"), AnItem("KURTA ")],
            Listings = [AListing("kurta"), AListing("KURTA"), AListing("KURTA ")],
        });

        var known = await LoadAsync("kurta", "KURTA", "KURTA ", "Kurta");
        Assert.Equal(3, known.Items.Count);
        Assert.NotEqual(known.Listings["KURTA "].ItemId, known.Listings["KURTA"].ItemId);
        Assert.NotEqual(known.Listings["kurta"].ItemId, known.Listings["KURTA"].ItemId);
    }

    private static ListingFacts Facts => new(
        "B0EXAMPLE1", "Cotton kurta", ListingState.Active, FulfilledBy.Merchant, "DEFAULT", 7, 499.00m, null, TestDatabase.Start);

    private Item AnItem(string sku) => new(sku, "Cotton kurta", "B0EXAMPLE1", FulfilledBy.Merchant, Clock.GetUtcNow());

    private Listing AListing(string sku, long? channelId = null)
    {
        var listing = new Listing(channelId ?? Channel.Id, sku);
        listing.Update(Facts);
        return listing;
    }

    private ItemImportPage Page() => new(_run, [], [], [], [], [], []);

    private Task SaveAsync(Listing listing, Item item, params OpeningStock[] stock) =>
        SaveAsync(Page() with { Items = [item], Listings = [listing], OpeningStock = stock });

    private Task SaveAsync(ItemImportPage page)
    {
        page.Run.RecordPage(page.Listings.Count, 0, 0, null, null, Clock.GetUtcNow());
        return Store.SaveAsync(page, Cancelled);
    }

    private Task<KnownCatalog> LoadAsync(params string[] skus) => Store.LoadAsync(Channel.Id, skus, ["PARENT"], Cancelled);

    public sealed class OnSqlite() : ItemImportStoreTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : ItemImportStoreTests(DatabaseProvider.SqlServer);
}
