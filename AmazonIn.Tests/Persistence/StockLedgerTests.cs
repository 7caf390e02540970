using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Stock;
using AmazonIn.Domain.UseCases.Warehouses;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Persistence;

/// <summary>What people do with stock: the use cases over the real store.</summary>
public abstract class StockLedgerTests(DatabaseProvider provider) : SellerTests(provider), IOutboxSignal
{
    private static readonly Actor Asha = new("user:7", "Asha", Role.Manager.Permissions);
    private static readonly Actor Viewer = new("user:8", "Vikram", Role.Viewer.Permissions);

    private Warehouse _mumbai = null!;
    private int _rings;

    private IStockLedger Ledger => Database.Get<IStockLedger>();

    private IWarehouseStore Warehouses => Database.Get<IWarehouseStore>();

    private AdjustStock Adjust => new(Ledger, Warehouses, this);

    private TransferStock Transfer => new(Ledger, Warehouses, this);

    private ImportAdjustments Import => new(Ledger, Warehouses, this);

    public void Ring() => _rings++;

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        _mumbai = new Warehouse("Mumbai", isPrimary: false, Clock.GetUtcNow());
        await Warehouses.AddAsync(_mumbai, Cancelled);
        await using var db = Database.Open();
        foreach (var (sku, fulfilledBy) in new[]
        {
            ("KET", FulfilledBy.Merchant), ("POT", FulfilledBy.Merchant), ("=CUP", FulfilledBy.Merchant), ("FBA", FulfilledBy.Amazon),
        })
        {
            var item = new Item(sku, $"Title of {sku}", null, fulfilledBy, Clock.GetUtcNow());
            db.Add(item);
            await db.SaveChangesAsync(Cancelled);
            var listing = new Listing(Channel.Id, sku);
            listing.Update(new ListingFacts(
                null, null, ListingState.Active, fulfilledBy, "DEFAULT", null, null, null, Clock.GetUtcNow()));
            listing.LinkBySku(item.Id);
            db.Add(listing);
        }

        await db.SaveChangesAsync(Cancelled);
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Adjustment_moves_the_stock_explains_itself_and_marks_the_listing()
    {
        await AdjustAsync("KET", quantity: 10);
        var changed = await AdjustAsync("KET", delta: -3, reason: " Three broke ");

        Assert.Equal((10, 7), (changed.Value!.Before, changed.Value.After));
        Assert.Equal(2, _rings);
        await using var db = Database.Open();
        var lines = await db.StockMovements.OrderBy(line => line.Id).ToListAsync(Cancelled);
        Assert.Equal(
            [(MovementKind.Opening, 10), (MovementKind.Adjustment, -3)], lines.Select(line => (line.Kind, line.OnHand)));
        Assert.Equal(("Three broke", "by Asha"), (lines[1].Reason, lines[1].Reference));
        Assert.Equal(7, (await db.StockBalances.SingleAsync(Cancelled)).OnHand);
        var push = await db.StockPushes.SingleAsync(Cancelled);
        Assert.True(push.Due);
        Assert.Equal(2, push.Change);
    }

    [Fact]
    [Trait("Row", "I4")]
    public async Task First_count_is_the_opening_count_also_where_it_is_nothing()
    {
        await AdjustAsync("KET", quantity: 0);
        await AdjustAsync("KET", quantity: 0);

        await using var db = Database.Open();
        var item = await db.Items.SingleAsync(one => one.Sku == "KET", Cancelled);
        Assert.Equal((Clock.GetUtcNow(), (long?)null), (item.OpeningStockAt!.Value, item.OpeningChannelId));
        Assert.Equal(1, await db.StockMovements.CountAsync(Cancelled));
        Assert.True((await db.StockPushes.SingleAsync(Cancelled)).Due);
    }

