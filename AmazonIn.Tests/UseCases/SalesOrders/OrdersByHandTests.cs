using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.Tax;
using AmazonIn.Domain.UseCases.SalesOrders;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.Persistence.Queries;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.UseCases.SalesOrders;

/// <summary>What a person does to sales orders, with the stock that follows, over a real database.</summary>
public abstract class OrdersByHandTests(DatabaseProvider provider) : QueryTests(provider)
{
    private static readonly Actor Manager = new("user:7", "Asha", Role.Manager.Permissions);
    private static readonly Actor Viewer = new("user:8", "Ravi", Role.Viewer.Permissions);
    private static readonly PlaceOfSupply There = new(GstState.Find("27"), Abroad: false);

    private static readonly MarketplaceOrder Sent = AnAmazonOrder.Unshipped() with
    {
        GrandTotal = 1180.00m,
        Lines = [AnAmazonOrder.Line() with { Quantity = 2, UnitPrice = 250.00m }, AnAmazonOrder.Line("10000000000002", "DUPATTA")],
    };

    private readonly Bell _bell = new();
    private Item _kurta = null!;

    private IOrderStore Orders => Database.Get<IOrderStore>();

    private EditOrder Edit => new(
        Orders,
        Database.Get<IOrganisationStore>(),
        Database.Get<IItemQueries>(),
        Database.Get<IWarehouseQueries>(),
        _bell,
        new InMemoryAudit(),
        PrivacySettings.Default,
        Clock);

