using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Tax;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;

namespace AmazonIn.Tests.Persistence.Queries;

/// <summary>Tests of what is read, over rows that are put there as they would lie after a sync.</summary>
public abstract class QueryTests(DatabaseProvider provider) : SellerTests(provider)
{
    private protected async Task<T> AddAsync<T>(T entity)
        where T : class
    {
        await AddAllAsync([entity]);
        return entity;
    }

    private protected async Task AddAllAsync(IEnumerable<object> entities)
    {
        await using var db = Database.Open();
        db.AddRange(entities);
        await db.SaveChangesAsync(Cancelled);
    }

    private protected Task<Item> AddItemAsync(
        string sku,
        string? title = null,
        string? asin = null,
        FulfilledBy fulfilledBy = FulfilledBy.Merchant,
        decimal? price = null)
    {
        var item = new Item(sku, title, asin, fulfilledBy, Clock.GetUtcNow());
        item.Update(null, null, fulfilledBy, price, Clock.GetUtcNow());
        return AddAsync(item);
    }

    private protected Task<Listing> AddListingAsync(
        Item? item, string? sku = null, ListingState state = ListingState.Active, SalesChannel? channel = null)
    {
        var listing = new Listing((channel ?? Channel).Id, sku ?? item!.Sku);
        listing.Update(new ListingFacts(
            null, null, state, FulfilledBy.Merchant, "DEFAULT", 7, 499.00m, null, Clock.GetUtcNow()));
        if (item is not null)
        {
            listing.LinkAutomatically(item.Id);
        }

        return AddAsync(listing);
    }

    private protected async Task StockAsync(Item item, int onHand, int reserved = 0, Warehouse? warehouse = null)
    {
        var place = (warehouse ?? Warehouse).Id;
        var movement = new StockMovement(
            place, item.Id, MovementKind.Opening, onHand, reserved, "Opening stock", item.Sku, Clock.GetUtcNow());
        var balance = new StockBalance(place, item.Id);
        balance.Apply(movement);
        await AddAllAsync([movement, balance]);
    }

    private protected async Task<Customer> AddCustomerAsync(
        string key, DateTimeOffset orderedAt, GstTreatment treatment = GstTreatment.Consumer, string? state = "27")
    {
        var customer = new Customer(Channel.Id, "Amazon IN", key, orderedAt);
        customer.Ordered(orderedAt, treatment, GstState.Find(state));
        return await AddAsync(customer);
    }

    private protected Task<SalesOrder> AddOrderAsync(
        MarketplaceOrder order, SalesChannel? channel = null, long? customerId = null, Item? item = null) =>
        AddAsync(AnOrder(order, channel, customerId, item));

    private protected SalesOrder AnOrder(
        MarketplaceOrder order, SalesChannel? channel = null, long? customerId = null, Item? item = null)
    {
        var context = AnAmazonOrder.Context(now: Clock.GetUtcNow()) with { WarehouseId = Warehouse.Id };
        var imported = SalesOrder.FromAmazon((channel ?? Channel).Id, order, OrderFingerprint.Of(order), context);
        if (customerId is { } id)
        {
            imported.BelongTo(id);
        }

        foreach (var line in imported.Lines.Where(line => item is not null && line.Sku == item.Sku))
        {
            line.LinkTo(item!.Id);
        }

        return imported;
    }

    /// <summary>A different Amazon order id for each number.</summary>
    private protected static string AmazonId(int number) => $"403-{number:D7}-{number:D7}";

    /// <summary>Ids of all rows of a list, a cursor's page at a time, as a program would read them.</summary>
    private protected static async Task<List<long>> WalkAsync<T>(
        Func<PageRequest, Task<PageOf<T>>> read, Func<T, long> id, int take)
    {
        var seen = new List<long>();
        var page = await read(new PageRequest(take) { ByCursor = true });
        while (true)
        {
            Assert.Null(page.Total);
            Assert.True(page.Items.Count <= take);
            seen.AddRange(page.Items.Select(id));
            if (page.NextAfterId is not { } after)
            {
                return seen;
            }

            page = await read(new PageRequest(take, AfterId: after));
        }
    }
}
