using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.SyncOrders;
using AmazonIn.Domain.UseCases.SyncRuns;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.UseCases;

public sealed class OrderPageImporterTests
{
    private readonly InMemoryJournal _journal = new();
    private readonly InMemoryOrderImports _store;
    private readonly Quiet _quiet = new();
    private readonly FakeTimeProvider _time = new(AnAmazonOrder.Ordered.AddDays(3));
    private readonly SyncRun _run;

    public OrderPageImporterTests()
    {
        _store = new InMemoryOrderImports(_journal);
        _run = _journal.RequestAsync(
            new SyncRun(1, SyncModule.Orders, RunTrigger.Manual, "Meera", _time.GetUtcNow()), default).Result;
        _run.Take("portal", _time.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    [Fact]
    [Trait("Row", "O1")]
    [Trait("Row", "U1")]
    public async Task New_orders_are_created_once_however_often_they_come()
    {
        await ImportAsync(AnAmazonOrder.Unshipped("403-0000000-0000001"), AnAmazonOrder.Unshipped("403-0000000-0000001"));
        await ImportAsync(AnAmazonOrder.Unshipped("403-0000000-0000001"));

        Assert.Single(_store.Orders);
        Assert.Equal(1, _run.Synced);
        Assert.Equal([EntryChange.Created], _journal.Entries.Select(entry => entry.Change!.Value));
        Assert.Equal(["hash"], _store.BuyerKeys);
    }

    [Fact]
    public async Task One_unreadable_record_never_stops_the_others()
    {
        await ImportRecordsAsync(
            Record(AnAmazonOrder.Unshipped("403-0000000-0000001")),
            new MarketplaceRecord<MarketplaceOrder>(
                "403-0000000-0000002", null, "order.unreadable", "Amazon's answer for this order cannot be read."),
            Record(AnAmazonOrder.Unshipped("403-0000000-0000003")));

        Assert.Equal((2, 1), (_run.Synced, _run.NotSynced));
        var failed = _journal.Entries.Single(entry => entry.Outcome == EntryOutcome.NotSynced);
        Assert.Equal("Amazon's answer for this order cannot be read.", failed.Reason);
    }

    [Fact]
    public async Task One_order_that_the_database_refuses_never_stops_the_others()
    {
        _store.Refused.Add("403-0000000-0000002");

        await ImportAsync(
            AnAmazonOrder.Unshipped("403-0000000-0000001"),
            AnAmazonOrder.Unshipped("403-0000000-0000002"),
            AnAmazonOrder.Unshipped("403-0000000-0000003"));

        Assert.Equal(["403-0000000-0000001", "403-0000000-0000003"], _store.Orders.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("order.unexpected", Assert.Single(_journal.Entries, entry => entry.Reason is not null).ReasonCode);
        Assert.Equal(["403-0000000-0000002: A value does not fit."], _quiet.Faults);
    }

    [Fact]
    [Trait("Row", "O2")]
    public async Task Pending_and_unknown_cancelled_orders_are_passed_over_and_are_no_failures()
    {
        await ImportAsync(
            AnAmazonOrder.Pending("403-0000000-0000001"), AnAmazonOrder.Cancelled(id: "403-0000000-0000002"));

        Assert.Equal((0, 0, 2), (_run.Synced, _run.NotSynced, _run.PassedOver));
        Assert.Empty(_store.Orders);
        Assert.Empty(_journal.Entries);
    }

    [Fact]
    [Trait("Row", "O2")]
    public async Task A_cancelled_order_that_is_known_is_voided()
    {
        await ImportAsync(AnAmazonOrder.Unshipped());
        await ImportInNewRunAsync(AnAmazonOrder.Cancelled());

        Assert.Equal(EntryChange.Voided, _journal.Entries[^1].Change);
        Assert.Equal(OrderStatus.Void, _store.Orders.Values.Single().Status);
    }

    [Fact]
    public async Task What_has_expired_is_never_sealed_not_even_briefly()
    {
        var old = AnAmazonOrder.Shipped(AnAmazonOrder.Ordered.AddDays(-40));

        await ImportAsync(old);

        Assert.Single(_store.Orders);
        Assert.Empty(_store.Contacts);
        Assert.False(_store.Orders.Values.Single().HasContact);
    }

    [Fact]
    public async Task A_contact_that_arrives_later_is_kept_although_nothing_else_changed()
    {
        var withheld = AnAmazonOrder.Unshipped() with { Contact = null };
        await ImportAsync(withheld);
        await ImportInNewRunAsync(AnAmazonOrder.Unshipped());

        Assert.Single(_store.Contacts);
        Assert.Equal(EntryChange.Updated, _journal.Entries[^1].Change);
    }

    [Fact]
    public async Task An_answer_without_the_buyer_keeps_the_customer()
    {
        await ImportAsync(AnAmazonOrder.Unshipped());
        _store.Orders.Values.Single().BelongTo(7);
        await ImportInNewRunAsync(AnAmazonOrder.Shipped() with { Contact = null });

        Assert.Equal(["hash", null], _store.BuyerKeys);
    }

    [Fact]
    [Trait("Row", "I5")]
    public async Task Lines_are_linked_to_items_by_their_exact_sku()
    {
        const string Awkward = "कुर्ता/M + \"blue\" 'x' 100% 🧵";
        _store.Items[Awkward] = 42;

        await ImportAsync(AnAmazonOrder.Unshipped() with
        {
            Lines = [AnAmazonOrder.Line("1", Awkward), AnAmazonOrder.Line("2", Awkward.ToUpperInvariant())],
        });

        Assert.Equal([42L, null], _store.Orders.Values.Single().Lines.Select(line => line.ItemId));
    }

    [Fact]
    public async Task An_order_of_five_hundred_lines_is_taken_whole()
    {
        var lines = Enumerable.Range(1, 500)
            .Select(number => AnAmazonOrder.Line($"{number:D14}", $"SKU-{number}"))
            .ToList();

        await ImportAsync(AnAmazonOrder.Unshipped() with { Lines = lines, GrandTotal = 500 * 590m });

        var order = _store.Orders.Values.Single();
        Assert.Equal(500, order.Lines.Count);
        Assert.Empty(order.Flags);
    }

    private static MarketplaceRecord<MarketplaceOrder> Record(MarketplaceOrder order) => new(order.OrderId, order);

    private Task ImportAsync(params MarketplaceOrder[] orders) => ImportRecordsAsync([.. orders.Select(Record)]);

    private Task ImportRecordsAsync(params MarketplaceRecord<MarketplaceOrder>[] records) => ImportAsync(Work(), records);

    private Task ImportInNewRunAsync(MarketplaceOrder order)
    {
        _seen.Clear();
        return ImportAsync(order);
    }

    private Task ImportAsync(OrderRun work, MarketplaceRecord<MarketplaceOrder>[] records) =>
        new OrderPageImporter(_store, _store, _journal, _quiet, _quiet, _quiet, new InMemoryAudit(), _time)
            .ImportAsync(work, records, null, null, TestContext.Current.CancellationToken);

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private OrderRun Work()
    {
        var channel = new SalesChannel("Amazon IN", Marketplace.India, "A1DEMOSELLERIN", _time.GetUtcNow());
        var context = AnAmazonOrder.Context(now: _time.GetUtcNow());
        return new OrderRun(_run, channel, context, new RunWaits(_run, _journal, _quiet), _seen);
    }
}
