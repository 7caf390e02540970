using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.UseCases.Shipping;

namespace AmazonIn.Tests.Persistence.Queries;

public abstract class ShippingQueryTests(DatabaseProvider provider) : ShippingTests(provider)
{
    private const string Second = "403-0000000-0000002";

    private IPackageQueries Packages => Database.Get<IPackageQueries>();

    private IShipmentQueries Shipments => Database.Get<IShipmentQueries>();

    [Fact]
    [Trait("Row", "H1")]
    public async Task An_orders_packages_come_with_content_shipment_and_what_is_left()
    {
        var file = await OrderAsync(Bought() with { CancelRequestedByBuyer = true });
        var package = await PackedAsync(file, 2, 0);

        var shipping = (await Packages.OfOrderAsync(file.Order.Id, Cancelled))!;

        Assert.True(shipping is { AwaitsCancelDecision: true, Connected: true, ChannelRests: false });
        Assert.Equal([(Kurta, 1), (Saree, 1)], shipping.Left.Select(line => (line.Sku, line.Quantity)));
        var row = Assert.Single(shipping.Packages);
        Assert.Equal((package.Number, 1, "Asha", 2, "Amazon IN"), (row.Number, row.Reference, row.PackedBy, row.Units, row.ChannelName));
        Assert.Null(row.Shipment);
        Assert.Null(await Packages.OfOrderAsync(999, Cancelled));
    }

    [Fact]
    [Trait("Row", "H1")]
    public async Task Packages_and_shipments_are_listed_filtered_and_found()
    {
        var first = await ShippedAsync(await OrderAsync(), 1, 0);
        await SendAsync();
        var second = await ShippedAsync(await OrderAsync(Bought(Second)), 1, 0);
        Amazon.Answer = _ => new ConfirmationAnswer("req-2", "No.");
        await SendAsync();
        var third = await ShippedAsync(await FileAsync(Second), 1, 0);
        var fourth = await PackedAsync(await FileAsync(Second), 1, 0);

        Assert.Equal([fourth.Id, third.Id, second.Id, first.Id], await ListAsync(new()));
        var asked = await Packages.FindManyAsync([third.Id, 999, first.Id], Cancelled);
        Assert.Equal([third.Number, first.Number], asked.Select(row => row.Number));
        Assert.Equal([fourth.Id], await ListAsync(new(Stage: PackageStage.ToShip)));
        Assert.Equal([third.Id, second.Id, first.Id], await ListAsync(new(Stage: PackageStage.Shipped)));
        Assert.Equal([second.Id], await ListAsync(new(Stage: PackageStage.Refused)));
        Assert.Equal([third.Id], await ListAsync(new(Stage: PackageStage.Waiting)));
        Assert.Equal([first.Id], await ListAsync(new(SalesOrderId: first.SalesOrderId)));
        Assert.Equal([second.Id], await ListAsync(new(second.Number)));
        Assert.Equal([first.Id], await ListAsync(new(SalesOrder.NumberOf(first.SalesOrderId))));
        Assert.Equal([fourth.Id, third.Id, second.Id], await ListAsync(new("403-0000000")));
        Assert.Equal([third.Id, second.Id, first.Id], await ListAsync(new("bd1234")));
        Assert.Empty(await ListAsync(new(ChannelId: Channel.Id + 1)));

        var refused = await Shipments.ListAsync(
            new(State: ConfirmationState.Refused), new(ShipmentSort.Number, Descending: true), new PageRequest(), Cancelled);
        var row = Assert.Single(refused.Items);
        Assert.Equal((second.Number, "No.", "req-2", "BlueDart", 1), (row.PackageNumber, row.Answer, row.RequestId, row.Carrier, row.Units));
        Assert.Equal(3, (await Shipments.ListAsync(
            new("BD12345678", Channel.Id), new(ShipmentSort.ShippedAt), new PageRequest(), Cancelled)).Total);
    }

    [Fact]
    [Trait("Row", "S2")]
    public async Task A_channels_shipments_are_counted_by_how_far_they_are()
    {
        await ShippedAsync(await OrderAsync(), 1, 0);
        await SendAsync();
        Clock.Advance(TimeSpan.FromMinutes(3));
        await SendAsync();
        await ShippedAsync(await FileAsync(), 1, 0);
        Amazon.Answer = _ => throw new MarketplaceUnavailableException("Gone.", null);
        await SendAsync();
        await ShippedAsync(await FileAsync(), 1, 0);

        var today = await Shipments.StatusAsync(Channel.Id, Clock.GetUtcNow().AddHours(-1), Cancelled);
        var later = await Shipments.StatusAsync(Channel.Id, Clock.GetUtcNow().AddHours(1), Cancelled);

        Assert.Equal(new ShipmentStatus(1, 1, 0, 0, 0, 1), today);
        Assert.Equal(0, later.ConfirmedToday);
    }

    private async Task<IEnumerable<long>> ListAsync(PackageFilter filter)
    {
        var page = await Packages.ListAsync(
            filter, new SortBy<PackageSort>(PackageSort.PackedAt, Descending: true), new PageRequest(), Cancelled);
        Assert.Equal(page.Items.Count, page.Total);
        return page.Items.Select(row => row.Id);
    }

    public sealed class OnSqlite() : ShippingQueryTests(DatabaseProvider.Sqlite);

    [Trait("Needs", "SqlServer")]
    public sealed class OnSqlServer() : ShippingQueryTests(DatabaseProvider.SqlServer);
}