    [Theory]
    [InlineData("KET", null, null, "Counted", "stock.quantity-or-delta")]
    [InlineData("KET", 1, 1, "Counted", "stock.quantity-or-delta")]
    [InlineData("KET", -1, null, "Counted", "stock.negative")]
    [InlineData("KET", null, -1, "Counted", "stock.negative")]
    [InlineData("KET", null, 0, "Counted", "stock.no-change")]
    [InlineData("KET", 1_000_001, null, "Counted", "stock.too-many")]
    [InlineData("KET", 1, null, "  ", "stock.reason")]
    [InlineData("ket", 1, null, "Counted", "stock.sku-unknown")]
    [InlineData("", 1, null, "Counted", "stock.sku")]
    [InlineData("FBA", 1, null, "Counted", "stock.fba")]
    [Trait("Row", "K1")]
    public async Task Bad_adjustments_are_refused_and_change_nothing(
        string sku, int? quantity, int? delta, string reason, string code)
    {
        var refused = await AdjustAsync(sku, quantity, delta, reason);

        Assert.Equal(code, refused.Error?.Code);
        Assert.Equal(0, _rings);
        await using var db = Database.Open();
        Assert.Equal(0, await db.StockMovements.CountAsync(Cancelled));
        Assert.False(await db.Items.AnyAsync(item => item.OpeningStockAt != null, Cancelled));
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task Who_may_only_look_changes_nothing()
    {
        var request = new AdjustStockRequest("KET", null, 5, null, "Counted");

        Assert.Equal("access.forbidden", (await Adjust.RunAsync(Viewer, request, Cancelled)).Error?.Code);
        Assert.Equal("access.forbidden", (await Import.PreviewAsync(Viewer, new("sku", null), Cancelled)).Error?.Code);
        Assert.Equal("access.forbidden", (await Transfer.RunAsync(Viewer, Move(("KET", 1)), Cancelled)).Error?.Code);
        Assert.Equal(
            "access.forbidden", (await new MakeWarehousePrimary(Warehouses).RunAsync(Viewer, _mumbai.Id, Cancelled)).Error?.Code);
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Adjustments_at_the_same_time_are_all_counted()
    {
        await AdjustAsync("KET", quantity: 100);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AdjustAsync("KET", delta: -5), Cancelled)));

