using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Tax;
using AmazonIn.Domain.UseCases.SalesOrders;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.UseCases.Shipping;

/// <summary>Each step with an order, a package or a carrier leaves its record, and none is taken where it cannot.</summary>
[Trait("Row", "A1")]
public abstract class AuditedStepTests(DatabaseProvider provider) : ShippingTests(provider)
{
    private static readonly Actor Meera = new("user:9", "Meera", Role.Viewer.Permissions);

    public static TheoryData<string> Actions { get; } =
    [
        AuditAction.PackOrder, AuditAction.UnpackPackage, AuditAction.CreateShipment, AuditAction.CorrectShipment,
        AuditAction.RetryConfirmation, AuditAction.FulfilOrder, AuditAction.UnfulfilOrder, AuditAction.VoidOrder,
        AuditAction.DeclineCancelRequest, AuditAction.SaveCarrier, AuditAction.RemoveCarrier, AuditAction.CommentOrder,
        AuditAction.CloneOrder, AuditAction.CreateOrder, AuditAction.EditOrder,
    ];

    private static PlaceOfSupply Karnataka { get; } = new(GstState.Find("29"), Abroad: false);

    private CreateOrder Create => new(
        Orders,
        Database.Get<IOrganisationStore>(),
        Database.Get<IItemQueries>(),
        Database.Get<ICustomerQueries>(),
        Database.Get<IWarehouseQueries>(),
        new Quiet(),
        Audit,
        Clock);

    private EditOrder Edit => new(
        Orders,
        Database.Get<IOrganisationStore>(),
        Database.Get<IItemQueries>(),
        Database.Get<IWarehouseQueries>(),
        new Quiet(),
        Audit,
        PrivacySettings.Default,
        Clock);

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task It_is_recorded_refused_without_permission_and_not_done_unrecorded(string action)
    {
        var step = await PrepareAsync(action);

        await step(Meera);
        Assert.Equal(AuditAction.RefuseAccess, Audit.Records[^1].Action);
        Assert.DoesNotContain(Audit.Records, record => record.Action == action && record.ActorId == Meera.Id);

        var before = Count(action);
        Audit.Fault = new StorageUnavailableException("The disk is full.");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => step(Asha));
        Audit.Fault = null;
        await step(Asha);

        Assert.Equal(before + 1, Count(action));
        Assert.DoesNotContain(Audit.Records, record => record.Outcome == AuditOutcome.Failed);
    }

    private static EditOrderRequest Same(SalesOrder order) => new(
        order.Id, order.Version, [.. order.Lines.Select(line => LineEdit.Of(line.Id, line.Figures))], null, null, []);

    private int Count(string action) =>
        Audit.Records.Count(record => record.Action == action && record.Outcome == AuditOutcome.Granted);

    private async Task<Func<Actor, Task>> PrepareAsync(string action)
    {
        var file = await OrderAsync(Bought() with { CancelRequestedByBuyer = action == AuditAction.DeclineCancelRequest });
        var order = file.Order.Id;
        var carriers = Database.Get<ICarrierStore>();
        switch (action)
        {
            case AuditAction.PackOrder:
                return actor => Pack.RunAsync(actor, order, [new PackRequestLine(LineOf(file, Kurta), 1)], Cancelled);
            case AuditAction.UnpackPackage:
                var packed = await PackedAsync(file);
                return actor => Unpack.RunAsync(actor, packed.Id, Cancelled);
            case AuditAction.CreateShipment:
                var toShip = await PackedAsync(file);
                return actor => Ship.RunAsync(actor, toShip.Id, By(), Cancelled);
            case AuditAction.CorrectShipment:
                var shipped = await ShippedAsync(file);
                return actor => Correct.RunAsync(actor, shipped.Id, By(tracking: "BD-OTHER"), Cancelled);
            case AuditAction.RetryConfirmation:
                Amazon.Answer = _ => new ConfirmationAnswer(null, "No.");
                var refused = await ShippedAsync(file);
                await SendAsync();
                return actor => Retry.RunAsync(actor, refused.Id, Cancelled);
            case AuditAction.FulfilOrder:
                return actor => Fulfil.RunAsync(actor, order, shippedOutside: true, Cancelled);
            case AuditAction.UnfulfilOrder:
                await ShippedAsync(file);
                return actor => Unfulfil.RunAsync(actor, order, Cancelled);
            case AuditAction.VoidOrder:
                return actor => VoidIt.RunAsync(actor, order, Cancelled);
            case AuditAction.DeclineCancelRequest:
                return actor => Decide.RunAsync(actor, order, ship: true, Cancelled);
            case AuditAction.SaveCarrier:
                return actor => new SaveCarrier(carriers, Audit).RunAsync(
                    actor, null, new CarrierRequest("Village Courier", "Other"), Cancelled);
            case AuditAction.RemoveCarrier:
                var carrier = (await carriers.ListAsync(Cancelled))[0].Id;
                return actor => new RemoveCarrier(carriers, Audit).RunAsync(actor, carrier, Cancelled);
            case AuditAction.CommentOrder:
                return actor => new AddComment(Orders, Audit, Clock).RunAsync(actor, order, "Packed twice", Cancelled);
            case AuditAction.CloneOrder:
                return actor => new CloneOrder(Orders, new Quiet(), Audit, Clock).RunAsync(actor, order, Cancelled);
            case AuditAction.CreateOrder:
                var item = file.Order.Lines[0].ItemId;
                return actor => Create.RunAsync(
                    actor,
                    new NewOrderRequest(
                        null, null, Karnataka, [new LineEdit { ItemId = item, Quantity = 1, UnitPrice = 400m, Rate = 5m }]),
                    Cancelled);
            case AuditAction.EditOrder:
                return async actor => await Edit.RunAsync(actor, Same((await FileAsync()).Order), Cancelled);
            default:
                throw new ArgumentOutOfRangeException(nameof(action), action, "There is no such step here.");
        }
    }

    public sealed class OnSqlite() : AuditedStepTests(DatabaseProvider.Sqlite);

    [Trait("Needs", "SqlServer")]
    public sealed class OnSqlServer() : AuditedStepTests(DatabaseProvider.SqlServer);
}
