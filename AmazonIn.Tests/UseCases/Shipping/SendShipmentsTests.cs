using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Infrastructure.Persistence;

namespace AmazonIn.Tests.UseCases.Shipping;

public abstract class SendShipmentsTests(DatabaseProvider provider) : ShippingTests(provider)
{
    [Fact]
    [Trait("Row", "H1")]
    public async Task A_package_is_told_to_Amazon_once_and_read_back()
    {
        var package = await ShippedAsync(await OrderAsync(), 2, 1);

        await SendAsync();
        await SendAsync();

        var call = Assert.Single(Amazon.Calls);
        Assert.Equal(("403-1234567-1234567", 1, "BlueDart", "BD12345678"), (call.OrderId, call.Reference, call.CarrierCode, call.TrackingNumber));
        Assert.Equal(2, call.Units["10000000000001"]);
        Assert.Equal(1, call.Units["10000000000002"]);
        var accepted = await ShipmentAsync(package);
        Assert.Equal((ConfirmationState.Accepted, "req-1"), (accepted.State, accepted.RequestId));
        Assert.Equal(0, Amazon.Reads);

        Clock.Advance(TimeSpan.FromSeconds(150));
        await SendAsync();

        var confirmed = await ShipmentAsync(package);
        Assert.Equal((ConfirmationState.Confirmed, Clock.GetUtcNow(), null), (confirmed.State, confirmed.SeenAt, confirmed.Answer));
        Clock.Advance(TimeSpan.FromDays(1));
        await SendAsync();
        Assert.Equal((1, 1), (Amazon.Calls.Count, Amazon.Reads));
    }

    [Fact]
    [Trait("Row", "H1")]
    public async Task What_Amazon_shows_otherwise_is_looked_at_three_times_and_then_said()
    {
        var package = await ShippedAsync(await OrderAsync());
        Amazon.Shown = sent => ScriptedShipments.AsSent(sent) with { TrackingNumber = "OTHER-1", Carrier = "DTDC" };
        await SendAsync();

        foreach (var wait in new[] { TimeSpan.FromSeconds(150), TimeSpan.FromMinutes(15) })
        {
            Clock.Advance(wait);
            await SendAsync();
            Assert.Equal(ConfirmationState.Accepted, (await ShipmentAsync(package)).State);
        }

        Clock.Advance(TimeSpan.FromHours(1));
        await SendAsync();

        var differing = await ShipmentAsync(package);
        Assert.Equal(ConfirmationState.Differs, differing.State);
        Assert.Equal(
            "Amazon shows the tracking number “OTHER-1” instead of “BD12345678”, and the carrier “DTDC” instead of “BlueDart”.",
            differing.Answer);
        Assert.Equal(3, Amazon.Reads);

        Amazon.Shown = null;
        Assert.Null((await Retry.RunAsync(Asha, package.Id, Cancelled)).Error);
        await SendAsync();
        Clock.Advance(TimeSpan.FromSeconds(150));
        await SendAsync();
        Assert.Equal(ConfirmationState.Confirmed, (await ShipmentAsync(package)).State);
    }

    [Fact]
    [Trait("Row", "H1")]
    public async Task A_correction_is_told_again_under_the_same_reference()
    {
        var package = await ShippedAsync(await OrderAsync());
        await SendAsync();

        Assert.Null((await Correct.RunAsync(Asha, package.Id, By("DTDC", "D 99"), Cancelled)).Error);
        Assert.Equal(ConfirmationState.Waiting, (await ShipmentAsync(package)).State);
        await SendAsync();

        Assert.Equal(["BD12345678", "D99"], Amazon.Calls.Select(call => call.TrackingNumber));
        Assert.All(Amazon.Calls, call => Assert.Equal(1, call.Reference));
        Assert.Equal("DTDC", Assert.Single(Amazon.Packages).CarrierCode);

        // The same once more is no news.
        Assert.Null((await Correct.RunAsync(Asha, package.Id, By("DTDC", "D99"), Cancelled)).Error);
        await SendAsync();
        Assert.Equal(2, Amazon.Calls.Count);
        Assert.Equal((7, 0), await StockAsync());
    }

    [Fact]
    [Trait("Row", "H1")]
    public async Task A_refusal_waits_for_a_person_with_Amazons_reason()
    {
        var package = await ShippedAsync(await OrderAsync());
        Amazon.Answer = _ => new ConfirmationAnswer("req-9", "Amazon does not take this carrier.");
        await SendAsync();
        Clock.Advance(TimeSpan.FromDays(3));
        await SendAsync();

        Assert.Single(Amazon.Calls);
        var refused = await ShipmentAsync(package);
        Assert.Equal(
            (ConfirmationState.Refused, "Amazon does not take this carrier.", "req-9"), (refused.State, refused.Answer, refused.RequestId));

        Amazon.Answer = null;
        Assert.Null((await Retry.RunAsync(Asha, package.Id, Cancelled)).Error);
        await SendAsync();
        Assert.Equal(ConfirmationState.Accepted, (await ShipmentAsync(package)).State);
        Assert.Equal("shipment.nothing-to-retry", (await Retry.RunAsync(Asha, package.Id, Cancelled)).Error?.Code);
    }

