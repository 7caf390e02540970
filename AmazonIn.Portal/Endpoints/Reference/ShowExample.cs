using System.Text.Json;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.Sync;
using AmazonIn.Portal.Endpoints.Wire;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AmazonIn.Portal.Endpoints.Reference;

/// <summary>Gives every record of the API an example, written by the same serializer as the answers.</summary>
internal sealed class ShowExample : IOpenApiSchemaTransformer
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 4, 30, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Json = MakeOptions();

    private static readonly RunJson Run = new(
        481, SyncModule.Orders, 1, RunTrigger.Manual, RunState.Succeeded, Morning, Morning.AddSeconds(1), Morning.AddSeconds(9), 37, 0, null);

    private static readonly PlaceJson Karnataka = new("29", "Karnataka");

    private static readonly ShipmentJson Shipment = new(
        64, "SHP-00064", 71, 901, "408-1234567-1234567", 1, "BlueDart", null, "BD12345678", Morning,
        ConfirmationState.Confirmed, null, "5f3c1a2b", Morning.AddSeconds(1), Morning.AddMinutes(3));

    private static readonly Dictionary<Type, object> Examples = new object[]
    {
        new ConnectBody(Marketplace.India.Id, "A1DEMOSELLERIN", "Atzr|…", "Amazon IN"),
        new ChannelChangeBody("Amazon IN, main account", true) { WarehouseId = 2 },
        new RemovedChannelJson(
            1, "Amazon IN", new RemovedJson(true, 412, 412, 318, 1204, 1198, 96, 20_480, 3), new KeptJson(2310, 17, 1642)),
        new SyncPreferencesBody(nameof(OrderPreference.ConfirmedAndFulfilled)),
        new SyncPreferencesJson(OrderPreference.ConfirmedAndFulfilled),
        new SyncRunBody(nameof(SyncModule.Orders), 1),
        new WarehouseBody("Bengaluru South"),
        new StockAdjustmentBody("KURTA-40-BLUE", null, 12, null, "Counted on Sunday"),
        new StockMovementJson(
            90, Morning, MovementKind.Adjustment, "Bengaluru", -2, 0, 12, 2, "Counted on Sunday", "by Asha"),
        new WarehouseJson(2, "Bengaluru South", false),
        new OrganisationBody("Malgudi Traders", "INR", "29", true, "Asia/Kolkata"),
        new OrganisationJson("Malgudi Traders", "INR", "29", true, "Asia/Kolkata"),
        new ChannelJson(
            1, "Amazon IN", Marketplace.India.Id, "A1DEMOSELLERIN", "INR", ChannelState.Active, null,
            Morning.AddDays(-11), Morning.AddDays(-11), true, null, Morning, Morning.AddHours(4)),
        Run,
        new RunsJson([Run]),
        new EntryJson(
            EntryKind.Item, "KURTA-42-BLUE", EntryOutcome.NotSynced, null, "group.too-many-attributes",
            "Its family differs by four attributes; three is the most."),
        new ItemJson(
            17, "KURTA-40-BLUE", "Cotton kurta, blue, 40", "B0CEXAMPLE", 3, FulfilledBy.Merchant, new StockJson(12, 2, 10),
            [new ListingJson(1, "KURTA-40-BLUE", ListingState.Active, 10, null)]),
        new ItemGroupJson(3, 1, "KURTA", "Cotton kurta", ["Size", "Colour"], 8, 96, Morning),
        new CustomerJson(
            5, "Amazon IN - Customer", 1, GstTreatment.Consumer, Karnataka, 2, Morning.AddDays(-40), Morning),
        Order(),
        new PackageBody([new PackageLineBody(2201, 1)]),
        new ShipmentBody("Blue Dart", "BD12345678", Morning),
        new FulfilBody(true),
        Shipment,
        new PackageJson(
            71, "PKG-00071", 901, "SO-00901", "408-1234567-1234567", 1, 1, Morning,
            [new PackageLineJson(2201, "KURTA-40-BLUE", 1)], Shipment),
    }.ToDictionary(example => example.GetType());

    public Task TransformAsync(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken)
    {
        if (Examples.TryGetValue(context.JsonTypeInfo.Type, out var example)
            && JsonSerializer.SerializeToNode(example, example.GetType(), Json) is { } node)
        {
            schema.Examples = [node];
        }

        return Task.CompletedTask;
    }

    private static SalesOrderJson Order()
    {
        static MoneyJson Rupees(decimal amount) => MoneyJson.Of(amount, "INR");
        return new SalesOrderJson(
            901, "SO-00901", 1, "408-1234567-1234567", OrderStatus.Confirmed, Morning.AddHours(-3), Morning,
            FulfilledBy.Merchant, 5, "Amazon IN - Customer", Karnataka, GstTreatment.Consumer, 1, "Paid",
            [new CommentJson("Paid", "AmazonIn", Morning)],
            [
                new OrderLineJson(
                    2201, "KURTA-40-BLUE", 17, "Cotton kurta, blue, 40", 1, 0, Rupees(499m), Rupees(40m), Rupees(0m),
                    Rupees(0m), Rupees(25.67m),
                    [new TaxJson("CGST0", 0m, Rupees(12.84m)), new TaxJson("SGST0", 0m, Rupees(12.83m))],
                    Rupees(564.67m)),
            ],
            Rupees(564.67m),
            [new FlagJson("state.read-as", "State “KA” read as Karnataka.", false)]);
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiJson.Configure(options);
        return options;
    }
}
