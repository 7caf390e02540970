using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Queries;
using AmazonIn.Tests.TestKit;
using AutoMapper;

namespace AmazonIn.Tests.Persistence.Queries;

public abstract class SalesOrderQueryTests(DatabaseProvider provider) : QueryTests(provider)
{
    private static readonly SortBy<SalesOrderSort> NewestFirst = new(SalesOrderSort.OrderedAt, Descending: true);

    private ISalesOrderQueries Orders => Database.Get<ISalesOrderQueries>();

    [Fact]
    public async Task Empty_database_gives_an_empty_page()
    {
        var page = await ListAsync(new SalesOrderFilter());

        Assert.Empty(page.Items);
        Assert.Equal(0, page.Total);
        Assert.Null(page.NextAfterId);
        Assert.Null(await Orders.FindAsync(1, Cancelled));
        Assert.Empty(await Orders.FindManyAsync([], Cancelled));
    }

    [Fact]
    public async Task A_row_says_what_a_list_shows()
    {
        var customer = await AddCustomerAsync("key", AnAmazonOrder.Ordered);
        var order = await AddOrderAsync(
            AnAmazonOrder.Unshipped(AmazonId(1)) with
            {
                ShipBy = AnAmazonOrder.Ordered.AddDays(2),
                Lines =
                [
                    AnAmazonOrder.Line() with { Quantity = 2 },
                    AnAmazonOrder.Line("2", "SAREE") with { Quantity = 3 },
                ],
            },
            customerId: customer.Id);

        var row = Assert.Single((await ListAsync(new SalesOrderFilter())).Items);

        Assert.Equal(
            new SalesOrderRow(
                order.Id,
                SalesOrder.NumberOf(order.Id),
                Channel.Id,
                "Amazon IN",
                AmazonId(1),
                OrderStatus.Confirmed,
                FulfilledBy.Merchant,
                EasyShip: false,
                AnAmazonOrder.Ordered,
                AnAmazonOrder.Ordered.AddMinutes(30),
                AnAmazonOrder.Ordered.AddDays(2),
                customer.Id,
                "Amazon IN - Customer",
                GstState.Find("27"),
                GstTreatment.Consumer,
                Units: 5,
                "INR",
                590.00m,
                NeedsDecision: true,
                CancelRequestedByBuyer: false),
            row);
    }

    [Fact]
    public async Task An_order_without_a_customer_shows_the_placeholder_all_the_same()
    {
        await AddOrderAsync(AnAmazonOrder.Unshipped());

        var row = Assert.Single((await ListAsync(new SalesOrderFilter())).Items);

        Assert.Null(row.CustomerId);
        Assert.Equal("Amazon IN - Customer", row.CustomerName);
    }

