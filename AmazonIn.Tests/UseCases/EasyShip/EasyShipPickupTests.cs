using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Carriers;
using AmazonIn.Domain.UseCases.EasyShip;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.UseCases.Shipping;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.UseCases.EasyShip;

/// <summary>Pickups of Easy Ship parcels, over real stores.</summary>
[Trait("Row", "X5")]
public abstract class EasyShipPickupTests(DatabaseProvider provider) : ShippingTests(provider)
{
    private static readonly ParcelSize Size = new(30, 20, 12.5m, 850);

    private readonly ScriptedEasyShip _easyShip = new();
    private readonly Faults _faults = new();

    private EasyShipParcels Parcels => new(Orders, Database.Get<IChannelStore>());

    private SchedulePickup Schedule => new(Parcels, HandOver, new EasyShipCarrier(_easyShip), Orders, Audit, Clock);

    private ReschedulePickup Reschedule => new(Parcels, _easyShip, Orders, Audit, Clock);

    private CheckPickup Check => new(
        Parcels, _easyShip, Orders, new Quiet(), Audit, PrivacySettings.Default, Clock);

    private FollowPickups Follow => new(Database.Get<IPackageQueries>(), Check, _faults, Clock);

    private PrintPickupDocument Print => new(Parcels, _easyShip, Audit);

    [Fact]
    public async Task A_pickup_is_booked_without_any_address_kept_and_recorded()
    {
        var package = await PackedEasyShipAsync();

        var scheduled = await ScheduleAsync(package);

        Assert.True(scheduled.Succeeded, scheduled.Error?.Message);
        var pickup = (await FileAsync()).Packages.Single().Pickup!;
        Assert.Equal(
            (PickupState.Scheduled, "morning", "amazon-package-1", "300000000001"),
            (pickup.State, pickup.SlotId, pickup.AmazonPackageId, pickup.TrackingId));
        Assert.Equal(Size, pickup.Size);
        Assert.Equal(["10000000000001", "10000000000002"], Assert.Single(_easyShip.Booked).OrderItemIds);
        var record = Assert.Single(Audit.Records, record => record.Action == AuditAction.HandOver);
        Assert.Equal("MarketplaceOrder, Slot", AuditDetails.Read(record.Details)["fields"]);
        Assert.DoesNotContain(Audit.Records, one => one.Action == AuditAction.HandOverContact);
        Assert.Equal(Size, await Database.Get<IPackageQueries>().LastSizeAsync(Cancelled));
        Assert.Equal((10, 3), await StockAsync());
    }

    [Fact]
    public async Task A_pickup_is_moved()
    {
        var package = await ScheduledAsync();

        Assert.Null((await Reschedule.RunAsync(Asha, package.Id, ScriptedEasyShip.Evening, Cancelled)).Error);

        Assert.Equal("evening", (await FileAsync()).Packages.Single().Pickup!.SlotId);
        Assert.Contains(Audit.Records, one => one.Action == AuditAction.ReschedulePickup);
    }

    [Fact]
    public async Task Once_picked_up_it_is_a_shipment_with_Amazons_tracking_id_of_which_Amazon_is_not_told()
    {
        var package = await ScheduledAsync();
        Assert.Null((await Check.RunAsync(Asha, package.Id, Cancelled)).Error);
        Assert.Null((await FileAsync()).Packages.Single().Shipment);

        _easyShip.State = PickupState.PickedUp;
        Assert.Null((await Check.RunAsync(Asha, package.Id, Cancelled)).Error);
        Assert.Null((await Check.RunAsync(Asha, package.Id, Cancelled)).Error);

        var file = await FileAsync();
        var shipment = file.Packages.Single().Shipment!;
        Assert.Equal(("300000000001", ConfirmationState.NotNeeded), (shipment.TrackingNumber, shipment.State));
        Assert.Equal(OrderStatus.Fulfilled, file.Order.Status);
        Assert.Equal((7, 0), await StockAsync());
        Assert.Single(Audit.Records, one => one.Action == AuditAction.CreateShipment);
        await SendAsync();
        Assert.Empty(Amazon.Calls);
    }

