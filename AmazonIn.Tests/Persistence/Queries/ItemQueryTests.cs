using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Stock;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Queries;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Persistence.Queries;

public abstract class ItemQueryTests(DatabaseProvider provider) : QueryTests(provider)
{
    private static readonly SortBy<ItemSort> BySku = new(ItemSort.Sku);

    private IItemQueries Items => Database.Get<IItemQueries>();

    [Fact]
    public async Task Empty_database_gives_an_empty_page()
    {
        var page = await ListAsync(new ItemFilter());

        Assert.Empty(page.Items);
        Assert.Equal(0, page.Total);
        Assert.Null(await Items.FindAsync(1, Cancelled));
        Assert.Null(await Items.FindDetailsAsync(1, Cancelled));
    }

    [Fact]
    public async Task A_row_has_the_stock_of_all_warehouses_and_the_listings_of_all_channels()
    {
        var other = await ConnectAsync("A2DEMOSELLERIN");
        var delhi = await AddAsync(new Warehouse("Delhi", isPrimary: false, Clock.GetUtcNow()));
        var group = await AddAsync(new ItemGroup(Channel.Id, "KURTA", "Kurtas", ["Size"], Clock.GetUtcNow()));
        var item = new Item("KURTA-M", "Kurta M", "B0KURTA", FulfilledBy.Merchant, Clock.GetUtcNow());
        item.JoinGroup(group.Id, ["M"]);
        item.Update(null, null, FulfilledBy.Merchant, 499.50m, Clock.GetUtcNow());
        await AddAsync(item);
        await AddItemAsync("OTHER");
        await StockAsync(item, 5, 2);
        await StockAsync(item, 7, 1, delhi);
        await AddListingAsync(item);
        await AddListingAsync(item, "kurta-m", ListingState.Inactive, other);

        var row = await Items.FindAsync(item.Id, Cancelled);

        Assert.NotNull(row);
        Assert.Equal(
            ("KURTA-M", "Kurta M", "B0KURTA", FulfilledBy.Merchant, group.Id, "Kurtas", 499.50m),
            (row.Sku, row.Title, row.Asin, row.FulfilledBy, row.ItemGroupId, row.ItemGroupTitle, row.Price));
        Assert.Equal(new StockFigures(12, 3), row.Stock);
        Assert.Equal(9, row.Stock.Available);
        Assert.Equal(
            [(Channel.Id, "KURTA-M", ListingState.Active), (other.Id, "kurta-m", ListingState.Inactive)],
            row.Listings.Select(listing => (listing.ChannelId, listing.Sku, listing.State)));
        Assert.Equal(
            ("Amazon IN", ListingLink.Automatic, 7, 499.00m, (int?)null),
            (row.Listings[0].ChannelName, row.Listings[0].Link, row.Listings[0].AmazonQuantity, row.Listings[0].Price,
                row.Listings[0].QuantitySent));
    }

    [Fact]
    public async Task An_item_without_stock_family_or_listing_has_none()
    {
        var item = await AddItemAsync("BARE");

        var row = Assert.Single((await ListAsync(new ItemFilter())).Items);

        Assert.Equal(item.Id, row.Id);
        Assert.Equal(new StockFigures(0, 0), row.Stock);
        Assert.Empty(row.Listings);
        Assert.Null(row.ItemGroupTitle);
        Assert.Null(row.Price);
    }

