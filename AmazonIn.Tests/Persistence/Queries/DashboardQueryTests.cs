using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Persistence.Queries;

public abstract class DashboardQueryTests(DatabaseProvider provider) : QueryTests(provider)
{
    private static readonly TimeZoneInfo Kolkata = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");

    // 20 November, 12:00 in India.
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 6, 30, 0, TimeSpan.Zero);

    // 20 November begins in India.
    private static readonly DateTimeOffset Midnight = new(2026, 11, 19, 18, 30, 0, TimeSpan.Zero);

    private int _orders;

    [Fact]
    public async Task Empty_database_gives_thirty_days_without_orders()
    {
        var figures = await GetAsync();

        Assert.Equal(30, figures.Days.Count);
        Assert.Equal(new DateOnly(2026, 10, 22), figures.Days[0].Day);
        Assert.Equal(new DateOnly(2026, 11, 20), figures.Days[^1].Day);
        Assert.All(figures.Days, day => Assert.Equal((0, 0m), (day.Orders, day.Sales)));
        Assert.Equal((0, 0m, 0, 0), (figures.OrdersToday, figures.SalesToday, figures.OpenOrders, figures.LateToShip));
        Assert.Equal((0, 0, 0), (figures.OrdersNeedingDecision, figures.OutOfStock, figures.Items));
        Assert.Empty(figures.PlacesOfSupply);
    }

    [Fact]
    public async Task A_day_lasts_from_midnight_to_midnight_in_the_zone()
    {
        await OrderAsync(Midnight.AddTicks(-1), 1.00m);
        await OrderAsync(Midnight, 10.10m);
        await OrderAsync(Now, 20.20m);
        await OrderAsync(Midnight.AddDays(-29), 100.00m);
        await OrderAsync(Midnight.AddDays(-29).AddTicks(-1), 1000.00m);

        var figures = await GetAsync();

        Assert.Equal((2, 30.30m), (figures.OrdersToday, figures.SalesToday));
        Assert.Equal(new DayOfSales(new DateOnly(2026, 11, 20), 2, 30.30m), figures.Days[^1]);
        Assert.Equal(new DayOfSales(new DateOnly(2026, 11, 19), 1, 1.00m), figures.Days[^2]);
        Assert.Equal(new DayOfSales(new DateOnly(2026, 10, 22), 1, 100.00m), figures.Days[0]);
        Assert.Equal(4, figures.Days.Sum(day => day.Orders));
    }

    [Fact]
    public async Task Void_orders_are_left_out_and_foreign_amounts_only_from_the_sums()
    {
        await OrderAsync(Now, 100.01m);
        await OrderAsync(Now, 50.00m, order => order with { Status = MarketplaceOrderStatus.Cancelled });
        await OrderAsync(Now, 70.00m, order => order with { Currency = "AED" });
        await OrderAsync(Now, null);

        var figures = await GetAsync();

        Assert.Equal((3, 100.01m), (figures.OrdersToday, figures.SalesToday));
    }

    [Fact]
    public async Task Open_orders_are_the_sellers_own_and_late_within_a_day_of_their_ship_by_time()
    {
        await OrderAsync(Now, 1m, order => order with { ShipBy = Now.AddDays(-3) });
        await OrderAsync(Now, 1m, order => order with { ShipBy = Now.AddDays(1) });
        await OrderAsync(Now, 1m, order => order with { ShipBy = Now.AddDays(1).AddSeconds(1) });
        await OrderAsync(Now, 1m, order => order with { Status = MarketplaceOrderStatus.PartiallyShipped });
        await OrderAsync(Now, 1m, order => order with { Status = MarketplaceOrderStatus.Shipped, ShipBy = Now });
        await OrderAsync(Now, 1m, order => order with { FulfilledBy = FulfilledBy.Amazon, ShipBy = Now });
        await OrderAsync(Now, 1m, order => order with { CancelRequestedByBuyer = true });

        var figures = await GetAsync();

        Assert.Equal((5, 2, 1), (figures.OpenOrders, figures.LateToShip, figures.OrdersNeedingDecision));
    }

    [Fact]
    public async Task Out_of_stock_counts_own_items_that_are_on_sale_with_nothing_available()
    {
        var stocked = await AddItemAsync("STOCKED");
        var reserved = await AddItemAsync("ALL-RESERVED");
        var never = await AddItemAsync("NEVER-COUNTED");
        var resting = await AddItemAsync("RESTING");
        var byAmazon = await AddItemAsync("AT-AMAZON", fulfilledBy: FulfilledBy.Amazon);
        await AddItemAsync("UNLISTED");
        await StockAsync(stocked, 2, 1);
        await StockAsync(reserved, 2, 2);
        await AddListingAsync(stocked);
        await AddListingAsync(reserved);
        await AddListingAsync(never);
        await AddListingAsync(resting, state: ListingState.Inactive);
        await AddListingAsync(byAmazon);

        var figures = await GetAsync();

        Assert.Equal((2, 6), (figures.OutOfStock, figures.Items));
    }

    [Fact]
    public async Task Places_of_supply_are_the_eight_with_most_orders()
    {
        string[] states =
            ["Kerala", "Goa", "Punjab", "Bihar", "Assam", "Gujarat", "Haryana", "Odisha", "Sikkim", "Maharashtra"];
        foreach (var (state, count) in states.Select((state, index) => (state, 2 + (index % 3))))
        {
            for (var number = 0; number < count; number++)
            {
                await OrderAsync(Now.AddDays(-number), 1m, order => order with { ShipToState = state });
            }
        }

        await OrderAsync(Now, 1m, order => order with { ShipToState = "Bavaria", ShipToCountry = "DE" });
        await OrderAsync(Now.AddDays(-40), 1m, order => order with { ShipToState = "Goa" });

        var figures = await GetAsync();

        Assert.Equal(
            [
                ("Gujarat", 4), ("Punjab", 4), ("Sikkim", 4), ("Assam", 3), ("Goa", 3), ("Odisha", 3), ("Bihar", 2),
                ("Haryana", 2),
            ],
            figures.PlacesOfSupply.Select(place => (place.Key, place.Value)));
    }

    private Task<DashboardFigures> GetAsync() =>
        Database.Get<IDashboardQueries>().GetAsync("INR", Kolkata, Now, Cancelled);

    private Task OrderAsync(
        DateTimeOffset at, decimal? total, Func<MarketplaceOrder, MarketplaceOrder>? change = null)
    {
        var order = AnAmazonOrder.Unshipped(AmazonId(++_orders)) with
        {
            CreatedAt = at,
            UpdatedAt = at,
            GrandTotal = total,
            Lines = [AnAmazonOrder.Line() with { ItemAmount = null, Tax = null, Total = total }],
        };
        return AddOrderAsync(change is null ? order : change(order));
    }

    public sealed class OnSqlite() : DashboardQueryTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : DashboardQueryTests(DatabaseProvider.SqlServer);
}
