using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Carriers;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Carriers;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.UseCases.Shipping;

namespace AmazonIn.Tests.UseCases.Carriers;

/// <summary>What carriers get of a parcel, over real stores and the real vault.</summary>
[Trait("Row", "X5")]
public abstract class HandOverTests(DatabaseProvider provider) : ShippingTests(provider)
{
    private const ConsignmentField Everything = ConsignmentField.RecipientName | ConsignmentField.RecipientAddress
        | ConsignmentField.RecipientPhone | ConsignmentField.Size | ConsignmentField.Contents | ConsignmentField.DeclaredValue;

    private static readonly Actor Robot = new("key:3", "Warehouse robot", Role.Fulfilment.Permissions);

    private static readonly ParcelTerms Terms30 = new() { Size = new ParcelSize(30, 20, 10, 900) };

    private static MarketplaceOrder Ordered => Bought() with
    {
        Contact = new BuyerContact
        {
            BuyerName = "Canary Buyer",
            BuyerEmail = "canary@marketplace.amazon.in",
            DeliveryAddress = new ContactAddress
            {
                Name = "Canary Recipient", Line1 = "Canary Street 1", City = "Mysuru", PostalCode = "570001", Phone = "+91 98765 00001",
            },
        },
    };

    [Theory]
    [InlineData(ConsignmentField.RecipientName)]
    [InlineData(ConsignmentField.RecipientAddress)]
    [InlineData(ConsignmentField.RecipientPhone)]
    [InlineData(ConsignmentField.Size)]
    [InlineData(ConsignmentField.Contents | ConsignmentField.DeclaredValue)]
    [InlineData(Everything)]
    [InlineData(ConsignmentField.None)]
    public async Task A_carrier_gets_exactly_the_fields_that_it_declares(ConsignmentField needs)
    {
        var carrier = new RecordingCarrier(needs);

        Assert.Null((await HandAsync(carrier, Robot)).Error);

        var got = Assert.Single(carrier.Got);
        Assert.Equal(needs, FieldsOf(got));
        Assert.Null(got.RecipientAddress?.Name);
        Assert.Null(got.RecipientAddress?.Phone);
        Assert.Equal("[consignment]", got.ToString());
    }

    [Fact]
    public async Task The_fields_hold_what_belongs_to_the_package()
    {
        var carrier = new RecordingCarrier(Everything);

        await HandAsync(carrier, Robot);

        var got = Assert.Single(carrier.Got);
        Assert.Equal(("Canary Recipient", "Canary Street 1", "+91 98765 00001"), (got.RecipientName, got.RecipientAddress!.Line1, got.RecipientPhone));
        Assert.Equal([(Kurta, 2)], got.Contents!.Select(item => (item.Sku, item.Quantity)));
        Assert.Equal(1180.00m, got.DeclaredValue!.Value.Amount);
    }

    [Fact]
    public async Task The_record_comes_before_and_names_fields_without_their_values()
    {
        var carrier = new RecordingCarrier(Everything);
        Audit.OnRecord = entry => Assert.True(entry.Outcome != AuditOutcome.Granted || carrier.Got.Count == 0);

        await HandAsync(carrier, Robot);

        var record = Assert.Single(Audit.Records, record => record.Action == AuditAction.HandOver);
        var details = AuditDetails.Read(record.Details);
        Assert.Equal(("test-carrier", Everything.ToString()), (details["carrier"], details["fields"]));
        Assert.StartsWith("order:", record.Subject, StringComparison.Ordinal);
        Assert.Single(Audit.Records, record => record.Action == AuditAction.HandOverContact);
        Assert.All(Audit.Records, one => Assert.DoesNotContain("Canary", one.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_handed_over()
    {
        var carrier = new RecordingCarrier(Everything);
        var (order, package) = await PackedOrderAsync();
        Audit.Fault = new StorageUnavailableException("The disk is full.");

        await Assert.ThrowsAsync<StorageUnavailableException>(
            () => HandOver.RunAsync(Robot, order, package, carrier, Terms30, Cancelled));

        Assert.Empty(carrier.Got);
    }

    [Fact]
    public async Task Whoever_may_not_ship_hands_nothing_over()
    {
        var carrier = new RecordingCarrier(Everything);

        Assert.Equal(
            "access.forbidden",
            (await HandAsync(carrier, new Actor("user:9", "Meera", Role.Viewer.Permissions))).Error?.Code);

        Assert.Empty(carrier.Got);
        Assert.Equal(AuditAction.RefuseAccess, Audit.Records[^1].Action);
    }

    [Fact]
    public async Task A_shipment_by_hand_hands_nothing_over_and_says_so()
    {
        await ShippedAsync(await OrderAsync(Ordered));

        var record = Assert.Single(Audit.Records, record => record.Action == AuditAction.HandOver);
        var details = AuditDetails.Read(record.Details);
        Assert.Equal(("manual", "None"), (details["carrier"], details["fields"]));
        Assert.DoesNotContain(Audit.Records, one => one.Action == AuditAction.HandOverContact);
    }

    private static ConsignmentField FieldsOf(Consignment got) =>
        Of(got.RecipientName, ConsignmentField.RecipientName)
        | Of(got.RecipientAddress, ConsignmentField.RecipientAddress)
        | Of(got.RecipientPhone, ConsignmentField.RecipientPhone)
        | Of(got.Size, ConsignmentField.Size)
        | Of(got.Contents, ConsignmentField.Contents)
        | Of(got.DeclaredValue, ConsignmentField.DeclaredValue)
        | Of(got.Order, ConsignmentField.MarketplaceOrder)
        | Of(got.Slot, ConsignmentField.Slot);

    private static ConsignmentField Of(object? value, ConsignmentField field) => value is null ? ConsignmentField.None : field;

    private async Task<Result<HandedOver>> HandAsync(ICarrierService carrier, Actor actor)
    {
        var (order, package) = await PackedOrderAsync();
        return await HandOver.RunAsync(actor, order, package, carrier, Terms30, Cancelled);
    }

    private async Task<(SalesOrder Order, Package Package)> PackedOrderAsync()
    {
        var package = await PackedAsync(await OrderAsync(Ordered), kurtas: 2, sarees: 0);
        return ((await FileAsync()).Order, package);
    }

    public sealed class OnSqlite() : HandOverTests(DatabaseProvider.Sqlite);

    [Trait("Needs", "SqlServer")]
    public sealed class OnSqlServer() : HandOverTests(DatabaseProvider.SqlServer);
}
