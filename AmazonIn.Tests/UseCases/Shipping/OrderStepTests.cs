using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Infrastructure.Persistence;

namespace AmazonIn.Tests.UseCases.Shipping;

public abstract class OrderStepTests(DatabaseProvider provider) : ShippingTests(provider)
{
    private PreviewOrderStep Preview => new(Orders, Terms, PrivacySettings.Default);

    [Fact]
    [Trait("Row", "O4")]
    public async Task Voiding_releases_what_is_reserved_and_leaves_what_has_left()
    {
        var file = await OrderAsync();
        await ShippedAsync(file, 1, 0);

        Assert.Null((await VoidIt.RunAsync(Asha, file.Order.Id, Cancelled)).Error);

        var order = (await FileAsync()).Order;
        Assert.Equal(OrderStatus.Void, order.Status);
        Assert.Equal(Clock.GetUtcNow().AddDays(30), order.ContactExpiresAt);
        Assert.Equal((9, 0), await StockAsync());
        Assert.Equal("order.void-already", (await VoidIt.RunAsync(Asha, file.Order.Id, Cancelled)).Error?.Code);

        // What Amazon was not told yet, it is not told any more.
        await SendAsync();
        Assert.Empty(Amazon.Calls);
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task A_later_sync_does_not_open_what_a_person_voided()
    {
        var file = await OrderAsync();
        await VoidIt.RunAsync(Asha, file.Order.Id, Cancelled);

        await ImportAsync(Bought() with { UpdatedAt = Bought().UpdatedAt.AddHours(1), Prime = true });

        var order = (await FileAsync()).Order;
        Assert.Equal(OrderStatus.Void, order.Status);
        Assert.Contains(order.Flags, flag => flag.Code == "amazon.status-differs");
        Assert.Equal((10, 0), await StockAsync());
    }

    [Fact]
    [Trait("Row", "O4")]
    [Trait("Row", "X3")]
    public async Task An_order_fulfilled_again_starts_the_days_anew()
    {
        var file = await OrderAsync();
        var package = await ShippedAsync(file);
        await SendAsync();
        Assert.Equal(Clock.GetUtcNow().AddDays(30), (await FileAsync()).Order.ContactExpiresAt);

        Clock.Advance(TimeSpan.FromDays(10));
        Assert.Null((await Unfulfil.RunAsync(Asha, file.Order.Id, Cancelled)).Error);

        var opened = await FileAsync();
        Assert.Equal(OrderStatus.Confirmed, opened.Order.Status);
        Assert.Null(opened.Order.ContactExpiresAt);
        Assert.Equal((10, 3), await StockAsync());
        Assert.Equal(ConfirmationState.Undone, opened.Packages.Single().Shipment!.State);

        Clock.Advance(TimeSpan.FromDays(5));
        Assert.Null((await Ship.RunAsync(Asha, package.Id, By(tracking: "NEW-1"), Cancelled)).Error);
        await SendAsync();

        var again = (await FileAsync()).Order;
        Assert.Equal(OrderStatus.Fulfilled, again.Status);
        Assert.Equal(Clock.GetUtcNow().AddDays(30), again.ContactExpiresAt);
        Assert.Equal((7, 0), await StockAsync());

        // Amazon's copy of the package is edited; nothing is shipped twice there.
        Assert.Equal("NEW-1", Assert.Single(Amazon.Packages).TrackingNumber);
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task An_order_reopened_against_Amazon_is_shipped_again_part_by_part()
    {
        var bought = Bought();
        await OrderAsync(bought);
        var sent = bought with
        {
            Status = MarketplaceOrderStatus.Shipped,
            UpdatedAt = bought.UpdatedAt.AddHours(1),
            Lines = [.. bought.Lines.Select(line => line with { QuantityFulfilled = line.Quantity })],
        };
        await ImportAsync(sent);
        var file = await FileAsync();
        Assert.Equal((7, 0), await StockAsync());
        Assert.Null((await Unfulfil.RunAsync(Asha, file.Order.Id, Cancelled)).Error);
        Assert.Equal((10, 3), await StockAsync());

        await ImportAsync(sent with { UpdatedAt = sent.UpdatedAt.AddHours(1), Prime = true });

        Assert.Equal(OrderStatus.Confirmed, (await FileAsync()).Order.Status);
        Assert.Equal((10, 3), await StockAsync());
        Assert.Null((await Fulfil.RunAsync(Asha, file.Order.Id, shippedOutside: true, Cancelled)).Error);
        Assert.Equal(OrderStatus.Fulfilled, (await FileAsync()).Order.Status);
        Assert.Equal((7, 0), await StockAsync());
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task A_sync_does_not_close_an_order_again_that_was_opened_right_after_Amazon_took_its_shipment()
    {
        var bought = Bought();
        var file = await OrderAsync(bought);
        var package = await ShippedAsync(file);
        await SendAsync();
        Assert.Null((await Unfulfil.RunAsync(Asha, file.Order.Id, Cancelled)).Error);

        await ImportAsync(bought with
        {
            Status = MarketplaceOrderStatus.Shipped,
            StatusText = "SHIPPED",
            UpdatedAt = bought.UpdatedAt.AddHours(1),
            Lines = [.. bought.Lines.Select(line => line with { QuantityFulfilled = line.Quantity })],
        });

        Assert.Equal(OrderStatus.Confirmed, (await FileAsync()).Order.Status);
        Assert.Equal((10, 3), await StockAsync());
        Assert.Null((await Ship.RunAsync(Asha, package.Id, By(), Cancelled)).Error);
        Assert.Equal(OrderStatus.Fulfilled, (await FileAsync()).Order.Status);
        Assert.Equal((7, 0), await StockAsync());
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task Fulfilling_an_Amazon_order_asks_for_a_shipment_or_that_it_was_shipped_outside()
    {
        var file = await OrderAsync();

        Assert.Equal("order.fulfil-needs-shipment", (await Fulfil.RunAsync(Asha, file.Order.Id, false, Cancelled)).Error?.Code);
        Assert.Null((await Fulfil.RunAsync(Asha, file.Order.Id, true, Cancelled)).Error);

        var order = (await FileAsync()).Order;
        Assert.Equal(OrderStatus.Fulfilled, order.Status);
        Assert.Contains(order.Comments, comment => comment.Text.Contains("Amazon was not told", StringComparison.Ordinal));
        Assert.Equal((7, 0), await StockAsync());
        await SendAsync();
        Assert.Empty(Amazon.Calls);
        Assert.Equal("order.fulfilled", (await Fulfil.RunAsync(Asha, file.Order.Id, true, Cancelled)).Error?.Code);
        Assert.Equal("order.fulfilled", (await PackAsync(await FileAsync(), 1)).Error?.Code);
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task Each_step_says_beforehand_what_it_does_and_what_Amazon_knows()
    {
        var file = await OrderAsync();
        Assert.Equal("order.nothing-to-unfulfil", (await Unfulfil.RunAsync(Asha, file.Order.Id, Cancelled)).Error?.Code);

        var voiding = (await Preview.RunAsync(Asha, file.Order.Id, OrderStep.Void, Cancelled)).Value!;
        Assert.StartsWith("4 units reserved for it are released", voiding.Stock, StringComparison.Ordinal);
        Assert.Contains("Cancel it in Seller Central too", voiding.Amazon, StringComparison.Ordinal);
        var fulfilling = (await Preview.RunAsync(Asha, file.Order.Id, OrderStep.Fulfil, Cancelled)).Value!;
        Assert.True(fulfilling.AsksWhetherOutside);
        Assert.Contains("Amazon is not told", fulfilling.Amazon, StringComparison.Ordinal);

        await ShippedAsync(file, 1, 0);
        var unsent = (await Preview.RunAsync(Asha, file.Order.Id, OrderStep.Void, Cancelled)).Value!;
        Assert.Contains("1 shipment that Amazon does not have yet will not be sent", unsent.Amazon, StringComparison.Ordinal);
        await SendAsync();
        var unfulfilling = (await Preview.RunAsync(Asha, file.Order.Id, OrderStep.Unfulfil, Cancelled)).Value!;
        Assert.StartsWith("1 unit is back in the stock", unfulfilling.Stock, StringComparison.Ordinal);
        Assert.Contains("no call to take a confirmation back", unfulfilling.Amazon, StringComparison.Ordinal);
    }

    public sealed class OnSqlite() : OrderStepTests(DatabaseProvider.Sqlite);

    [Trait("Needs", "SqlServer")]
    public sealed class OnSqlServer() : OrderStepTests(DatabaseProvider.SqlServer);
}