    [Fact]
    [Trait("Row", "H1")]
    public async Task Without_an_answer_it_is_tried_again_by_itself_with_growing_waits()
    {
        var package = await ShippedAsync(await OrderAsync());
        Amazon.Answer = _ => throw new MarketplaceUnavailableException("Amazon did not answer in time.", null);
        await SendAsync();
        await SendAsync();
        Assert.Single(Amazon.Calls);
        var first = await ShipmentAsync(package);
        Assert.Equal((ConfirmationState.Retrying, 1, Clock.GetUtcNow().AddMinutes(1)), (first.State, first.Attempts, first.NotBefore));

        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync();
        Assert.Equal(Clock.GetUtcNow().AddMinutes(2), (await ShipmentAsync(package)).NotBefore);
        Amazon.Answer = _ => throw new MarketplaceThrottledException("Slow down.", TimeSpan.FromMinutes(30), null);
        Clock.Advance(TimeSpan.FromMinutes(2));
        await SendAsync();
        Assert.Equal(Clock.GetUtcNow().AddMinutes(30), (await ShipmentAsync(package)).NotBefore);

        Amazon.Answer = null;
        Clock.Advance(TimeSpan.FromMinutes(30));
        await SendAsync();
        Assert.Equal((ConfirmationState.Accepted, 0), ((await ShipmentAsync(package)).State, (await ShipmentAsync(package)).Attempts));
        Assert.All(Amazon.Calls, call => Assert.Equal(1, call.Reference));
    }

    [Fact]
    [Trait("Row", "H1")]
    public async Task A_crash_between_Amazons_answer_and_our_commit_repeats_the_call_harmlessly()
    {
        var package = await ShippedAsync(await OrderAsync());
        var crashing = new SendShipments(new CrashingOutbox(Outbox), Amazon, Clock);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => crashing.SendAsync(Channel, Cancelled));
        Assert.Equal(ConfirmationState.Waiting, (await ShipmentAsync(package)).State);
        Assert.Single(Amazon.Packages);

        // Amazon may know it by now, so it is not taken apart even after it was undone.
        Assert.NotNull((await ShipmentAsync(package)).ToldAt);
        await SendAsync();

