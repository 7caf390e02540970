using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Listings;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.Persistence.Queries;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.UseCases.Listings;

/// <summary>A person decides which item a listing sells, and open orders and the outbox follow.</summary>
public abstract class LinkListingTests(DatabaseProvider provider) : QueryTests(provider)
{
    private static readonly Actor Manager = new("user:7", "Asha", Role.Manager.Permissions);

    private readonly Bell _bell = new();
    private Item _kurta = null!;
    private Item _other = null!;
    private Listing _listing = null!;

    private IListingStore Listings => Database.Get<IListingStore>();

    private LinkListing Link => new(Listings, Database.Get<IItemQueries>(), _bell);

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        _kurta = await AddItemAsync("KURTA-M-BLUE", "Cotton kurta");
        _other = await AddItemAsync("KURTA-OLD", "Cotton kurta, old SKU");
        _listing = await AddListingAsync(_kurta);
        await StockAsync(_kurta, onHand: 10);
        await StockAsync(_other, onHand: 5);
        await using (var db = Database.Open())
        {
            await db.Items.ExecuteUpdateAsync(set => set.SetProperty(item => item.OpeningStockAt, Clock.GetUtcNow()), Cancelled);
        }

        await ImportAsync(AnAmazonOrder.Unshipped());
    }

    [Fact]
    [Trait("Row", "I3")]
    public async Task Linking_moves_open_orders_and_marks_the_items_quantity_to_be_sent()
    {
        Assert.Equal((1, 0), (await ReservedAsync(_kurta), await ReservedAsync(_other)));
        await SentAsync();

        var linked = await Link.RunAsync(Manager, _listing.Id, _other.Id, Cancelled);

        Assert.Equal(new ChangedLink(_other.Id, 1), linked.Value);
        Assert.Equal((0, 1), (await ReservedAsync(_kurta), await ReservedAsync(_other)));
        var listing = (await Listings.FindAsync(_listing.Id, Cancelled))!;
        Assert.Equal((_other.Id, ListingLink.ByHand), (listing.ItemId, listing.Link));
        Assert.True(await DueAsync());
        Assert.Equal(1, _bell.Rung);
    }

    [Fact]
    [Trait("Row", "I3")]
    public async Task Who_read_an_order_before_its_item_changed_does_not_write_the_old_one_back()
    {
        await using var db = Database.Open();
        var orders = Database.Get<IOrderStore>();
        var file = (await orders.FindAsync(await db.SalesOrders.Select(order => order.Id).SingleAsync(Cancelled), Cancelled))!;

        await Link.RunAsync(Manager, _listing.Id, _other.Id, Cancelled);

        await Assert.ThrowsAsync<ConcurrentChangeException>(
            () => orders.SaveAsync(file.Order, file.Packages, Cancelled));
        Assert.Equal((0, 1), (await ReservedAsync(_kurta), await ReservedAsync(_other)));
    }

    [Fact]
    [Trait("Row", "I3")]
    public async Task An_unlinked_listing_holds_nothing_sends_nothing_and_stays_so_through_a_sync()
    {
        var unlinked = await new UnlinkListing(Listings, _bell).RunAsync(Manager, _listing.Id, Cancelled);
        await ImportAsync(AnAmazonOrder.Unshipped("403-0000000-0000002"));

        Assert.Equal(new ChangedLink(null, 1), unlinked.Value);
        Assert.Equal(0, await ReservedAsync(_kurta));
        Assert.False(await DueAsync());
        Assert.Equal(ListingLink.Unlinked, (await Listings.FindAsync(_listing.Id, Cancelled))!.Link);
        await using var db = Database.Open();
        Assert.True(await db.OrderLines.AllAsync(line => line.ItemId == null, Cancelled));
    }

    [Fact]
    [Trait("Row", "I3")]
    public async Task Linking_by_SKU_takes_a_decision_back()
    {
        await new IgnoreListing(Listings, _bell).RunAsync(Manager, _listing.Id, Cancelled);
        Assert.Equal(ListingLink.Ignored, (await Listings.FindAsync(_listing.Id, Cancelled))!.Link);

        var back = await new RelinkBySku(Listings, _bell).RunAsync(Manager, _listing.Id, Cancelled);

        Assert.Equal(new ChangedLink(_kurta.Id, 1), back.Value);
        Assert.Equal(1, await ReservedAsync(_kurta));
        Assert.Equal(ListingLink.Automatic, (await Listings.FindAsync(_listing.Id, Cancelled))!.Link);
    }

    [Fact]
    [Trait("Row", "I3")]
    public async Task Closed_orders_and_other_channels_are_left_alone()
    {
        await ImportAsync(AnAmazonOrder.Unshipped() with
        {
            Status = MarketplaceOrderStatus.Shipped,
            StatusText = "SHIPPED",
            UpdatedAt = AnAmazonOrder.Ordered.AddDays(1),
        });

        var linked = await Link.RunAsync(Manager, _listing.Id, _other.Id, Cancelled);

        Assert.Equal(0, linked.Value?.OpenOrders);
        await using var db = Database.Open();
        Assert.Equal(_kurta.Id, (await db.OrderLines.SingleAsync(Cancelled)).ItemId);
    }

    [Fact]
    [Trait("Row", "I3")]
    public async Task Listings_are_found_by_how_they_stand()
    {
        var queries = Database.Get<IListingQueries>();
        await AddListingAsync(null, "NOBODYS");
        await new IgnoreListing(Listings, _bell).RunAsync(Manager, _listing.Id, Cancelled);

        var unlinked = await queries.ListAsync(new(Standing: ListingStanding.Unlinked), new(), Cancelled);
        var ignored = await queries.ListAsync(new(Standing: ListingStanding.Ignored), new(), Cancelled);
        var linked = await queries.ListAsync(new(Search: "kurta", Standing: ListingStanding.Linked), new(), Cancelled);

        Assert.Equal("NOBODYS", Assert.Single(unlinked.Items).Sku);
        Assert.Equal((_listing.Id, "Amazon IN"), (ignored.Items[0].Id, ignored.Items[0].ChannelName));
        Assert.Empty(linked.Items);
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task Only_who_may_change_the_inventory_decides()
    {
        var viewer = new Actor("user:8", "Ravi", Role.Viewer.Permissions);

        Assert.Equal(ErrorKind.Forbidden, (await Link.RunAsync(viewer, _listing.Id, _other.Id, Cancelled)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await Link.RunAsync(Manager, 999, _other.Id, Cancelled)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await Link.RunAsync(Manager, _listing.Id, 999, Cancelled)).Error?.Kind);
        Assert.Equal(0, _bell.Rung);
    }

    private async Task ImportAsync(MarketplaceOrder order)
    {
        var run = await TakenAsync(SyncModule.Orders);
        await new OrderImports(Database, run, Channel, AnAmazonOrder.Context() with { WarehouseId = Warehouse.Id })
            .ImportAsync(order);
        await FinishAsync(run);
    }

    private async Task<int> ReservedAsync(Item item)
    {
        await using var db = Database.Open();
        return (await db.StockBalances.SingleAsync(row => row.ItemId == item.Id, Cancelled)).Reserved;
    }

    // As if everything that waited had gone out.
    private async Task SentAsync()
    {
        await using var db = Database.Open();
        await db.StockPushes.ExecuteUpdateAsync(set => set.SetProperty(push => push.Due, false), Cancelled);
    }

    private async Task<bool> DueAsync()
    {
        await using var db = Database.Open();
        return await db.StockPushes.AnyAsync(push => push.ListingId == _listing.Id && push.Due, Cancelled);
    }

    public sealed class OnSqlite() : LinkListingTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : LinkListingTests(DatabaseProvider.SqlServer);
}