    [Fact]
    public async Task Each_filter_finds_its_own()
    {
        var other = await ConnectAsync("A2DEMOSELLERIN");
        var customer = await AddCustomerAsync("key", AnAmazonOrder.Ordered);
        var plain = await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(1)));
        var elsewhere = await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(2)), other);
        var shipped = await AddOrderAsync(AnAmazonOrder.Shipped(id: AmazonId(3)));
        var byAmazon = await AddOrderAsync(
            AnAmazonOrder.Unshipped(AmazonId(4)) with { FulfilledBy = FulfilledBy.Amazon });
        var toKarnataka = await AddOrderAsync(
            AnAmazonOrder.Unshipped(AmazonId(5)) with { ShipToState = "Karnataka" });
        var abroad = await AddOrderAsync(
            AnAmazonOrder.Unshipped(AmazonId(6)) with { ShipToState = "Bavaria", ShipToCountry = "DE" });
        var known = await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(7)), customerId: customer.Id);
        var cancelling = await AddOrderAsync(
            AnAmazonOrder.Unshipped(AmazonId(8)) with { CancelRequestedByBuyer = true });
        var late = AnAmazonOrder.Ordered.AddDays(9);
        var recent = await AddOrderAsync(
            AnAmazonOrder.Unshipped(AmazonId(9)) with { CreatedAt = late, UpdatedAt = late.AddHours(1) });

        await FindsAsync(new SalesOrderFilter(ChannelId: other.Id), elsewhere);
        await FindsAsync(new SalesOrderFilter(Status: OrderStatus.Fulfilled), shipped);
        await FindsAsync(new SalesOrderFilter(Status: OrderStatus.Void));
        await FindsAsync(new SalesOrderFilter(FulfilledBy: FulfilledBy.Amazon), byAmazon);
        await FindsAsync(new SalesOrderFilter(PlaceOfSupply: "29"), toKarnataka);
        await FindsAsync(new SalesOrderFilter(PlaceOfSupply: "no code"));
        await FindsAsync(new SalesOrderFilter(GstTreatment: GstTreatment.Overseas), abroad);
        await FindsAsync(new SalesOrderFilter(CustomerId: customer.Id), known);
        await FindsAsync(new SalesOrderFilter(NeedsDecisionOnly: true), cancelling);
        await FindsAsync(new SalesOrderFilter(UpdatedSince: late), recent);
        await FindsAsync(new SalesOrderFilter(UpdatedSince: late.AddHours(1)), recent);
        await FindsAsync(new SalesOrderFilter(OrderedFrom: late), recent);
        await FindsAsync(new SalesOrderFilter(OrderedFrom: late, OrderedTo: late));
        await FindsAsync(new SalesOrderFilter(AmazonOrderId: AmazonId(1)), plain);
        await FindsAsync(new SalesOrderFilter(AmazonOrderId: AmazonId(1)[..^1]));
        await FindsAsync(new SalesOrderFilter(AmazonOrderId: AmazonId(1), ChannelId: other.Id));
        await FindsAsync(new SalesOrderFilter(Status: OrderStatus.Confirmed, OrderedFrom: late), recent);
    }

    [Fact]
    public async Task Each_key_sorts_both_ways_and_equal_rows_by_id()
    {
        var cheapEarly = await AddOrderAsync(ATimedOrder(1, day: 1, updated: 9, shipBy: 5, total: 99.50m));
        var dearLate = await AddOrderAsync(ATimedOrder(2, day: 3, updated: 7, shipBy: 6, total: 1000.00m));
        var sameAsFirst = await AddOrderAsync(ATimedOrder(3, day: 1, updated: 8, shipBy: 4, total: 100.00m));

        await SortsAsync(SalesOrderSort.OrderedAt, cheapEarly, sameAsFirst, dearLate);
        await SortsAsync(SalesOrderSort.UpdatedAt, dearLate, sameAsFirst, cheapEarly);
        await SortsAsync(SalesOrderSort.Total, cheapEarly, sameAsFirst, dearLate);
        await SortsAsync(SalesOrderSort.Number, cheapEarly, dearLate, sameAsFirst);
        await SortsAsync(SalesOrderSort.ShipBy, sameAsFirst, cheapEarly, dearLate);
    }

    [Fact]
    public async Task Pages_have_the_total_and_together_every_row_once()
    {
        await AddAllAsync(Enumerable.Range(1, 23).Select(number => AnOrder(ATimedOrder(number, day: number % 5))));

        var pages = new List<PageOf<SalesOrderRow>>();
        for (var skip = 0; skip < 30; skip += 10)
        {
            pages.Add(await Orders.ListAsync(new(), NewestFirst, new PageRequest(10, skip), Cancelled));
        }

        Assert.Equal([10, 10, 3], pages.Select(page => page.Items.Count));
        Assert.All(pages, page => Assert.Equal(23, page.Total));
        var rows = pages.SelectMany(page => page.Items).ToList();
        Assert.Equal(23, rows.Select(row => row.Id).Distinct().Count());
        Assert.Equal(rows.OrderByDescending(row => row.OrderedAt).ThenByDescending(row => row.Id), rows);
    }

    [Fact]
    public async Task A_page_behind_the_end_is_empty_but_knows_the_total()
    {
        await AddOrderAsync(AnAmazonOrder.Unshipped());

        var page = await Orders.ListAsync(new(), NewestFirst, new PageRequest(10, Skip: 50), Cancelled);

        Assert.Empty(page.Items);
        Assert.Equal(1, page.Total);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(23)]
    [InlineData(200)]
    public async Task A_cursor_comes_by_every_row_once_newest_first(int take)
    {
        await AddAllAsync(Enumerable.Range(1, 23).Select(number => AnOrder(ATimedOrder(number, day: number % 5))));
        await AddAllAsync([AnOrder(AnAmazonOrder.Shipped(id: AmazonId(99)))]);
        var filter = new SalesOrderFilter(Status: OrderStatus.Confirmed);

        var seen = await WalkAsync(page => Orders.ListAsync(filter, NewestFirst, page, Cancelled), row => row.Id, take);

        Assert.Equal(23, seen.Count);
        Assert.Equal(seen.Distinct().OrderDescending(), seen);
    }

    [Fact]
    public async Task Orders_that_arrive_while_a_cursor_walks_push_nothing_onto_its_next_page()
    {
        await AddAllAsync(Enumerable.Range(1, 10).Select(number => AnOrder(ATimedOrder(number))));
        var first = await Orders.ListAsync(new(), NewestFirst, new PageRequest(6) { ByCursor = true }, Cancelled);
        await AddAllAsync(Enumerable.Range(20, 10).Select(number => AnOrder(ATimedOrder(number))));

        var second = await Orders.ListAsync(
            new(), NewestFirst, new PageRequest(6, AfterId: first.NextAfterId), Cancelled);

        Assert.Equal(6, first.Items.Count);
        Assert.Equal(4, second.Items.Count);
        Assert.Null(second.NextAfterId);
        Assert.Empty(second.Items.Select(row => row.Id).Intersect(first.Items.Select(row => row.Id)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(510)]
    public async Task What_was_updated_since_is_walked_by_cursor_be_it_little_or_much(int updated)
    {
        var day = AnAmazonOrder.Ordered.AddDays(1);
        await AddAllAsync(Enumerable.Range(1, updated + 5).Select(number =>
            AnOrder(ATimedOrder(number, updated: number <= updated ? 2 : 1))));
        var filter = new SalesOrderFilter(UpdatedSince: day.AddHours(1));

        var seen = await WalkAsync(page => Orders.ListAsync(filter, NewestFirst, page, Cancelled), row => row.Id, 200);
        var page = await ListAsync(filter);

        Assert.Equal(updated, seen.Count);
        Assert.Equal(seen.Distinct().OrderDescending(), seen);
        Assert.Equal(updated, page.Total);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(510)]
    public async Task What_needs_a_decision_is_walked_by_cursor_be_it_little_or_much(int flagged)
    {
        await AddAllAsync(Enumerable.Range(1, flagged + 5).Select(number => AnOrder(
            ATimedOrder(number) with { CancelRequestedByBuyer = number <= flagged })));
        var filter = new SalesOrderFilter(NeedsDecisionOnly: true);

        var seen = await WalkAsync(page => Orders.ListAsync(filter, NewestFirst, page, Cancelled), row => row.Id, 200);
        var page = await ListAsync(filter);

        Assert.Equal(flagged, seen.Count);
        Assert.Equal(seen.Distinct().OrderDescending(), seen);
        Assert.Equal(flagged, page.Total);
        Assert.All(page.Items, row => Assert.True(row.NeedsDecision));
    }

    [Fact]
    public async Task Search_takes_a_number_with_and_without_its_prefix()
    {
        var wanted = await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(1)));
        await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(2)));

        await SearchFindsAsync(wanted.Number, wanted);
        await SearchFindsAsync($"  so-{wanted.Id} ", wanted);
        await SearchFindsAsync($"SO{wanted.Id}", wanted);
        await SearchFindsAsync($"{wanted.Id}", wanted);
        await SearchFindsAsync("SO-00000");
        await SearchFindsAsync("99999999999999999999999999");
        await SearchFindsAsync("SO-99999999999999999999999999");
    }

    [Fact]
    public async Task Search_takes_an_Amazon_order_id_or_its_beginning()
    {
        var other = await ConnectAsync("A2DEMOSELLERIN");
        var first = await AddOrderAsync(AnAmazonOrder.Unshipped("403-1234567-0000001"));
        var second = await AddOrderAsync(AnAmazonOrder.Unshipped("403-1234567-0000002"), other);
        await AddOrderAsync(AnAmazonOrder.Unshipped("403-1234568-0000001"));

        await SearchFindsAsync("403-1234567-0000001", first);
        await SearchFindsAsync("403-1234567", second, first);
        await SearchFindsAsync("403-1234567-", second, first);
        await SearchFindsAsync("404-");
        await FindsAsync(new SalesOrderFilter(Search: "403-1234567", ChannelId: other.Id), second);
    }

    [Fact]
    public async Task Search_takes_part_of_an_items_SKU_whatever_the_case()
    {
        var kurta = await AddItemAsync("KURTA-M-BLUE");
        var order = await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(1)), item: kurta);
        await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(2)) with { Lines = [AnAmazonOrder.Line(sku: "SAREE")] });

        await SearchFindsAsync("kurta", order);
        await SearchFindsAsync("m-blue", order);
        await SearchFindsAsync("KURTA-M-BLUE", order);
        await SearchFindsAsync("dhoti");
    }

    [Fact]
    public async Task Search_finds_lines_whose_SKU_no_item_has_by_its_beginning()
    {
        var order = await AddOrderAsync(AnAmazonOrder.Unshipped());

        await SearchFindsAsync("KURTA-M", order);
        await SearchFindsAsync("KURTA-M-BLUE", order);
        await SearchFindsAsync("M-BLUE");
    }

    [Fact]
    public async Task Search_finds_lines_by_a_listing_that_was_linked_to_another_SKU()
    {
        var item = await AddItemAsync("STOCK-1");
        await AddListingAsync(item, "AMAZON-NAME");
        var sold = AnOrder(AnAmazonOrder.Unshipped() with { Lines = [AnAmazonOrder.Line(sku: "AMAZON-NAME")] });
        sold.Lines[0].LinkTo(item.Id);
        await AddAsync(sold);

        await SearchFindsAsync("amazon-n", sold);
        await SearchFindsAsync("stock-1", sold);
    }

    [Fact]
    public async Task Digits_are_a_number_or_a_whole_SKU()
    {
        var item = await AddItemAsync("8901234567");
        var linked = await AddOrderAsync(
            AnAmazonOrder.Unshipped(AmazonId(1)) with { Lines = [AnAmazonOrder.Line(sku: "8901234567")] }, item: item);
        var unlinked = await AddOrderAsync(
            AnAmazonOrder.Unshipped(AmazonId(2)) with { Lines = [AnAmazonOrder.Line(sku: "77")] });

        await SearchFindsAsync("8901234567", linked);
        await SearchFindsAsync("890123456");
        await SearchFindsAsync("77", unlinked);
        await SearchFindsAsync($"{linked.Id}", linked);
    }

    [Theory]
    [InlineData("100%", "100 ml")]
    [InlineData("A_B", "A-B")]
    [InlineData("A[1]", "A1")]
    [InlineData("O'Neil \"L\"", "ONeil")]
    [InlineData("a\\b", "a/b")]
    [InlineData("कुर्ता-नीला", "कुर्ता-लाल")]
    [InlineData("🧵 thread", "thread")]
    [InlineData("\U0010FFFF", "\uFFFF")]
    public async Task Odd_characters_in_a_SKU_mean_themselves(string sku, string other)
    {
        var item = await AddItemAsync(sku);
        var otherItem = await AddItemAsync(other);
        var linked = await AddOrderAsync(
            AnAmazonOrder.Unshipped(AmazonId(1)) with { Lines = [AnAmazonOrder.Line(sku: sku)] }, item: item);
        var unlinked = await AddOrderAsync(
            AnAmazonOrder.Unshipped(AmazonId(2)) with { Lines = [AnAmazonOrder.Line(sku: sku)] });
        await AddOrderAsync(
            AnAmazonOrder.Unshipped(AmazonId(3)) with { Lines = [AnAmazonOrder.Line(sku: other)] }, item: otherItem);

        await SearchFindsAsync(sku, unlinked, linked);
    }

    [Fact]
    public async Task A_text_that_is_in_very_many_SKUs_finds_their_orders_too()
    {
        await AddAllAsync(Enumerable.Range(1, 510).Select(number =>
            new Item($"BULK-{number}", null, null, FulfilledBy.Merchant, Clock.GetUtcNow())));
        var item = await AddItemAsync("BULK-LAST");
        var linked = await AddOrderAsync(
            AnAmazonOrder.Unshipped(AmazonId(1)) with { Lines = [AnAmazonOrder.Line(sku: "BULK-LAST")] }, item: item);
        var unlinked = await AddOrderAsync(
            AnAmazonOrder.Unshipped(AmazonId(2)) with { Lines = [AnAmazonOrder.Line(sku: "BULK-NEW")] });
        await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(3)));

        await FindsAsync(new SalesOrderFilter(Search: "BULK"), unlinked, linked);
        await FindsAsync(new SalesOrderFilter(Search: "bulk"), linked);
    }

    [Fact]
    public async Task Details_have_lines_taxes_comments_and_flags()
    {
        var item = await AddItemAsync("KURTA-M-BLUE");
        var order = AnOrder(
            AnAmazonOrder.Unshipped() with
            {
                ShipToState = "Karnataka",
                PaymentMethod = "COD",
                Prime = true,
                CancelRequestedByBuyer = true,
                Lines =
                [
                    AnAmazonOrder.Line("0001") with { Tax = 90.01m },
                    AnAmazonOrder.Line("0002", "SAREE") with
                    {
                        UnitPrice = null,
                        ItemAmount = null,
                        Tax = null,
                        Total = null,
                    },
                ],
            },
            item: item);
        await AddAsync(order);

        var found = await Orders.FindAsync(order.Id, Cancelled);

        Assert.NotNull(found);
        Assert.Equal(order.Id, found.Order.Id);
        Assert.Equal(
            (true, false, "COD", "IN"),
            (found.Prime, found.Business, found.PaymentMethod, found.ShipToCountry));
        Assert.Equal((Warehouse.Id, Warehouse.Name), (found.WarehouseId, found.WarehouseName));
        Assert.Equal(["0001", "0002"], found.Lines.Select(line => line.OrderItemId));
        Assert.Equal([item.Id, null], found.Lines.Select(line => line.ItemId));
        Assert.Equal(
            [new TaxAmount(TaxComponent.Cgst, 0m, 45.01m), new TaxAmount(TaxComponent.Sgst, 0m, 45.00m)],
            found.Lines[0].Taxes);
        Assert.Equal((500.00m, 590.00m), (found.Lines[0].UnitPrice, found.Lines[0].Total));
        Assert.Equal((null, null), (found.Lines[1].UnitPrice, found.Lines[1].Total));
        Assert.Empty(found.Lines[1].Taxes);
        var comment = Assert.Single(found.Comments);
        Assert.Equal((CommentKind.System, "Paid", "Amazon"), (comment.Kind, comment.Text, comment.Author));
        Assert.Equal(order.Flags, found.Flags);
        Assert.Contains(found.Flags, flag => flag.Code == "cancel.requested");
    }

    [Fact]
    public async Task Many_details_come_in_the_order_asked_for()
    {
        await AddAllAsync(Enumerable.Range(1, 12).Select(number => AnOrder(ATimedOrder(number))));
        var ids = (await WalkAsync(page => Orders.ListAsync(new(), NewestFirst, page, Cancelled), row => row.Id, 200))
            .OrderBy(id => id % 3)
            .ToList();

        var found = await Orders.FindManyAsync([.. ids, long.MaxValue], Cancelled);

        Assert.Equal(ids, found.Select(details => details.Order.Id));
        Assert.All(found, details => Assert.Single(details.Lines));
        Assert.All(found, details => Assert.Single(details.Comments));
    }

    [Fact]
    public async Task A_page_takes_as_many_queries_as_a_row()
    {
        await AddAllAsync(Enumerable.Range(1, 40).Select(number => AnOrder(ATimedOrder(number))));
        var statements = new StatementLog(Database);
        var orders = new SalesOrderQueries(statements.Storage, Database.Get<IConfigurationProvider>());

        await orders.ListAsync(new(), NewestFirst, new PageRequest(1), Cancelled);
        var one = statements.Taken();
        await orders.ListAsync(new(), NewestFirst, new PageRequest(30), Cancelled);
        var thirty = statements.Taken();
        await orders.FindManyAsync([1], Cancelled);
        var details = statements.Taken();
        await orders.FindManyAsync([.. Enumerable.Range(1, 30).Select(id => (long)id)], Cancelled);
        var manyDetails = statements.Taken();

        Assert.Equal((3, 3), (one, thirty));
        Assert.Equal((4, 4), (details, manyDetails));
    }

    private static MarketplaceOrder ATimedOrder(
        int number, int day = 1, int updated = 9, int shipBy = 5, decimal total = 590.00m) =>
        AnAmazonOrder.Unshipped(AmazonId(number)) with
        {
            CreatedAt = AnAmazonOrder.Ordered.AddDays(day),
            UpdatedAt = AnAmazonOrder.Ordered.AddDays(updated),
            ShipBy = AnAmazonOrder.Ordered.AddDays(shipBy),
            GrandTotal = total,
        };

    private Task<PageOf<SalesOrderRow>> ListAsync(SalesOrderFilter filter) =>
        Orders.ListAsync(filter, NewestFirst, new PageRequest(), Cancelled);

    private Task SearchFindsAsync(string text, params SalesOrder[] expected) =>
        FindsAsync(new SalesOrderFilter(Search: text), expected);

    /// <summary>Newest first, with the total; and the same by cursor.</summary>
    private async Task FindsAsync(SalesOrderFilter filter, params SalesOrder[] expected)
    {
        var page = await ListAsync(filter);
        var byCursor = await Orders.ListAsync(filter, NewestFirst, new PageRequest { ByCursor = true }, Cancelled);

        Assert.Equal(expected.Select(order => order.Id), page.Items.Select(row => row.Id));
        Assert.Equal(expected.Length, page.Total);
        Assert.Equal(page.Items.Select(row => row.Id).OrderDescending(), byCursor.Items.Select(row => row.Id));
    }

    private async Task SortsAsync(SalesOrderSort key, params SalesOrder[] ascending)
    {
        var ids = ascending.Select(order => order.Id).ToList();
        var up = await Orders.ListAsync(new(), new(key), new PageRequest(), Cancelled);
        var down = await Orders.ListAsync(new(), new(key, Descending: true), new PageRequest(), Cancelled);

        Assert.Equal(ids, up.Items.Select(row => row.Id));
        Assert.Equal(ids.AsEnumerable().Reverse(), down.Items.Select(row => row.Id));
    }

    public sealed class OnSqlite() : SalesOrderQueryTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : SalesOrderQueryTests(DatabaseProvider.SqlServer);
}
