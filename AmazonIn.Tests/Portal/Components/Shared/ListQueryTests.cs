using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Tests.Portal.Components.Shared;

[Trait("Row", "A5")]
public sealed class ListQueryTests
{
    [Fact]
    public void An_address_and_back_is_the_same_address()
    {
        const string Address = "/items?q=saree%20%2B%20%E0%A4%B0&channel=3&fulfilledBy=Merchant&sort=-updated&size=100&page=4";

        Assert.Equal(Address, ListQuery.Parse("https://portal.example" + Address).ToUri("/items"));
    }

    [Theory]
    [InlineData("?page=0&size=7&sort=")]
    [InlineData("?page=-3&size=1000000")]
    [InlineData("?page=abc")]
    [InlineData("")]
    public void Nonsense_falls_back_to_the_first_page(string query)
    {
        var parsed = ListQuery.Parse("https://portal.example/items" + query);

        Assert.Equal(new PageRequest(ListQuery.DefaultSize, 0), parsed.ToPage());
        Assert.Null(parsed.Sort);
    }

    [Theory]
    [InlineData("?sort=-updated", ItemSort.Updated, true)]
    [InlineData("?sort=price", ItemSort.Price, false)]
    [InlineData("?sort=1", ItemSort.Sku, false)]
    [InlineData("?sort=sku,price", ItemSort.Sku, false)]
    [InlineData("?sort=dropTable", ItemSort.Sku, false)]
    public void Only_a_lists_own_keys_order_it(string query, ItemSort key, bool descending)
    {
        Assert.Equal(new SortBy<ItemSort>(key, descending), ListQuery.Parse(query).SortBy(ItemSort.Sku));
    }

    [Fact]
    public void Narrowing_goes_back_to_the_first_page_and_keeps_the_rest()
    {
        var query = ListQuery.Parse("?q=a&channel=3&page=5&sort=price").WithFilter("channel", "4");

        Assert.Equal("/items?q=a&channel=4&sort=price", query.ToUri("/items"));
        Assert.Equal("/items?sort=price", query.Widened().ToUri("/items"));
    }
}