    [Fact]
    public async Task Each_filter_finds_its_own()
    {
        var other = await ConnectAsync("A2DEMOSELLERIN");
        var group = await AddAsync(new ItemGroup(Channel.Id, "FAMILY", "Family", ["Size"], Clock.GetUtcNow()));
        var member = new Item("A-MEMBER", null, null, FulfilledBy.Merchant, Clock.GetUtcNow());
        member.JoinGroup(group.Id, ["M"]);
        await AddAsync(member);
        var byAmazon = await AddItemAsync("B-AMAZON", fulfilledBy: FulfilledBy.Amazon);
        var listed = await AddItemAsync("C-LISTED");
        var resting = await AddItemAsync("D-RESTING");
        await AddListingAsync(listed);
        await AddListingAsync(resting, state: ListingState.Inactive);
        await AddListingAsync(resting, state: ListingState.Active, channel: other);
        await StockAsync(member, 1);
        await StockAsync(listed, 2, 2);

        await FindsAsync(new ItemFilter(Sku: "A-MEMBER"), member);
        await FindsAsync(new ItemFilter(Sku: "a-member"));
        await FindsAsync(new ItemFilter(ItemGroupId: group.Id), member);
        await FindsAsync(new ItemFilter(FulfilledBy: FulfilledBy.Amazon), byAmazon);
        await FindsAsync(new ItemFilter(ListingState: ListingState.Active), listed, resting);
        await FindsAsync(new ItemFilter(ListingState: ListingState.Inactive), resting);
        await FindsAsync(new ItemFilter(ChannelId: other.Id), resting);
        await FindsAsync(new ItemFilter(ChannelId: Channel.Id), listed, resting);
        await FindsAsync(new ItemFilter(ChannelId: other.Id, ListingState: ListingState.Inactive));
        await FindsAsync(new ItemFilter(OutOfStockOnly: true), listed, resting);
        await FindsAsync(new ItemFilter(OutOfStockOnly: true, ChannelId: other.Id), resting);
    }

    [Theory]
    [InlineData("kurta", "KURTA-M", "Cotton thing", null)]
    [InlineData("COTTON", "X-1", "cotton kurta", null)]
    [InlineData("b0test", "X-1", "Thing", "B0TEST1234")]
    [InlineData("100%", "100%-A", "Thing", null)]
    [InlineData("A_B", "A_B", "Thing", null)]
    [InlineData("[1]", "A[1]", "Thing", null)]
    [InlineData("'s \"best\"", "X-1", "Asha's \"Best\" kurta", null)]
    [InlineData("\\", "A\\B", "Thing", null)]
    [InlineData("कुर्ता", "X-1", "नीला कुर्ता", null)]
    [InlineData("नीला", "नीला-1", "Thing", null)]
    public async Task Search_looks_in_SKU_title_and_ASIN_for_the_text_itself(
        string text, string sku, string title, string? asin)
    {
        var wanted = await AddItemAsync(sku, title, asin);
        await AddItemAsync("1001-A", "Nothing AxB like it", "C0");

        await FindsAsync(new ItemFilter(Search: text), wanted);
        await FindsAsync(new ItemFilter(Search: $"  {text} "), wanted);
    }

    [Fact]
    public async Task Search_finds_other_letters_in_the_case_they_are_written_in()
    {
        var wanted = await AddItemAsync("CAFÉ-1", "Crème BRÛLÉE");

        await FindsAsync(new ItemFilter(Search: "CAFÉ"), wanted);
        await FindsAsync(new ItemFilter(Search: "caFÉ"), wanted);
        await FindsAsync(new ItemFilter(Search: "BRÛLÉE"), wanted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public async Task Blank_search_is_no_search(string? text)
    {
        var item = await AddItemAsync("ANY");

        await FindsAsync(new ItemFilter(Search: text), item);
    }

    [Fact]
    public async Task Each_key_sorts_both_ways_and_equal_rows_by_id()
    {
        var first = await AddItemAsync("b", "apple", price: 100.00m);
        Clock.Advance(TimeSpan.FromHours(1));
        var second = await AddItemAsync("a", "Banana", price: 99.50m);
        Clock.Advance(TimeSpan.FromHours(1));
        var third = await AddItemAsync("c", "Apple", price: 100.00m);

        await SortsAsync(ItemSort.Sku, second, first, third);
        await SortsAsync(ItemSort.Title, first, third, second);
        await SortsAsync(ItemSort.Price, second, first, third);
        await SortsAsync(ItemSort.Updated, first, second, third);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task A_cursor_comes_by_every_row_once_newest_first(int take)
    {
        await AddAllAsync(Enumerable.Range(1, 20).Select(number =>
            new Item($"SKU-{number % 7}-{number}", null, null, FulfilledBy.Merchant, Clock.GetUtcNow())));
        await AddItemAsync("B-AMAZON", fulfilledBy: FulfilledBy.Amazon);
        var filter = new ItemFilter(FulfilledBy: FulfilledBy.Merchant);

        var seen = await WalkAsync(page => Items.ListAsync(filter, BySku, page, Cancelled), row => row.Id, take);

        Assert.Equal(20, seen.Count);
        Assert.Equal(seen.Distinct().OrderDescending(), seen);
    }

    [Fact]
    public async Task Details_have_attributes_balances_ledger_and_open_lines()
    {
        var delhi = await AddAsync(new Warehouse("A Delhi", isPrimary: false, Clock.GetUtcNow()));
        var group = await AddAsync(
            new ItemGroup(Channel.Id, "KURTA", "Kurtas", ["Size", "Colour"], Clock.GetUtcNow()));
        var item = new Item("KURTA-M-BLUE", null, null, FulfilledBy.Merchant, Clock.GetUtcNow());
        item.JoinGroup(group.Id, ["M", null]);
        await AddAsync(item);
        await StockAsync(item, 3, 0, delhi);
        await StockAsync(item, 5, 1);
        await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(1)), item: item);
        await AddOrderAsync(AnAmazonOrder.Shipped(id: AmazonId(2)), item: item);
        await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(3)));