    [Fact]
    public async Task Pickups_are_followed_until_they_are_shipments_without_anybody_asking()
    {
        await ScheduledAsync();
        Assert.Equal(1, await Follow.RunAsync(Cancelled));
        Assert.Null((await FileAsync()).Packages.Single().Shipment);

        Clock.Advance(TimeSpan.FromMinutes(15));
        _easyShip.State = PickupState.PickedUp;
        Assert.Equal(1, await Follow.RunAsync(Cancelled));
        Assert.Equal(0, await Follow.RunAsync(Cancelled));

        var package = (await FileAsync()).Packages.Single();
        Assert.Equal("300000000001", package.Shipment!.TrackingNumber);
        Assert.Equal(Clock.GetUtcNow(), package.Shipment.ShippedAt);
        Assert.Equal("system", Assert.Single(Audit.Records, one => one.Action == AuditAction.CreateShipment).ActorId);
    }

    [Fact]
    public async Task A_look_that_finds_nothing_new_leaves_the_order_as_it_is()
    {
        await ScheduledAsync();
        var before = (await FileAsync()).Order.Version;
        Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(1, await Follow.RunAsync(Cancelled));

        var file = await FileAsync();
        Assert.Equal(Clock.GetUtcNow(), file.Packages.Single().Pickup!.SeenAt);
        Assert.Equal(before, file.Order.Version);
    }

    [Fact]
    public async Task A_look_does_not_undo_what_was_moved_while_Amazon_was_asked()
    {
        var package = await ScheduledAsync();
        _easyShip.OnRead = async () =>
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Null((await Reschedule.RunAsync(Asha, package.Id, ScriptedEasyShip.Evening, Cancelled)).Error);
        };

        Assert.Equal(1, await Follow.RunAsync(Cancelled));

