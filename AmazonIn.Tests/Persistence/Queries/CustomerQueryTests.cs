using AmazonIn.Domain.Common;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Persistence.Queries;

public abstract class CustomerQueryTests(DatabaseProvider provider) : QueryTests(provider)
{
    private static readonly DateTimeOffset Day = AnAmazonOrder.Ordered;

    private ICustomerQueries Customers => Database.Get<ICustomerQueries>();

    [Fact]
    public async Task Empty_database_gives_an_empty_page()
    {
        var page = await Customers.ListAsync(new(), new(CustomerSort.LastOrderAt), new PageRequest(), Cancelled);

        Assert.Empty(page.Items);
        Assert.Equal(0, page.Total);
    }

    [Fact]
    [Trait("Row", "U3")]
    public async Task A_customer_is_shown_by_the_placeholder_with_place_treatment_and_orders()
    {
        var customer = await AddCustomerAsync("key", Day, GstTreatment.RegisteredBusiness, "29");
        await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(1)), customerId: customer.Id);
        await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(2)), customerId: customer.Id);
        await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(3)));

        var page = await Customers.ListAsync(new(), new(CustomerSort.Id), new PageRequest(), Cancelled);

        Assert.Equal(
            new CustomerRow(
                customer.Id,
                "Amazon IN - Customer",
                Channel.Id,
                "Amazon IN",
                GstTreatment.RegisteredBusiness,
                GstState.Find("29"),
                Orders: 2,
                Day,
                Day),
            Assert.Single(page.Items));
    }

    [Fact]
    public async Task Each_filter_finds_its_own()
    {
        var consumer = await AddCustomerAsync("1", Day);
        var business = await AddCustomerAsync("2", Day, GstTreatment.RegisteredBusiness, "29");
        var overseas = await AddCustomerAsync("3", Day, GstTreatment.Overseas, null);

        await FindsAsync(new(Channel.Id), consumer, business, overseas);
        await FindsAsync(new(Channel.Id + 1));
        await FindsAsync(new(GstTreatment: GstTreatment.Overseas), overseas);
        await FindsAsync(new(PlaceOfSupply: "29"), business);
        await FindsAsync(new(PlaceOfSupply: "99"));
        await FindsAsync(new(GstTreatment: GstTreatment.Consumer, PlaceOfSupply: "27"), consumer);
    }

    [Fact]
    public async Task Each_key_sorts_both_ways()
    {
        var early = await AddCustomerAsync("1", Day);
        early.Ordered(Day.AddDays(9), GstTreatment.Consumer, null);
        await using (var db = Database.Open())
        {
            db.Update(early);
            await db.SaveChangesAsync(Cancelled);
        }

        var middle = await AddCustomerAsync("2", Day.AddDays(2));
        var late = await AddCustomerAsync("3", Day.AddDays(1));

        await SortsAsync(CustomerSort.LastOrderAt, late, middle, early);
        await SortsAsync(CustomerSort.FirstOrderAt, early, late, middle);
        await SortsAsync(CustomerSort.Id, early, middle, late);
    }

    [Fact]
    public async Task A_cursor_comes_by_every_row_once_newest_first()
    {
        await AddAllAsync(Enumerable.Range(1, 11).Select(number =>
            new Customer(Channel.Id, "Amazon IN", $"key-{number}", Day.AddDays(number % 3))));

        var seen = await WalkAsync(
            page => Customers.ListAsync(new(), new(CustomerSort.LastOrderAt), page, Cancelled), row => row.Id, 4);

        Assert.Equal(11, seen.Count);
        Assert.Equal(seen.Distinct().OrderDescending(), seen);
    }

    private async Task FindsAsync(CustomerFilter filter, params Customer[] expected)
    {
        var page = await Customers.ListAsync(filter, new(CustomerSort.Id), new PageRequest(), Cancelled);

        Assert.Equal(expected.Select(customer => customer.Id), page.Items.Select(row => row.Id));
        Assert.Equal(expected.Length, page.Total);
    }

    private async Task SortsAsync(CustomerSort key, params Customer[] ascending)
    {
        var up = await Customers.ListAsync(new(), new(key), new PageRequest(), Cancelled);
        var down = await Customers.ListAsync(new(), new(key, Descending: true), new PageRequest(), Cancelled);

        Assert.Equal(ascending.Select(customer => customer.Id), up.Items.Select(row => row.Id));
        Assert.Equal(ascending.Reverse().Select(customer => customer.Id), down.Items.Select(row => row.Id));
    }

    public sealed class OnSqlite() : CustomerQueryTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : CustomerQueryTests(DatabaseProvider.SqlServer);
}
