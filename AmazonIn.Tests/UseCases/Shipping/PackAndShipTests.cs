using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Infrastructure.Persistence;

namespace AmazonIn.Tests.UseCases.Shipping;

public abstract class PackAndShipTests(DatabaseProvider provider) : ShippingTests(provider)
{
    [Fact]
    [Trait("Row", "H1")]
    public async Task An_order_is_packed_and_shipped_part_by_part()
    {
        var file = await OrderAsync();
        Assert.Equal((10, 3), await StockAsync());

        var first = await PackedAsync(file, 2, 0);
        Assert.Equal((10, 3), await StockAsync());
        Assert.Equal(OrderStatus.Confirmed, (await FileAsync()).Order.Status);

        Assert.Null((await Ship.RunAsync(Asha, first.Id, By(), Cancelled)).Error);
        Assert.Equal((8, 1), await StockAsync());
        Assert.Equal(OrderStatus.PartiallyShipped, (await FileAsync()).Order.Status);

        var second = await ShippedAsync(await FileAsync(), 1, 1);

        var whole = await FileAsync();
        Assert.Equal((7, 0), await StockAsync());
        Assert.Equal((9, 0), await StockAsync(Saree));
        Assert.Equal(OrderStatus.Fulfilled, whole.Order.Status);
        Assert.Equal(Clock.GetUtcNow(), whole.Order.FulfilledAt);
        Assert.Equal(Clock.GetUtcNow().AddDays(30), whole.Order.ContactExpiresAt);
        Assert.Equal([1, 2], whole.Packages.Select(package => package.Reference));
        Assert.Equal("Asha", second.PackedBy);
        var shipment = await ShipmentAsync(second);
        Assert.Equal(("BlueDart", (string?)null, "BD12345678"), (shipment.CarrierCode, shipment.CarrierName, shipment.TrackingNumber));
        Assert.Equal(ConfirmationState.Waiting, shipment.State);
    }

    [Fact]
    [Trait("Row", "H1")]
    public async Task More_than_was_ordered_is_never_packed()
    {
        var file = await OrderAsync();
        await PackedAsync(file, 2, 0);

        foreach (var (kurtas, code) in new[]
        {
            (2, "package.too-many"), (int.MaxValue, "package.too-many"), (-1, "package.quantity"), (int.MinValue, "package.quantity"),
        })
        {
            Assert.Equal(code, (await PackAsync(file, kurtas)).Error?.Code);
        }

        var line = LineOf(file, Kurta);
        Assert.Equal("package.quantity", (await Pack.RunAsync(Asha, file.Order.Id, [new(line, 0)], Cancelled)).Error?.Code);
        Assert.Equal("package.line-twice", (await Pack.RunAsync(Asha, file.Order.Id, [new(line, 1), new(line, 1)], Cancelled)).Error?.Code);
        Assert.Equal("package.line", (await Pack.RunAsync(Asha, file.Order.Id, [new(line + 999, 1)], Cancelled)).Error?.Code);
        Assert.Equal("package.empty", (await Pack.RunAsync(Asha, file.Order.Id, [], Cancelled)).Error?.Code);
        Assert.Equal(ErrorKind.NotFound, (await Pack.RunAsync(Asha, 999, [new(line, 1)], Cancelled)).Error?.Kind);
        Assert.Single((await FileAsync()).Packages);
        await PackedAsync(await FileAsync(), 1, 1);
    }

    [Fact]
    [Trait("Row", "H1")]
    public async Task What_left_from_Seller_Central_is_not_packed_here_again()
    {
        await OrderAsync();
        var bought = Bought();
        await ImportAsync(bought with
        {
            Status = MarketplaceOrderStatus.PartiallyShipped,
            UpdatedAt = bought.UpdatedAt.AddHours(1),
            Lines = [bought.Lines[0] with { QuantityFulfilled = 2 }, bought.Lines[1]],
        });

        var file = await FileAsync();
        Assert.Equal("package.too-many", (await PackAsync(file, 2)).Error?.Code);
        await PackedAsync(file, 1, 1);
    }