        Assert.Equal("evening", (await FileAsync()).Packages.Single().Pickup!.SlotId);
    }

    [Fact]
    public async Task A_pickup_that_cannot_be_followed_stops_no_other()
    {
        const string Bad = "403-0000000-0000001";
        await ScheduledAsync(Bad);
        await ScheduledAsync();
        _easyShip.State = PickupState.PickedUp;
        _easyShip.Faults[Bad] = new InvalidOperationException("Nobody foresaw this.");

        Assert.Equal(1, await Follow.RunAsync(Cancelled));

        Assert.Equal([_easyShip.Faults[Bad]], _faults.Seen);
        Assert.Null((await FileAsync(Bad)).Packages.Single().Shipment);
        Assert.NotNull((await FileAsync()).Packages.Single().Shipment);
    }

    [Fact]
    public async Task A_used_up_quota_leaves_the_rest_of_the_channel_to_the_next_time()
    {
        const string Other = "403-0000000-0000001";
        await ScheduledAsync();
        await ScheduledAsync(Other);
        foreach (var order in new[] { Other, "403-1234567-1234567" })
        {
            _easyShip.Faults[order] = new MarketplaceThrottledException("Later.", TimeSpan.FromMinutes(1), null);
        }

        Assert.Equal(0, await Follow.RunAsync(Cancelled));

        Assert.Single(_easyShip.Read);
    }

    [Fact]
    public async Task Pickups_of_resting_channels_and_those_nobody_made_for_a_month_are_left_alone()
    {
        await ScheduledAsync();
        Clock.Advance(FollowPickups.Patience + TimeSpan.FromDays(1));
        Assert.Equal(0, await Follow.RunAsync(Cancelled));

        await ScheduledAsync("403-0000000-0000001");
        await using (var db = Database.Open())
        {
            await db.Channels.ExecuteUpdateAsync(set => set.SetProperty(one => one.State, ChannelState.Inactive), Cancelled);
        }

        Assert.Equal(0, await Follow.RunAsync(Cancelled));
        Assert.Empty(_easyShip.Read);
    }

    [Fact]
    public async Task What_cannot_be_scheduled_is_refused_in_words_before_Amazon_is_asked()
    {
        var package = await PackedEasyShipAsync();

        Assert.Equal("parcel.dimensions", (await ScheduleAsync(package, Size with { HeightCm = 0 })).Error?.Code);
        Assert.Equal("parcel.weight", (await ScheduleAsync(package, Size with { WeightGrams = 10 })).Error?.Code);
        Assert.Equal("access.forbidden", (await Schedule.RunAsync(
            new Actor("user:9", "Meera", Role.Viewer.Permissions), package.Id, Size, ScriptedEasyShip.Morning, Cancelled)).Error?.Code);
        Assert.Equal("easy-ship.not-scheduled", (await Check.RunAsync(Asha, package.Id, Cancelled)).Error?.Code);
        Assert.Empty(_easyShip.Booked);

        Assert.Null((await ScheduleAsync(package)).Error);
        Assert.Equal("easy-ship.scheduled", (await ScheduleAsync(package)).Error?.Code);
        Assert.Equal("package.pickup-scheduled", (await Unpack.RunAsync(Asha, package.Id, Cancelled)).Error?.Code);
    }

    [Fact]
    public async Task Amazons_no_leaves_the_package_as_it_is_and_a_record_of_the_failure()
    {
        var package = await PackedEasyShipAsync();
        _easyShip.Refusal = new Error("easy-ship.slot-gone", "Gone.", ErrorKind.Conflict);

        Assert.Equal("easy-ship.slot-gone", (await ScheduleAsync(package)).Error?.Code);

        Assert.Null((await FileAsync()).Packages.Single().Pickup);
        Assert.Equal((AuditAction.HandOver, AuditOutcome.Failed), (Audit.Records[^1].Action, Audit.Records[^1].Outcome));
    }

    [Fact]
    public async Task An_order_of_another_kind_is_not_collected()
    {
        var package = await PackedAsync(await OrderAsync());

        Assert.Equal("easy-ship.other-order", (await ScheduleAsync(package)).Error?.Code);
    }

    [Fact]
    public async Task A_paper_is_recorded_first_and_only_for_those_who_print()
    {
        var package = await ScheduledAsync();
        var viewer = new Actor("user:9", "Meera", Role.Viewer.Permissions);

        Assert.Equal("access.forbidden", (await Print.RunAsync(viewer, package.Id, EasyShipDocument.Invoice, Cancelled)).Error?.Code);
        Audit.Fault = new StorageUnavailableException("The disk is full.");
        await Assert.ThrowsAsync<StorageUnavailableException>(
            () => Print.RunAsync(Asha, package.Id, EasyShipDocument.ShippingLabel, Cancelled));
        Assert.Empty(_easyShip.Made);

        Audit.Fault = null;
        Assert.True((await Print.RunAsync(Asha, package.Id, EasyShipDocument.ShippingLabel, Cancelled)).Succeeded);
        var record = Assert.Single(Audit.Records, one => one.Action == AuditAction.PrintCarrierDocument);
        Assert.Equal("ShippingLabel", AuditDetails.Read(record.Details)["document"]);
    }

    private Task<Result<Package>> ScheduleAsync(Package package, ParcelSize? size = null) =>
        Schedule.RunAsync(Asha, package.Id, size ?? Size, ScriptedEasyShip.Morning, Cancelled);

    private async Task<Package> PackedEasyShipAsync(string id = "403-1234567-1234567") =>
        await PackedAsync(await OrderAsync(Bought(id) with { EasyShip = true }));

    private async Task<Package> ScheduledAsync(string id = "403-1234567-1234567")
    {
        var package = await PackedEasyShipAsync(id);
        Assert.Null((await ScheduleAsync(package)).Error);
        return package;
    }

    private sealed class Faults : IPickupFaults
    {
        public List<object> Seen { get; } = [];

        public void Refused(long packageId, Error refusal) => Seen.Add(refusal);

        public void Faulted(long packageId, Exception exception) => Seen.Add(exception);
    }

    public sealed class OnSqlite() : EasyShipPickupTests(DatabaseProvider.Sqlite);

    [Trait("Needs", "SqlServer")]
    public sealed class OnSqlServer() : EasyShipPickupTests(DatabaseProvider.SqlServer);
}
