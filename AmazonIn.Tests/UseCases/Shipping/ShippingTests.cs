using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.UseCases.Shipping;

/// <summary>A shop with orders of three kurtas and one saree each, imported as from Amazon, over a real database.</summary>
public abstract class ShippingTests(DatabaseProvider provider) : SellerTests(provider)
{
    private protected const string Kurta = "KURTA-M-BLUE";
    private protected const string Saree = "SAREE-RED";

    private OrderImports _imports = null!;

    private protected static Actor Asha { get; } = new("user:7", "Asha", Role.Manager.Permissions);

    private protected ScriptedShipments Amazon { get; } = new();

    private protected IOrderStore Orders => Database.Get<IOrderStore>();

    private protected IShipmentOutbox Outbox => Database.Get<IShipmentOutbox>();

    private protected ShipmentTerms Terms => new(
        Database.Get<ICarrierStore>(), Database.Get<IOrganisationStore>(), Database.Get<IChannelStore>(), Clock);

    private protected PackOrder Pack => new(Orders, Clock);

    private protected CreateShipment Ship => new(Orders, Terms, new Quiet(), PrivacySettings.Default, Clock);

    private protected CorrectShipment Correct => new(Orders, Terms, new Quiet());

    private protected RetryConfirmation Retry => new(Orders, new Quiet());

    private protected UnpackPackage Unpack => new(Orders);

    private protected VoidOrder VoidIt => new(Orders, new Quiet(), PrivacySettings.Default, Clock);

    private protected UnfulfilOrder Unfulfil => new(Orders, new Quiet(), PrivacySettings.Default, Clock);

    private protected FulfilOrder Fulfil => new(Orders, Terms, new Quiet(), PrivacySettings.Default, Clock);

    private protected DecideCancelRequest Decide => new(Orders, VoidIt, Clock);

    private protected SendShipments Sender => new(Outbox, Amazon, Clock);

    private protected static MarketplaceOrder Bought(string id = "403-1234567-1234567") => AnAmazonOrder.Unshipped(id) with
    {
        CreatedAt = TestDatabase.Start.AddDays(-2),
        UpdatedAt = TestDatabase.Start.AddDays(-2).AddMinutes(30),
        GrandTotal = 4 * 590m,
        Lines =
        [
            AnAmazonOrder.Line("10000000000001", Kurta) with { Quantity = 3, ItemAmount = 1500m, Tax = 270m, Total = 1770m },
            AnAmazonOrder.Line("10000000000002", Saree),
        ],
    };

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        await using (var db = Database.Open())
        {
            foreach (var sku in new[] { Kurta, Saree })
            {
                var item = new Item(sku, sku, null, FulfilledBy.Merchant, Clock.GetUtcNow());
                db.Add(item);
                await db.SaveChangesAsync(Cancelled);
                var counted = new StockMovement(
                    Warehouse.Id, item.Id, MovementKind.Adjustment, 10, 0, "Counted", null, Clock.GetUtcNow());
                var balance = new StockBalance(Warehouse.Id, item.Id);
                balance.Apply(counted);
                db.AddRange(counted, balance);
                await db.Items.Where(one => one.Id == item.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.OpeningStockAt, TestDatabase.Start.AddDays(-9)), Cancelled);
                await db.SaveChangesAsync(Cancelled);
            }
        }

        var run = await TakenAsync(SyncModule.Orders);
        _imports = new OrderImports(
            Database, run, Channel, AnAmazonOrder.Context(now: Clock.GetUtcNow()) with { WarehouseId = Warehouse.Id });
    }

    private protected Task ImportAsync(params MarketplaceOrder[] orders) => _imports.ImportAsync(orders);

    private protected async Task<OrderFile> OrderAsync(MarketplaceOrder? order = null)
    {
        order ??= Bought();
        await ImportAsync(order);
        return await FileAsync(order.OrderId);
    }

    private protected async Task<OrderFile> FileAsync(string amazonOrderId = "403-1234567-1234567")
    {
        await using var db = Database.Open();
        var id = await db.SalesOrders.Where(order => order.AmazonOrderId == amazonOrderId)
            .Select(order => order.Id).SingleAsync(Cancelled);
        return (await Orders.FindAsync(id, Cancelled))!;
    }

    private protected Task<Result<Package>> PackAsync(OrderFile file, int kurtas, int sarees = 0) => Pack.RunAsync(
        Asha,
        file.Order.Id,
        [
            .. new[] { new PackRequestLine(LineOf(file, Kurta), kurtas), new PackRequestLine(LineOf(file, Saree), sarees) }
                .Where(line => line.Quantity != 0),
        ],
        Cancelled);

    private protected async Task<Package> PackedAsync(OrderFile file, int kurtas = 3, int sarees = 1)
    {
        var packed = await PackAsync(file, kurtas, sarees);
        Assert.Null(packed.Error);
        return packed.Value!;
    }

    private protected ShipmentRequest By(
        string carrier = "Blue Dart", string tracking = "BD 1234 5678", DateTimeOffset? at = null, string? name = null) =>
        new(carrier, name, tracking, at ?? Clock.GetUtcNow());

    private protected async Task<Package> ShippedAsync(OrderFile file, int kurtas = 3, int sarees = 1)
    {
        var package = await PackedAsync(file, kurtas, sarees);
        var shipped = await Ship.RunAsync(Asha, package.Id, By(), Cancelled);
        Assert.Null(shipped.Error);
        return shipped.Value!;
    }

    private protected static long LineOf(OrderFile file, string sku) => file.Order.Lines.Single(line => line.Sku == sku).Id;

    /// <summary>On hand and reserved; also that they equal the ledger.</summary>
    private protected async Task<(int OnHand, int Reserved)> StockAsync(string sku = Kurta)
    {
        await using var db = Database.Open();
        var item = await db.Items.SingleAsync(one => one.Sku == sku, Cancelled);
        var balance = await db.StockBalances.SingleAsync(one => one.ItemId == item.Id, Cancelled);
        var movements = await db.StockMovements.Where(one => one.ItemId == item.Id).ToListAsync(Cancelled);
        Assert.Equal(movements.Sum(one => one.OnHand), balance.OnHand);
        Assert.Equal(movements.Sum(one => one.Reserved), balance.Reserved);
        return (balance.OnHand, balance.Reserved);
    }

    private protected async Task<Shipment> ShipmentAsync(Package package) =>
        (await Orders.FindByPackageAsync(package.Id, Cancelled))!.Packages.Single(one => one.Id == package.Id).Shipment!;

    private protected Task SendAsync() => Sender.SendAsync(Channel, Cancelled);
}