    [Fact]
    [Trait("Row", "H1")]
    public async Task Orders_that_Amazon_ships_or_collects_are_refused_with_what_to_do_instead()
    {
        var fba = await OrderAsync(Bought("403-0000000-0000001") with { FulfilledBy = FulfilledBy.Amazon });
        var refused = (await PackAsync(fba, 1)).Error!;
        Assert.Equal("order.fulfilled-by-amazon", refused.Code);
        Assert.Contains("FBA", refused.Message, StringComparison.Ordinal);

        var easy = await OrderAsync(Bought("403-0000000-0000002") with { EasyShip = true });
        var package = await PackedAsync(easy);
        var routed = (await Ship.RunAsync(Asha, package.Id, By(), Cancelled)).Error!;
        Assert.Equal("order.easy-ship", routed.Code);
        Assert.Contains("Schedule the pick-up in Seller Central", routed.Message, StringComparison.Ordinal);
        Assert.Null((await FileAsync("403-0000000-0000002")).Packages.Single().Shipment);
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task A_cancelled_order_is_neither_packed_nor_shipped()
    {
        var package = await PackedAsync(await OrderAsync(), 1, 0);
        var bought = Bought();
        await ImportAsync(bought with { Status = MarketplaceOrderStatus.Cancelled, StatusText = "CANCELLED", UpdatedAt = bought.UpdatedAt.AddHours(1) });

        Assert.Equal("order.void", (await PackAsync(await FileAsync(), 1)).Error?.Code);
        Assert.Equal("order.void", (await Ship.RunAsync(Asha, package.Id, By(), Cancelled)).Error?.Code);
        Assert.Equal((10, 0), await StockAsync());
    }

    [Fact]
    [Trait("Row", "O2")]
    public async Task The_buyers_request_to_cancel_blocks_shipping_until_a_person_decides()
    {
        var file = await OrderAsync(Bought() with { CancelRequestedByBuyer = true });
        var package = await PackedAsync(file);
        Assert.Equal("order.cancel-requested", (await Ship.RunAsync(Asha, package.Id, By(), Cancelled)).Error?.Code);
        Assert.Equal("order.cancel-requested", (await Fulfil.RunAsync(Asha, file.Order.Id, true, Cancelled)).Error?.Code);

        Assert.Null((await Decide.RunAsync(Asha, file.Order.Id, ship: true, Cancelled)).Error);

        Assert.Null((await Ship.RunAsync(Asha, package.Id, By(), Cancelled)).Error);
        Assert.Equal("order.no-cancel-request", (await Decide.RunAsync(Asha, file.Order.Id, ship: true, Cancelled)).Error?.Code);
        Assert.Contains((await FileAsync()).Order.Comments, comment => comment.Author == "Asha");
    }

    [Fact]
    [Trait("Row", "O2")]
    public async Task A_person_may_void_the_order_that_the_buyer_wants_cancelled()
    {
        var file = await OrderAsync(Bought() with { CancelRequestedByBuyer = true });

        Assert.Null((await Decide.RunAsync(Asha, file.Order.Id, ship: false, Cancelled)).Error);

        Assert.Equal(OrderStatus.Void, (await FileAsync()).Order.Status);
        Assert.Equal((10, 0), await StockAsync());
    }

    [Theory]
    [InlineData("  BD 1234\t5678\u00a0\u200b", "BD12345678")]
    [InlineData("EE-123_45.6/7", "EE-123_45.6/7")]
    [InlineData("   ", null)]
    [InlineData("BD<script>", null)]
    [InlineData("ट्रैक", null)]
    public void Blanks_of_a_tracking_number_are_taken_out_and_nonsense_is_refused(string typed, string? read) =>
        Assert.Equal(read, TrackingNumber.Read(typed));

    [Fact]
    [Trait("Row", "H1")]
    public async Task What_is_wrong_with_a_shipment_is_said()
    {
        var file = await OrderAsync();
        var package = await PackedAsync(file);
        var now = Clock.GetUtcNow();
        foreach (var (request, code) in new[]
        {
            (By(carrier: "bluedart"), "shipment.carrier"),
            (By(carrier: ""), "shipment.carrier"),
            (By(carrier: "Other"), "shipment.carrier-name"),
            (By(tracking: ""), "shipment.tracking-number"),
            (By(tracking: new string('9', 61)), "shipment.tracking-number"),
            (By(at: file.Order.OrderedAt.AddSeconds(-1)), "shipment.date"),
            (By(at: now.AddDays(1)), "shipment.date"),
            (By(at: DateTimeOffset.MaxValue.AddDays(-1)), "shipment.date"),
            (By(at: DateTimeOffset.MinValue.AddDays(1)), "shipment.date"),
        })
        {
            Assert.Equal(code, (await Ship.RunAsync(Asha, package.Id, request, Cancelled)).Error?.Code);
        }

        // 12:00 in India: the evening of the same day is now, since Amazon takes nothing from the future.
        Assert.Null((await Ship.RunAsync(Asha, package.Id, By("DHL", at: now.AddHours(8)), Cancelled)).Error);
        Assert.Equal(now, (await ShipmentAsync(package)).ShippedAt);
        Assert.Equal("package.shipped", (await Ship.RunAsync(Asha, package.Id, By(), Cancelled)).Error?.Code);
    }

    [Fact]
    [Trait("Row", "H1")]
    public async Task Carriers_are_taken_by_our_name_by_Amazons_code_or_as_other_by_name()
    {
        var save = new SaveCarrier(Database.Get<ICarrierStore>());
        Assert.Null((await save.RunAsync(Asha, null, new("Village Courier", "Other"), Cancelled)).Error);
        Assert.Equal("carrier.name-taken", (await save.RunAsync(Asha, null, new("village courier", "X"), Cancelled)).Error?.Code);
        Assert.Equal("carrier.name", (await save.RunAsync(Asha, null, new(" ", "X"), Cancelled)).Error?.Code);
        Assert.Equal("carrier.code", (await save.RunAsync(Asha, null, new("New", " "), Cancelled)).Error?.Code);

        foreach (var (request, code, name) in new[]
        {
            (By("blue dart"), "BlueDart", null), (By("Aramex"), "Aramex", null),
            (By("Other", name: " Hill Carriers "), "Other", "Hill Carriers"), (By("Village Courier"), "Other", (string?)"Village Courier"),
        })
        {
            var order = await OrderAsync(Bought($"403-0000000-{code.Length:D3}{name?.Length ?? 0:D4}"));
            var package = await PackedAsync(order);
            var shipped = (await Ship.RunAsync(Asha, package.Id, request, Cancelled)).Value!.Shipment!;
            Assert.Equal((code, name), (shipped.CarrierCode, shipped.CarrierName));
        }

        var carriers = await Database.Get<ICarrierStore>().ListAsync(Cancelled);
        var village = carriers.Single(one => one.Name == "Village Courier");
        Assert.Null((await save.RunAsync(Asha, village.Id, new("Village Express", "Gati"), Cancelled)).Error);
        Assert.Null((await new RemoveCarrier(Database.Get<ICarrierStore>()).RunAsync(Asha, village.Id, Cancelled)).Error);
        Assert.Equal(ErrorKind.NotFound, (await save.RunAsync(Asha, village.Id, new("X", "Gati"), Cancelled)).Error?.Kind);
    }

    [Fact]
    [Trait("Row", "H1")]
    public async Task A_package_is_taken_apart_only_while_Amazon_surely_does_not_know_it()
    {
        var file = await OrderAsync();
        var packed = await PackedAsync(file, 1, 0);
        Assert.Null((await Unpack.RunAsync(Asha, packed.Id, Cancelled)).Error);
        Assert.Empty((await FileAsync()).Packages);

        var shipped = await ShippedAsync(await FileAsync());
        Assert.Equal("package.told", (await Unpack.RunAsync(Asha, shipped.Id, Cancelled)).Error?.Code);
        await SendAsync();
        Assert.Null((await Unfulfil.RunAsync(Asha, file.Order.Id, Cancelled)).Error);
        Assert.Equal("package.told", (await Unpack.RunAsync(Asha, shipped.Id, Cancelled)).Error?.Code);
    }

    [Fact]
    [Trait("Row", "H1")]
    public async Task A_package_that_Amazon_refused_from_the_start_may_be_taken_apart_once_undone()
    {
        var shipped = await ShippedAsync(await OrderAsync());
        Amazon.Answer = _ => new("req-1", "No.");
        await SendAsync();
        Assert.Null((await Unfulfil.RunAsync(Asha, (await FileAsync()).Order.Id, Cancelled)).Error);

        Assert.Null((await Unpack.RunAsync(Asha, shipped.Id, Cancelled)).Error);

        Assert.Empty((await FileAsync()).Packages);
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task Whoever_may_not_is_refused()
    {
        var file = await OrderAsync();
        var packed = await PackedAsync(file, 1, 0);
        var viewer = new Actor("user:9", "Ravi", Role.Viewer.Permissions);
        var packer = new Actor("user:8", "Meena", Role.Fulfilment.Permissions);

        Assert.Equal(ErrorKind.Forbidden, (await Pack.RunAsync(viewer, file.Order.Id, [], Cancelled)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await Unpack.RunAsync(viewer, packed.Id, Cancelled)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await Ship.RunAsync(viewer, packed.Id, By(), Cancelled)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await Correct.RunAsync(viewer, packed.Id, By(), Cancelled)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await Retry.RunAsync(viewer, packed.Id, Cancelled)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await VoidIt.RunAsync(packer, file.Order.Id, Cancelled)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await Unfulfil.RunAsync(packer, file.Order.Id, Cancelled)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await Fulfil.RunAsync(packer, file.Order.Id, true, Cancelled)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await Decide.RunAsync(packer, file.Order.Id, true, Cancelled)).Error?.Kind);
        Assert.Null((await Ship.RunAsync(packer, packed.Id, By(), Cancelled)).Error);
    }

    [Fact]
    public async Task Two_people_who_pack_at_once_do_not_pack_a_unit_twice()
    {
        var file = await OrderAsync();
        var stale = (await Orders.FindAsync(file.Order.Id, Cancelled))!;
        await PackedAsync(file);

        var race = new Package(
            file.Order.Id, 1, [new PackageLine(LineOf(file, Kurta), 3)], "Ravi", Clock.GetUtcNow());

        await Assert.ThrowsAsync<ConcurrentChangeException>(() => Orders.SaveAsync(stale.Order, [race], Cancelled));
        Assert.Single((await FileAsync()).Packages);
    }

    public sealed class OnSqlite() : PackAndShipTests(DatabaseProvider.Sqlite);

    [Trait("Needs", "SqlServer")]
    public sealed class OnSqlServer() : PackAndShipTests(DatabaseProvider.SqlServer);
}