        await using var db = Database.Open();
        Assert.Equal(60, (await db.StockBalances.SingleAsync(Cancelled)).OnHand);
        Assert.Equal(60, await db.StockMovements.SumAsync(line => line.OnHand, Cancelled));
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Transfer_carries_what_is_available_from_one_warehouse_to_the_other()
    {
        await AdjustAsync("KET", quantity: 10);
        await AdjustAsync("POT", quantity: 4);

        Assert.True((await Transfer.RunAsync(Asha, Move(("KET", 6), ("POT", 4)), Cancelled)).Succeeded);

        Assert.Equal([("KET", 4), ("POT", 0)], await HeldAsync(Warehouse.Id));
        Assert.Equal([("KET", 6), ("POT", 4)], await HeldAsync(_mumbai.Id));
        await using var db = Database.Open();
        Assert.Equal(0, await db.StockMovements
            .Where(line => line.Kind == MovementKind.TransferIn || line.Kind == MovementKind.TransferOut)
            .SumAsync(line => line.OnHand, Cancelled));
        Assert.Equal(3, _rings);
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Transfer_of_more_than_is_available_moves_nothing_at_all()
    {
        await AdjustAsync("KET", quantity: 10);
        await AdjustAsync("POT", quantity: 4);
        await ReserveAsync("POT", 1);

        var refused = await Transfer.RunAsync(Asha, Move(("KET", 6), ("POT", 4)), Cancelled);

        Assert.Equal("stock.not-available", refused.Error?.Code);
        Assert.Contains("“POT”: 3 available", refused.Error!.Message, StringComparison.Ordinal);
        Assert.Empty(await HeldAsync(_mumbai.Id));
    }

    [Fact]
    public async Task Senseless_transfers_are_refused()
    {
        await AdjustAsync("KET", quantity: 10);

        Assert.Equal("stock.nothing-to-move", await RefusalAsync(Move()));
        Assert.Equal("stock.units", await RefusalAsync(Move(("KET", 0))));
        Assert.Equal("stock.units", await RefusalAsync(Move(("KET", -3))));
        Assert.Equal("stock.sku-twice", await RefusalAsync(Move(("KET", 1), ("KET", 2))));
        Assert.Equal("stock.sku-unknown", await RefusalAsync(Move(("NONE", 1))));
        Assert.Equal("stock.fba", await RefusalAsync(Move(("FBA", 1))));
        Assert.Equal("stock.reason", await RefusalAsync(Move(("KET", 1)) with { Reason = " " }));
        Assert.Equal("stock.same-warehouse", await RefusalAsync(Move(("KET", 1)) with { ToWarehouseId = Warehouse.Id }));
        Assert.Equal("not-found", await RefusalAsync(Move(("KET", 1)) with { ToWarehouseId = 999 }));
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task File_is_previewed_without_changing_anything_then_its_good_lines_are_written()
    {
        const string file = """
            SKU,Warehouse,Quantity,Delta,Reason
            KET,,12,,Counted
            KET,Mumbai,3,,Counted
            POT,mumbai,,5,
            KET,Mumbai,9,,Again
            NONE,,1,,Counted
            FBA,,1,,Counted
            POT,Pune,1,,Counted
            POT,,-1,,Counted
            POT,,one,,Counted
            POT,,99999999999,,Counted
            POT,,,,Counted
            '=CUP,,2,,Counted
            """;
        var request = new ImportAdjustmentsRequest(file, "Stock take");

        var preview = (await Import.PreviewAsync(Asha, request, Cancelled)).Value!;
        await using (var db = Database.Open())
        {
            Assert.Equal(0, await db.StockMovements.CountAsync(Cancelled));
        }

        var written = (await Import.RunAsync(Asha, request, Cancelled)).Value!;

        Assert.Equal(preview, written);
        Assert.Equal(
            [
                (2, null), (3, null), (4, null), (5, "stock.line-twice"), (6, "stock.sku-unknown"), (7, "stock.fba"),
                (8, "stock.warehouse-unknown"), (9, "stock.negative"), (10, "stock.no-number"), (11, "stock.no-number"),
                (12, "stock.quantity-or-delta"), (13, (string?)null),
            ],
            written.Select(line => (line.Line, line.Problem?.Code)));
        Assert.Equal([("=CUP", 2), ("KET", 12)], await HeldAsync(Warehouse.Id));
        Assert.Equal([("KET", 3), ("POT", 5)], await HeldAsync(_mumbai.Id));
        Assert.Equal(1, _rings);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("sku,warehouse,reason", "quantity or delta")]
    [InlineData("quantity\n1", "sku")]
    [InlineData("sku,quantity", "no lines")]
    [InlineData("sku,quantity\n\"KET,1", "line 2")]
    public async Task File_that_is_no_table_is_refused_as_a_whole(string file, string words)
    {
        var refused = await Import.RunAsync(Asha, new ImportAdjustmentsRequest(file, "Counted"), Cancelled);

        Assert.Contains(words, refused.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Ledger_shows_the_figure_that_every_line_led_to_on_each_page()
    {
        await AdjustAsync("KET", quantity: 10);
        await AdjustAsync("KET", delta: 5);
        await AdjustAsync("KET", delta: -2);
        await Transfer.RunAsync(Asha, Move(("KET", 4)), Cancelled);
        var queries = Database.Get<IStockQueries>();
        var id = await IdAsync("KET");

        var first = await queries.ListLedgerAsync(id, null, new PageRequest(2), Cancelled);
        var second = await queries.ListLedgerAsync(id, null, new PageRequest(2, 2), Cancelled);
        var there = await queries.ListLedgerAsync(id, _mumbai.Id, new PageRequest(), Cancelled);

        Assert.Equal(5, first.Total);
        Assert.Equal([(4, 13), (-4, 9)], first.Items.Select(row => (row.Movement.OnHand, row.OnHandAfter)));
        Assert.Equal([(-2, 13), (5, 15)], second.Items.Select(row => (row.Movement.OnHand, row.OnHandAfter)));
        Assert.Equal([(4, 4)], there.Items.Select(row => (row.Movement.OnHand, row.OnHandAfter)));
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Reservations_name_the_sales_order_or_say_that_it_is_pending_at_Amazon()
    {
        await AdjustAsync("KET", quantity: 10);
        await OrderAsync(
            AnAmazonOrder.Unshipped("403-1") with { Lines = [AnAmazonOrder.Line(sku: "KET")] },
            AnAmazonOrder.Pending("403-2") with { Lines = [AnAmazonOrder.Line(sku: "KET") with { Quantity = 2 }] });

        var held = (await Database.Get<IStockQueries>().ListReservationsAsync(
            await IdAsync("KET"), new PageRequest(), Cancelled)).Items.OrderBy(row => row.Reference).ToList();

        Assert.Equal(["403-1", "403-2"], held.Select(row => row.Reference));
        Assert.Equal([1, 2], held.Select(row => row.Units));
        Assert.NotNull(held[0].SalesOrderId);
        Assert.StartsWith("SO-", held[0].SalesOrderNumber, StringComparison.Ordinal);
        Assert.Null(held[1].SalesOrderId);
        Assert.All(held, row => Assert.Equal("Amazon IN", row.ChannelName));
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Listing_tells_what_is_to_be_offered_and_what_Amazon_said()
    {
        await AdjustAsync("KET", quantity: 10);
        await using (var db = Database.Open())
        {
            var push = await db.StockPushes.SingleAsync(Cancelled);
            push.Limit(buffer: 3, cap: 5);
            push.Refuse(push.Change, 5, PushRoute.Patch, "The SKU is closed.", "req-1", Clock.GetUtcNow());
            db.Add(new StockPushAnswer(
                push.ListingId, Channel.Id, 5, PushRoute.Patch, PushState.Refused, "The SKU is closed.", "req-1", Clock.GetUtcNow()));
            await db.SaveChangesAsync(Cancelled);
        }

        var queries = Database.Get<IStockQueries>();
        var row = Assert.Single(await queries.ListPushesAsync(await IdAsync("KET"), Cancelled));
        var answer = Assert.Single((await queries.ListAnswersAsync(row.ListingId, new PageRequest(), Cancelled)).Items);
        var fba = Assert.Single(await queries.ListPushesAsync(await IdAsync("FBA"), Cancelled));

        Assert.Equal((10, 3, 5, 5), (row.Available, row.Buffer, row.Cap, row.Offered));
        Assert.Equal((PushState.Refused, 5, "The SKU is closed.", "req-1"), (row.State, row.Quantity, row.Reason, row.RequestId));
        Assert.Equal((5, PushState.Refused, "The SKU is closed."), (answer.Quantity, answer.State, answer.Answer));
        Assert.Null(fba.Offered);
    }

    [Fact]
    public async Task List_narrows_by_warehouse_level_and_state_and_sorts_by_what_is_available()
    {
        await AdjustAsync("KET", quantity: 10);
        await AdjustAsync("POT", quantity: 3);
        await ReserveAsync("POT", 4);
        await Transfer.RunAsync(Asha, Move(("KET", 4)), Cancelled);

        Assert.Equal(["POT", "=CUP", "KET"], await ListAsync(new()));
        Assert.Equal(["KET"], await ListAsync(new(WarehouseId: _mumbai.Id)));
        Assert.Equal(["POT"], await ListAsync(new(Level: StockLevel.Oversold)));
        Assert.Equal(["POT", "=CUP"], await ListAsync(new(Level: StockLevel.Out)));
        Assert.Equal(["=CUP"], await ListAsync(new(Level: StockLevel.NotCounted)));
        Assert.Empty(await ListAsync(new(Level: StockLevel.Negative)));
        Assert.Empty(await ListAsync(new(Level: StockLevel.Low)));
        Assert.Equal(["KET"], await ListAsync(new(Level: StockLevel.Low, WarehouseId: _mumbai.Id)));
        Assert.Equal(["POT", "KET"], await ListAsync(new(Push: PushState.Waiting)));
        Assert.Equal(["KET"], await ListAsync(new(Search: "ket")));
    }

    [Fact]
    [Trait("Row", "W1")]
    public async Task There_is_always_exactly_one_primary_warehouse()
    {
        var make = new MakeWarehousePrimary(Warehouses);

        Assert.True((await make.RunAsync(Asha, _mumbai.Id, Cancelled)).Succeeded);
        Assert.True((await make.RunAsync(Asha, _mumbai.Id, Cancelled)).Succeeded);
        Assert.Equal("not-found", (await make.RunAsync(Asha, 999, Cancelled)).Error?.Code);

        Assert.Equal(_mumbai.Id, (await Warehouses.GetPrimaryAsync(Cancelled)).Id);
        Assert.Equal(2, (await Warehouses.ListAsync(Cancelled)).Count);
    }

    [Fact]
    public async Task Warehouse_is_renamed_to_a_name_that_no_other_has()
    {
        var rename = new RenameWarehouse(Warehouses);

        Assert.Equal("warehouse.name-taken", (await rename.RunAsync(Asha, Warehouse.Id, "MUMBAI", Cancelled)).Error?.Code);
        Assert.Equal("warehouse.name", (await rename.RunAsync(Asha, Warehouse.Id, " ", Cancelled)).Error?.Code);
        Assert.True((await rename.RunAsync(Asha, _mumbai.Id, " mumbai ", Cancelled)).Succeeded);
        Assert.Equal("mumbai", (await Warehouses.FindAsync(_mumbai.Id, Cancelled))?.Name);
    }

    private Task<Result<AdjustmentOutcome>> AdjustAsync(
        string sku, int? quantity = null, int? delta = null, string reason = "Counted") =>
        Adjust.RunAsync(Asha, new AdjustStockRequest(sku, null, quantity, delta, reason), Cancelled);

    private TransferStockRequest Move(params (string Sku, int Units)[] lines) => new(
        Warehouse.Id, _mumbai.Id, [.. lines.Select(line => new TransferStockLine(line.Sku, line.Units))], "Moved house");

    private async Task<string?> RefusalAsync(TransferStockRequest request) =>
        (await Transfer.RunAsync(Asha, request, Cancelled)).Error?.Code;

    private Task ReserveAsync(string sku, int units) => OrderAsync(
        AnAmazonOrder.Pending() with { Lines = [AnAmazonOrder.Line(sku: sku) with { Quantity = units }] });

    private async Task OrderAsync(params MarketplaceOrder[] orders) => await new OrderImports(
        Database,
        await TakenAsync(SyncModule.Orders),
        Channel,
        AnAmazonOrder.Context() with { WarehouseId = Warehouse.Id }).ImportAsync(orders);

    private async Task<IEnumerable<string>> ListAsync(StockFilter filter) => (await Database.Get<IStockQueries>().ListAsync(
        filter, new SortBy<StockSort>(StockSort.Available), new PageRequest(), Cancelled)).Items.Select(row => row.Sku);

    private async Task<long> IdAsync(string sku) => (await Ledger.FindItemsAsync([sku], Cancelled))[sku].Id;

    private async Task<List<(string Sku, int OnHand)>> HeldAsync(long warehouseId)
    {
        await using var db = Database.Open();
        var held = await db.StockBalances
            .Where(balance => balance.WarehouseId == warehouseId)
            .Join(db.Items, balance => balance.ItemId, item => item.Id, (balance, item) => new { item.Sku, balance.OnHand })
            .OrderBy(row => row.Sku)
            .ToListAsync(Cancelled);
        return held.ConvertAll(row => (row.Sku, row.OnHand));
    }

    public sealed class OnSqlite() : StockLedgerTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : StockLedgerTests(DatabaseProvider.SqlServer);
}