        var details = await Items.FindDetailsAsync(item.Id, Cancelled);

        Assert.NotNull(details);
        Assert.Equal("KURTA-M-BLUE", details.Item.Sku);
        Assert.Equal(
            [KeyValuePair.Create("Size", (string?)"M"), KeyValuePair.Create("Colour", (string?)null)],
            details.Attributes);
        Assert.Equal(
            [new BalanceRow(Warehouse.Id, Warehouse.Name, 5, 1), new BalanceRow(delhi.Id, "A Delhi", 3, 0)],
            details.Balances);
        Assert.Equal([5, 3], details.Movements.Select(movement => movement.OnHand));
        Assert.Equal(
            (MovementKind.Opening, Warehouse.Name, "Opening stock", "KURTA-M-BLUE"),
            (details.Movements[0].Kind, details.Movements[0].WarehouseName, details.Movements[0].Reason,
                details.Movements[0].Reference));
        Assert.Equal(1, details.OpenOrderLines);
    }

    [Fact]
    public async Task The_ledger_shows_the_latest_fifty_lines()
    {
        var item = await AddItemAsync("BUSY");
        var lines = Enumerable.Range(1, 60).Select(number => new StockMovement(
            Warehouse.Id, item.Id, MovementKind.Adjustment, number, 0, "Counted", null, Clock.GetUtcNow()));
        foreach (var line in lines)
        {
            await AddAsync(line);
        }

        var details = await Items.FindDetailsAsync(item.Id, Cancelled);

        Assert.Equal(Enumerable.Range(11, 50).Reverse(), details!.Movements.Select(movement => movement.OnHand));
    }

    [Fact]
    public async Task A_page_takes_as_many_queries_as_a_row()
    {
        for (var number = 1; number <= 20; number++)
        {
            var item = await AddItemAsync($"SKU-{number}");
            await AddListingAsync(item);
            await StockAsync(item, number);
        }

        var statements = new StatementLog(Database);
        var items = new ItemQueries(statements.Storage);

        await items.ListAsync(new(), BySku, new PageRequest(1), Cancelled);
        var one = statements.Taken();
        var page = await items.ListAsync(new(), BySku, new PageRequest(15), Cancelled);

        Assert.All(page.Items, row => Assert.Single(row.Listings));
        Assert.Equal((5, 5), (one, statements.Taken()));
    }

    private Task<PageOf<ItemRow>> ListAsync(ItemFilter filter) =>
        Items.ListAsync(filter, BySku, new PageRequest(), Cancelled);

    private async Task FindsAsync(ItemFilter filter, params Item[] expected)
    {
        var page = await ListAsync(filter);

        Assert.Equal(expected.Select(item => item.Sku), page.Items.Select(row => row.Sku));
        Assert.Equal(expected.Length, page.Total);
    }

    private async Task SortsAsync(ItemSort key, params Item[] ascending)
    {
        var up = await Items.ListAsync(new(), new(key), new PageRequest(), Cancelled);
        var down = await Items.ListAsync(new(), new(key, Descending: true), new PageRequest(), Cancelled);

        Assert.Equal(ascending.Select(item => item.Sku), up.Items.Select(row => row.Sku));
        Assert.Equal(ascending.Reverse().Select(item => item.Sku), down.Items.Select(row => row.Sku));
    }

    public sealed class OnSqlite() : ItemQueryTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : ItemQueryTests(DatabaseProvider.SqlServer);
}
