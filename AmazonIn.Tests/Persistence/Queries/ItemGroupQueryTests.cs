using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Infrastructure.Persistence;

namespace AmazonIn.Tests.Persistence.Queries;

public abstract class ItemGroupQueryTests(DatabaseProvider provider) : QueryTests(provider)
{
    private IItemGroupQueries Groups => Database.Get<IItemGroupQueries>();

    [Fact]
    public async Task Empty_database_gives_an_empty_page()
    {
        var page = await Groups.ListAsync(new(), new(ItemGroupSort.Title), new PageRequest(), Cancelled);

        Assert.Empty(page.Items);
        Assert.Equal(0, page.Total);
        Assert.Null(await Groups.FindAsync(1, Cancelled));
    }

    [Fact]
    public async Task A_row_has_the_size_of_the_family()
    {
        var group = await AddGroupAsync("KURTA", "Kurtas", "Size", "Colour");
        await AddGroupAsync("EMPTY", "Nothing yet", "Size");
        var medium = await AddMemberAsync(group, "KURTA-M");
        var large = await AddMemberAsync(group, "KURTA-L");
        await StockAsync(medium, 5);
        await StockAsync(large, 7, 3);
        await StockAsync(await AddItemAsync("OTHER"), 100);

        var row = await Groups.FindAsync(group.Id, Cancelled);
        var all = await Groups.ListAsync(new(), new(ItemGroupSort.ParentSku), new PageRequest(), Cancelled);

        Assert.NotNull(row);
        Assert.Equal((group.Id, Channel.Id, "Amazon IN"), (row.Id, row.ChannelId, row.ChannelName));
        Assert.Equal(("KURTA", "Kurtas", 2, 12), (row.ParentSku, row.Title, row.Items, row.OnHand));
        Assert.Equal(["Size", "Colour"], row.Attributes);
        Assert.Equal([("EMPTY", 0, 0), ("KURTA", 2, 12)], all.Items.Select(one => (one.ParentSku, one.Items, one.OnHand)));
    }

    [Theory]
    [InlineData("kurta")]
    [InlineData("COTTON%")]
    [InlineData("नीला")]
    public async Task Search_looks_in_parent_SKU_and_title(string text)
    {
        var wanted = await AddGroupAsync("KURTA-P", "Cotton% नीला", "Size");
        await AddGroupAsync("SAREE-P", "Cotton sarees", "Size");

        var page = await Groups.ListAsync(new(text), new(ItemGroupSort.Title), new PageRequest(), Cancelled);

        Assert.Equal(wanted.Id, Assert.Single(page.Items).Id);
        Assert.Equal(1, page.Total);
    }

    [Fact]
    public async Task Families_are_found_by_channel()
    {
        var other = await ConnectAsync("A2DEMOSELLERIN");
        await AddGroupAsync("HERE", "Here", "Size");
        var there = await AddAsync(new ItemGroup(other.Id, "THERE", "There", ["Size"], Clock.GetUtcNow()));

        var page = await Groups.ListAsync(
            new(ChannelId: other.Id), new(ItemGroupSort.Title), new PageRequest(), Cancelled);

        Assert.Equal(there.Id, Assert.Single(page.Items).Id);
    }

    [Fact]
    public async Task Each_key_sorts_both_ways()
    {
        await AddGroupAsync("C", "apple", "Size");
        Clock.Advance(TimeSpan.FromHours(1));
        await AddGroupAsync("A", "Banana", "Size");
        Clock.Advance(TimeSpan.FromHours(1));
        await AddGroupAsync("B", "Cherry", "Size");

        await SortsAsync(ItemGroupSort.ParentSku, "A", "B", "C");
        await SortsAsync(ItemGroupSort.Title, "C", "A", "B");
        await SortsAsync(ItemGroupSort.Updated, "C", "A", "B");
    }

    [Fact]
    public async Task A_cursor_comes_by_every_row_once_newest_first()
    {
        await AddAllAsync(Enumerable.Range(1, 11).Select(number =>
            new ItemGroup(Channel.Id, $"P-{number % 4}-{number}", null, ["Size"], Clock.GetUtcNow())));

        var seen = await WalkAsync(
            page => Groups.ListAsync(new(), new(ItemGroupSort.Title), page, Cancelled), row => row.Id, 4);

        Assert.Equal(11, seen.Count);
        Assert.Equal(seen.Distinct().OrderDescending(), seen);
    }

    private Task<ItemGroup> AddGroupAsync(string parentSku, string title, params string[] attributes) =>
        AddAsync(new ItemGroup(Channel.Id, parentSku, title, attributes, Clock.GetUtcNow()));

    private Task<Item> AddMemberAsync(ItemGroup group, string sku)
    {
        var item = new Item(sku, null, null, FulfilledBy.Merchant, Clock.GetUtcNow());
        item.JoinGroup(group.Id, ["M"]);
        return AddAsync(item);
    }

    private async Task SortsAsync(ItemGroupSort key, params string[] ascending)
    {
        var up = await Groups.ListAsync(new(), new(key), new PageRequest(), Cancelled);
        var down = await Groups.ListAsync(new(), new(key, Descending: true), new PageRequest(), Cancelled);

        Assert.Equal(ascending, up.Items.Select(row => row.ParentSku));
        Assert.Equal(ascending.Reverse(), down.Items.Select(row => row.ParentSku));
    }

    public sealed class OnSqlite() : ItemGroupQueryTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : ItemGroupQueryTests(DatabaseProvider.SqlServer);
}