    private CreateOrder Create => new(
        Orders,
        Database.Get<IOrganisationStore>(),
        Database.Get<IItemQueries>(),
        Database.Get<ICustomerQueries>(),
        Database.Get<IWarehouseQueries>(),
        _bell,
        new InMemoryAudit(),
        Clock);

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        _kurta = await AddItemAsync("KURTA-M-BLUE", "Cotton kurta");
        await AddListingAsync(_kurta);
        await StockAsync(_kurta, onHand: 10);
        await using var db = Database.Open();
        await db.Items.ExecuteUpdateAsync(set => set.SetProperty(item => item.OpeningStockAt, Clock.GetUtcNow()), Cancelled);
    }

    [Fact]
    [Trait("Row", "O4")]
    [Trait("Row", "T5")]
    public async Task Rates_on_every_line_are_saved_and_the_stock_and_the_outbox_follow()
    {
        var order = await ImportAsync();
        Assert.Equal((10, 2), await BalanceAsync());

        var saved = await EditAsync(order, line => line with { Rate = 18m, Quantity = line.Quantity + 1 });

        Assert.True(saved.Succeeded);
        var found = await FindAsync(order.Id);
        Assert.All(found.Lines, line => Assert.True(line.ByHand));
        Assert.Equal(["IGST18", "IGST18"], found.Lines.SelectMany(line => line.Taxes).Select(tax => tax.Name));
        Assert.Equal(2065.00m, found.Total);
        Assert.Equal((10, 3), await BalanceAsync());
        Assert.Equal(1, _bell.Rung);
        await using var db = Database.Open();
        Assert.True(await db.StockPushes.AnyAsync(push => push.Due, Cancelled));
    }

    [Fact]
    [Trait("Row", "T5")]
    public async Task A_partial_change_of_rates_needs_the_very_plan_confirmed()
    {
        var order = await ImportAsync();

        var refused = await EditAsync(order, First);
        var otherPlan = await EditAsync(order, First, [new TaxLoss(order.Lines[1].Id, "DUPATTA", 89.00m)]);

        Assert.Equal("order.tax-would-be-lost", refused.Error?.Code);
        Assert.Contains("INR 90.00 of DUPATTA", refused.Error!.Message, StringComparison.Ordinal);
        Assert.Equal("order.tax-would-be-lost", otherPlan.Error?.Code);
        Assert.All((await FindAsync(order.Id)).Lines, line => Assert.False(line.ByHand));

        var saved = await EditAsync(order, First, [new TaxLoss(order.Lines[1].Id, "DUPATTA", 90.00m)]);

        Assert.True(saved.Succeeded);
        var found = await FindAsync(order.Id);
        Assert.Equal((90.00m, 0m), (found.Lines[0].Tax, found.Lines[1].Tax));
        Assert.Equal(1090.00m, found.Total);

        static LineEdit First(LineEdit line) => line.Quantity == 2 ? line with { Rate = 18m } : line;
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task An_import_after_an_edit_keeps_it_and_says_where_Amazon_differs()
    {
        var order = await ImportAsync();
        await EditAsync(order, line => line with { Rate = 18m, Quantity = 1, UnitPrice = 300.00m });

        await ImportAsync(Sent with
        {
            UpdatedAt = Sent.UpdatedAt.AddHours(1),
            GrandTotal = 1770.00m,
            Lines = [Sent.Lines[0] with { Quantity = 3, ItemAmount = 750.00m, Tax = 135.00m, Total = 885.00m }, Sent.Lines[1]],
        });

        var found = await FindAsync(order.Id);
        Assert.Equal((1, 354.00m), (found.Lines[0].Quantity, found.Lines[0].Total));
        Assert.Equal((3, 885.00m), (found.Lines[0].AmazonQuantity, found.Lines[0].AmazonTotal));
        Assert.Equal((708.00m, 1770.00m), (found.Total, found.AmazonTotal));
        Assert.Equal(2, found.Flags.Count(flag => flag.Code == "amazon.line-differs"));
        Assert.Equal((10, 1), await BalanceAsync());
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task A_line_added_by_hand_reserves_survives_a_sync_and_can_be_removed_again()
    {
        var order = await ImportAsync();

        var added = await EditAsync(
            order, line => line, add: new LineEdit { ItemId = _kurta.Id, Quantity = 4, UnitPrice = 100.00m });
        await ImportAsync(Sent with { UpdatedAt = Sent.UpdatedAt.AddHours(1), ShipBy = AnAmazonOrder.Ordered.AddDays(3) });

        Assert.True(added.Succeeded, added.Error?.Message);
        var found = await FindAsync(order.Id);
        Assert.Equal([1, 2, 3], found.Lines.Select(line => line.LineNumber));
        Assert.True(found.Lines[2].AddedByHand);
        Assert.Equal(1580.00m, found.Total);
        Assert.Equal((10, 6), await BalanceAsync());

        var removed = await Edit.RunAsync(
            Manager,
            new EditOrderRequest(
                found.Id, found.Version, [.. found.Lines.Take(2).Select(line => LineEdit.Of(line.Id, line.Figures))], null, null, []),
            Cancelled);

        Assert.True(removed.Succeeded, removed.Error?.Message);
        Assert.Equal(2, (await FindAsync(order.Id)).Lines.Count);
        Assert.Equal((10, 2), await BalanceAsync());
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task The_place_of_supply_chosen_by_hand_outlives_the_next_sync()
    {
        var unknown = Sent with { ShipToState = "Atlantis" };
        var order = await ImportAsync(unknown);
        var lines = order.Lines.Select(line => LineEdit.Of(line.Id, line.Figures)).ToList();

        var saved = await Edit.RunAsync(
            Manager,
            new EditOrderRequest(order.Id, order.Version, lines, new PlaceOfSupply(GstState.Find("29"), false), null, []),
            Cancelled);
        await ImportAsync(unknown with { UpdatedAt = Sent.UpdatedAt.AddHours(1), ShipBy = AnAmazonOrder.Ordered.AddDays(3) });

        Assert.True(saved.Succeeded, saved.Error?.Message);
        var found = await FindAsync(order.Id);
        Assert.Equal("29", found.PlaceOfSupply?.Code);
        Assert.Equal(["CGST0", "SGST0"], found.Lines[0].Taxes.Select(tax => tax.Name));
        Assert.False(found.NeedsDecision);
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task What_cannot_stand_is_refused_in_words()
    {
        var order = await ImportAsync();

        Assert.Equal("order.quantity", await RefusalAsync(order, line => line with { Quantity = -1 }));
        Assert.Equal("order.quantity", await RefusalAsync(order, line => line with { Quantity = int.MaxValue }));
        Assert.Equal("order.amount", await RefusalAsync(order, line => line with { UnitPrice = -0.01m }));
        Assert.Equal("order.amount", await RefusalAsync(order, line => line with { UnitPrice = 1.001m }));
        Assert.Equal("order.amount", await RefusalAsync(order, line => line with { Shipping = decimal.MaxValue }));
        Assert.Equal("order.discount", await RefusalAsync(order, line => line with { Discount = 5000m }));
        Assert.Equal("order.rate", await RefusalAsync(order, line => line with { Rate = 17m }));
        Assert.Equal("order.item-unknown", await RefusalAsync(
            order, line => line, new LineEdit { ItemId = 999, Quantity = 1, UnitPrice = 1m }));
        Assert.Equal("order.quantity", await RefusalAsync(
            order, line => line, new LineEdit { ItemId = _kurta.Id, Quantity = 0, UnitPrice = 1m }));
        Assert.Equal("order.line-unknown", await RefusalAsync(order, line => line with { LineId = line.LineId + 1000 }));

        var dropped = await Edit.RunAsync(
            Manager,
            new EditOrderRequest(
                order.Id, order.Version, [LineEdit.Of(order.Lines[0].Id, order.Lines[0].Figures)], null, null, []),
            Cancelled);
        var stale = await Edit.RunAsync(
            Manager, new EditOrderRequest(order.Id, order.Version - 1, [], null, null, []), Cancelled);
        var forbidden = await Edit.RunAsync(
            Viewer, new EditOrderRequest(order.Id, order.Version, [], null, null, []), Cancelled);

        Assert.Equal("order.line-of-amazon", dropped.Error?.Code);
        Assert.Equal("order.changed", stale.Error?.Code);
        Assert.Equal(ErrorKind.Forbidden, forbidden.Error?.Kind);
        Assert.All((await FindAsync(order.Id)).Lines, line => Assert.False(line.ByHand));
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task Packed_units_hold_the_quantity_and_the_warehouse()
    {
        var order = await ImportAsync();
        var other = await AddAsync(new Warehouse("Mezzanine", isPrimary: false, Clock.GetUtcNow()));
        await AddAsync(new Package(order.Id, 1, [new PackageLine(order.Lines[0].Id, 2)], "Asha", Clock.GetUtcNow()));
        order = await FindAsync(order.Id);

        Assert.Equal("order.below-packed", await RefusalAsync(order, line => line with { Quantity = 1, Rate = 18m }));
        var moved = await Edit.RunAsync(
            Manager,
            new EditOrderRequest(
                order.Id, order.Version, [.. order.Lines.Select(line => LineEdit.Of(line.Id, line.Figures))], null, other.Id, []),
            Cancelled);

        Assert.Equal("order.warehouse-in-use", moved.Error?.Code);
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task An_order_moves_to_another_warehouse_with_what_it_reserves()
    {
        var order = await ImportAsync();
        var other = await AddAsync(new Warehouse("Mezzanine", isPrimary: false, Clock.GetUtcNow()));

        var moved = await Edit.RunAsync(
            Manager,
            new EditOrderRequest(
                order.Id, order.Version, [.. order.Lines.Select(line => LineEdit.Of(line.Id, line.Figures))], null, other.Id, []),
            Cancelled);

        Assert.True(moved.Succeeded, moved.Error?.Message);
        Assert.Equal((10, 0), await BalanceAsync());
        Assert.Equal((0, 2), await BalanceAsync(other.Id));
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task An_order_made_by_hand_is_taxed_and_reserves_its_units()
    {
        var made = await Create.RunAsync(
            Manager,
            new NewOrderRequest(
                null, null, There, [new LineEdit { ItemId = _kurta.Id, Quantity = 3, UnitPrice = 400.00m, Rate = 5m }]),
            Cancelled);

        Assert.True(made.Succeeded, made.Error?.Message);
        var order = await FindAsync(made.Value);
        Assert.Equal((OrderStatus.Confirmed, 1260.00m), (order.Status, order.Total));
        Assert.Equal(["IGST5"], order.Lines[0].Taxes.Select(tax => tax.Name));
        Assert.Equal((10, 3), await BalanceAsync());
        var row = (await Database.Get<ISalesOrderQueries>().FindAsync(made.Value, Cancelled))!;
        Assert.Equal("Walk-in customer", row.Order.CustomerName);
        Assert.Null(row.Order.ChannelName);
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task An_order_by_hand_needs_a_line_a_place_and_the_permission()
    {
        var line = new LineEdit { ItemId = _kurta.Id, Quantity = 1, UnitPrice = 1m };

        Assert.Equal("order.no-lines", await CodeAsync(new NewOrderRequest(null, null, There, [])));
        Assert.Equal("order.place-missing", await CodeAsync(new NewOrderRequest(null, null, default, [line])));
        Assert.Equal("order.price-missing", await CodeAsync(new NewOrderRequest(null, null, There, [line with { UnitPrice = null }])));
        Assert.Equal("not-found", await CodeAsync(new NewOrderRequest(999, null, There, [line])));
        Assert.Equal("not-found", await CodeAsync(new NewOrderRequest(null, 999, There, [line])));
        Assert.Equal("access.forbidden", (await Create.RunAsync(Viewer, new NewOrderRequest(null, null, There, [line]), Cancelled)).Error?.Code);

        async Task<string?> CodeAsync(NewOrderRequest request) => (await Create.RunAsync(Manager, request, Cancelled)).Error?.Code;
    }

    [Fact]
    [Trait("Row", "O5")]
    public async Task A_clone_is_an_order_of_its_own_without_the_buyer()
    {
        var order = await ImportAsync();

        var cloned = await new CloneOrder(Orders, _bell, new InMemoryAudit(), Clock).RunAsync(Manager, order.Id, Cancelled);

        Assert.True(cloned.Succeeded, cloned.Error?.Message);
        var clone = await FindAsync(cloned.Value);
        Assert.Equal((null, null, null), (clone.AmazonOrderId, clone.ChannelId, clone.CustomerId));
        Assert.False(clone.HasContact);
        Assert.Empty(clone.Comments);
        Assert.Equal(order.Lines.Select(line => (line.Sku, line.Quantity, line.Total)), clone.Lines.Select(line => (line.Sku, line.Quantity, line.Total)));
        Assert.Equal((10, 4), await BalanceAsync());
        await using var db = Database.Open();
        Assert.False(await db.SealedContacts.AnyAsync(contact => contact.SalesOrderId == clone.Id, Cancelled));
    }

    [Fact]
    [Trait("Row", "O5")]
    [Trait("Row", "C-09")]
    public async Task A_clone_carries_nothing_personal_over()
    {
        var canary = new BuyerContact
        {
            BuyerName = "Canary Clone-Name",
            BuyerEmail = "canary-clone@marketplace.amazon.in",
            DeliveryAddress = new ContactAddress { Line1 = "Canary Clone-Street 1", Phone = "+91 98765 00001" },
        };
        var order = await ImportAsync(Sent with { Contact = canary });
        var vault = Database.Get<IContactVault>();
        Assert.Equal(canary, await vault.OpenAsync(Channel.Id, order.AmazonOrderId!, Cancelled));

        var cloned = await new CloneOrder(Orders, _bell, new InMemoryAudit(), Clock).RunAsync(Manager, order.Id, Cancelled);

        await using var db = Database.Open();
        var sealedFor = Assert.Single(await db.SealedContacts.ToListAsync(Cancelled));
        Assert.Equal(order.Id, sealedFor.SalesOrderId);
        var clone = (await Orders.FindAsync(cloned.Value, Cancelled))!.Order;
        Assert.Equal((null, null, false), (clone.AmazonOrderId, clone.CustomerId, clone.HasContact));
        Assert.DoesNotContain("Canary", System.Text.Json.JsonSerializer.Serialize(clone), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_comment_is_kept_with_its_author()
    {
        var order = await ImportAsync();
        var add = new AddComment(Orders, new InMemoryAudit(), Clock);

        Assert.True((await add.RunAsync(Manager, order.Id, "  Wrap it twice. ", Cancelled)).Succeeded);
        Assert.Equal("comment.empty", (await add.RunAsync(Manager, order.Id, "  ", Cancelled)).Error?.Code);
        Assert.Equal("comment.too-long", (await add.RunAsync(Manager, order.Id, new string('x', 1001), Cancelled)).Error?.Code);
        Assert.Equal("access.forbidden", (await add.RunAsync(Viewer, order.Id, "x", Cancelled)).Error?.Code);
        Assert.Equal("comment.personal", (await add.RunAsync(Manager, order.Id, "Ring 98450 12345", Cancelled)).Error?.Code);

        var comment = (await FindAsync(order.Id)).Comments.Single(comment => comment.Kind == CommentKind.Person);
        Assert.Equal(("Wrap it twice.", "Asha"), (comment.Text, comment.Author));
    }

    private async Task<SalesOrder> ImportAsync(MarketplaceOrder? order = null)
    {
        var run = await TakenAsync(SyncModule.Orders);
        var imports = new OrderImports(Database, run, Channel, AnAmazonOrder.Context() with { WarehouseId = Warehouse.Id });
        await imports.ImportAsync(order ?? Sent);
        await FinishAsync(run);
        await using var db = Database.Open();
        return await FindAsync(await db.SalesOrders
            .Where(row => row.AmazonOrderId == Sent.OrderId).Select(row => row.Id).SingleAsync(Cancelled));
    }

    private async Task<SalesOrder> FindAsync(long id) => (await Orders.FindAsync(id, Cancelled))!.Order;

    private Task<Result> EditAsync(
        SalesOrder order, Func<LineEdit, LineEdit> change, IReadOnlyList<TaxLoss>? confirmed = null, LineEdit? add = null)
    {
        var lines = order.Lines.Select(line => change(LineEdit.Of(line.Id, line.Figures))).ToList();
        if (add is not null)
        {
            lines.Add(add);
        }

        return Edit.RunAsync(
            Manager, new EditOrderRequest(order.Id, order.Version, lines, null, null, confirmed ?? []), Cancelled);
    }

    private async Task<string?> RefusalAsync(SalesOrder order, Func<LineEdit, LineEdit> change, LineEdit? add = null) =>
        (await EditAsync(order, change, null, add)).Error?.Code;

    private async Task<(int OnHand, int Reserved)> BalanceAsync(long? warehouseId = null)
    {
        await using var db = Database.Open();
        var place = warehouseId ?? Warehouse.Id;
        var balance = await db.StockBalances.SingleAsync(
            row => row.WarehouseId == place && row.ItemId == _kurta.Id, Cancelled);
        var sum = await db.StockMovements.Where(row => row.WarehouseId == place && row.ItemId == _kurta.Id)
            .SumAsync(row => row.Reserved, Cancelled);
        Assert.Equal(sum, balance.Reserved);
        return (balance.OnHand, balance.Reserved);
    }

    public sealed class OnSqlite() : OrdersByHandTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : OrdersByHandTests(DatabaseProvider.SqlServer);
}