        Assert.Equal(2, Amazon.Calls.Count);
        Assert.Equal(Amazon.Calls[0] with { Units = Amazon.Calls[1].Units }, Amazon.Calls[1]);
        Assert.Single(Amazon.Packages);
        Assert.Equal(ConfirmationState.Accepted, (await ShipmentAsync(package)).State);
    }

    [Fact]
    public async Task An_answer_counts_for_what_was_sent_and_not_for_what_was_corrected_meanwhile()
    {
        var package = await ShippedAsync(await OrderAsync());
        Amazon.Answer = _ =>
        {
            Amazon.Answer = null;
            Assert.Null(Correct.RunAsync(Asha, package.Id, By(tracking: "LATER-1"), Cancelled).GetAwaiter().GetResult().Error);
            return new ConfirmationAnswer("req-1");
        };

        await SendAsync();
        Assert.Equal(ConfirmationState.Waiting, (await ShipmentAsync(package)).State);
        await SendAsync();

        Assert.Equal("LATER-1", Assert.Single(Amazon.Packages).TrackingNumber);
        Assert.Equal(ConfirmationState.Accepted, (await ShipmentAsync(package)).State);
    }

    [Fact]
    public async Task A_shipment_undone_while_the_call_is_out_stays_undone()
    {
        var file = await OrderAsync();
        var package = await ShippedAsync(file);
        Amazon.Answer = _ =>
        {
            Assert.Null(Unfulfil.RunAsync(Asha, file.Order.Id, Cancelled).GetAwaiter().GetResult().Error);
            return new ConfirmationAnswer("req-1");
        };

        await SendAsync();
        await SendAsync();

        Assert.Single(Amazon.Calls);
        Assert.Equal((ConfirmationState.Undone, "req-1"), ((await ShipmentAsync(package)).State, (await ShipmentAsync(package)).RequestId));
        Assert.Equal("package.told", (await Unpack.RunAsync(Asha, package.Id, Cancelled)).Error?.Code);
    }

    [Fact]
    public async Task A_refused_token_stops_the_channel_and_loses_nothing()
    {
        var package = await ShippedAsync(await OrderAsync());
        Amazon.Answer = _ => throw new MarketplaceUnauthorizedException("amazon.reauthorize", "Authorise again.", null);

        await Assert.ThrowsAsync<MarketplaceUnauthorizedException>(SendAsync);

        Assert.True((await ShipmentAsync(package)).IsDue);
    }

    [Fact]
    public async Task A_read_back_that_fails_is_made_later_and_decides_nothing()
    {
        var package = await ShippedAsync(await OrderAsync());
        await SendAsync();
        Amazon.ReadFault = new MarketplaceUnavailableException("Gone.", null);
        Clock.Advance(TimeSpan.FromMinutes(3));
        await SendAsync();

        var looked = await ShipmentAsync(package);
        Assert.Equal((ConfirmationState.Accepted, 0), (looked.State, looked.ReadBacks));
        Amazon.ReadFault = null;
        Clock.Advance(TimeSpan.FromMinutes(3));
        await SendAsync();
        Assert.Equal(ConfirmationState.Confirmed, (await ShipmentAsync(package)).State);
    }

    [Fact]
    public async Task Each_channel_sends_its_own_shipments_only()
    {
        await ShippedAsync(await OrderAsync());
        var other = await ConnectAsync("A2DEMOSELLERIN");

        await Sender.SendAsync(other, Cancelled);

        Assert.Empty(Amazon.Calls);
    }

    [Fact]
    [Trait("Row", "D1")]
    public async Task A_shipment_made_while_the_channel_rests_goes_out_once_it_works_again()
    {
        var package = await ShippedAsync(await OrderAsync());
        var channels = Database.Get<IChannelStore>();
        var channel = (await channels.FindAsync(Channel.Id, Cancelled))!;
        channel.Disable(Clock.GetUtcNow());
        await channels.SaveAsync(channel, null, Cancelled);
        Assert.Equal(ConfirmationState.Waiting, (await ShipmentAsync(package)).State);

        Clock.Advance(TimeSpan.FromDays(2));
        channel.Enable(Clock.GetUtcNow());
        await channels.SaveAsync(channel, null, Cancelled);
        await Sender.SendAsync(channel, Cancelled);

        Assert.Equal(TestKit.Databases.TestDatabase.Start, Assert.Single(Amazon.Calls).ShippedAt);
    }

    [Fact]
    public async Task A_sync_after_the_shipment_changes_neither_stock_nor_packages()
    {
        var bought = Bought();
        await ShippedAsync(await OrderAsync(bought), 2, 0);
        await SendAsync();

        // Amazon's answer of before the confirmation, and the one after it.
        await ImportAsync(bought with { UpdatedAt = bought.UpdatedAt.AddHours(1), Prime = true });
        Assert.Equal(OrderStatus.PartiallyShipped, (await FileAsync()).Order.Status);
        Assert.Equal((8, 1), await StockAsync());
        await ImportAsync(bought with
        {
            UpdatedAt = bought.UpdatedAt.AddHours(2),
            Status = MarketplaceOrderStatus.PartiallyShipped,
            Lines = [bought.Lines[0] with { QuantityFulfilled = 2 }, bought.Lines[1]],
        });

        var file = await FileAsync();
        Assert.Equal((8, 1), await StockAsync());
        Assert.Single(file.Packages);
        Assert.Empty(file.Order.Flags);

        // The rest leaves from Seller Central: Amazon's word counts.
        await ImportAsync(bought with
        {
            UpdatedAt = bought.UpdatedAt.AddHours(3),
            Status = MarketplaceOrderStatus.Shipped,
            Lines = [.. bought.Lines.Select(line => line with { QuantityFulfilled = line.Quantity })],
        });
        Assert.Equal(OrderStatus.Fulfilled, (await FileAsync()).Order.Status);
        Assert.Equal((7, 0), await StockAsync());
    }

    [Fact]
    public async Task A_line_that_Amazon_drops_stays_while_it_is_in_a_package()
    {
        var bought = Bought();
        await ShippedAsync(await OrderAsync(bought), 2, 0);

        await ImportAsync(bought with { UpdatedAt = bought.UpdatedAt.AddHours(1), Lines = [bought.Lines[1]] });

        Assert.Equal(2, (await FileAsync()).Packages.Single().Lines.Single().Quantity);
        Assert.Contains((await FileAsync()).Order.Lines, line => line.Sku == Kurta);
        Assert.Equal(8, (await StockAsync()).OnHand);
    }

    public sealed class OnSqlite() : SendShipmentsTests(DatabaseProvider.Sqlite);

    [Trait("Needs", "SqlServer")]
    public sealed class OnSqlServer() : SendShipmentsTests(DatabaseProvider.SqlServer);

    /// <summary>The portal dies after Amazon answered and before the answer is saved.</summary>
    private sealed class CrashingOutbox(IShipmentOutbox outbox) : IShipmentOutbox
    {
        public Task<IReadOnlyList<long>> DueAsync(long channelId, DateTimeOffset now, int take, CancellationToken cancellationToken) =>
            outbox.DueAsync(channelId, now, take, cancellationToken);

        public Task<IReadOnlyList<long>> ToReadBackAsync(
            long channelId, DateTimeOffset now, int take, CancellationToken cancellationToken) =>
            outbox.ToReadBackAsync(channelId, now, take, cancellationToken);

        public Task<OutgoingShipment?> BeginAsync(long shipmentId, DateTimeOffset now, CancellationToken cancellationToken) =>
            outbox.BeginAsync(shipmentId, now, cancellationToken);

        public Task<OutgoingShipment?> FindAsync(long shipmentId, CancellationToken cancellationToken) =>
            outbox.FindAsync(shipmentId, cancellationToken);

        public Task RecordAsync(long shipmentId, Action<Shipment> change, CancellationToken cancellationToken) =>
            throw new StorageUnavailableException("The database is gone.", new IOException());
    }
}
