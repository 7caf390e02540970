using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Persistence.Queries;

public abstract class SearchQueryTests(DatabaseProvider provider) : QueryTests(provider)
{
    private ISearchQueries Search => Database.Get<ISearchQueries>();

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("kurta")]
    [InlineData("403-1234567-1234567")]
    [InlineData("12")]
    public async Task Empty_database_gives_nothing(string text) =>
        Assert.Empty(await Search.SearchAsync(Actor.System, text, Cancelled));

    [Fact]
    public async Task One_text_finds_items_families_and_orders()
    {
        var group = await AddAsync(new ItemGroup(Channel.Id, "KURTA-P", "Kurtas", ["Size"], Clock.GetUtcNow()));
        var item = await AddItemAsync("KURTA-M-BLUE", "Cotton kurta", "B0KURTA");
        var bare = await AddItemAsync("KURTA-M-RED", "Another one");
        var order = await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(1)), item: item);

        var hits = await Search.SearchAsync(Actor.System, " kurta", Cancelled);

        Assert.Equal(
            [
                new SearchHit(SearchHitKind.Item, item.Id, "Cotton kurta", "SKU KURTA-M-BLUE · ASIN B0KURTA"),
                new SearchHit(SearchHitKind.Item, bare.Id, "Another one", "SKU KURTA-M-RED"),
                new SearchHit(SearchHitKind.ItemGroup, group.Id, "Kurtas", "Parent SKU KURTA-P"),
                new SearchHit(SearchHitKind.SalesOrder, order.Id, order.Number, AmazonId(1)),
            ],
            hits);
    }

    [Fact]
    public async Task Closest_SKUs_come_first_and_only_a_few_of_each()
    {
        foreach (var sku in new[] { "X-AB", "AB-9", "AB", "AB-1", "Y-AB", "Z-AB" })
        {
            await AddItemAsync(sku);
        }

        for (var number = 1; number <= 7; number++)
        {
            await AddOrderAsync(AnAmazonOrder.Unshipped($"403-9999999-000000{number}"));
        }

        var items = await Search.SearchAsync(Actor.System, "ab", Cancelled);
        var orders = await Search.SearchAsync(Actor.System, "403-9999999", Cancelled);

        Assert.Equal(["AB", "AB-1", "AB-9", "X-AB", "Y-AB"], items.Select(hit => hit.Title));
        Assert.Equal(5, orders.Count);
        Assert.Equal(orders.OrderByDescending(hit => hit.Id), orders);
    }

    [Fact]
    public async Task An_actor_finds_only_what_the_actor_may_see()
    {
        var item = await AddItemAsync("KURTA-M-BLUE");
        await AddOrderAsync(AnAmazonOrder.Unshipped(), item: item);

        Assert.Equal([SearchHitKind.Item], await KindsAsync(Permission.ViewInventory));
        Assert.Equal([SearchHitKind.SalesOrder], await KindsAsync(Permission.ViewOrders));
        Assert.Empty(await KindsAsync(Permission.ViewSync));
        Assert.Empty(await KindsAsync());
    }

    [Fact]
    public async Task Wildcards_and_Devanagari_mean_themselves()
    {
        await AddItemAsync("100%", "All of it");
        await AddItemAsync("1000", "नीला कुर्ता");

        var percent = await Search.SearchAsync(Actor.System, "0%", Cancelled);
        var devanagari = await Search.SearchAsync(Actor.System, "कुर्ता", Cancelled);
        var underscore = await Search.SearchAsync(Actor.System, "_", Cancelled);

        Assert.Equal("All of it", Assert.Single(percent).Title);
        Assert.Equal("नीला कुर्ता", Assert.Single(devanagari).Title);
        Assert.Empty(underscore);
    }

    private async Task<IEnumerable<SearchHitKind>> KindsAsync(params string[] permissions)
    {
        var actor = new Actor("user:1", "Asha", permissions.ToHashSet(StringComparer.Ordinal));
        return (await Search.SearchAsync(actor, "kurta", Cancelled)).Select(hit => hit.Kind);
    }

    public sealed class OnSqlite() : SearchQueryTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : SearchQueryTests(DatabaseProvider.SqlServer);
}
