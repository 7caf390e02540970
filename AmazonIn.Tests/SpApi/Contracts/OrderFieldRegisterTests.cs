using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmazonIn.Infrastructure.SpApi.Json;
using AmazonIn.Infrastructure.SpApi.Orders;
using AmazonIn.Infrastructure.SpApi.Orders.Wire;
using AmazonIn.Tests.SpApi.TestKit;

namespace AmazonIn.Tests.SpApi.Contracts;

[Trait("Row", "R-01")]
public sealed class OrderFieldRegisterTests
{
    /// <summary>Which wire records read which definitions.</summary>
    private static readonly Dictionary<Type, string[]> _definitions = new()
    {
        [typeof(WireOrder)] = ["Order"],
        [typeof(WireAssociatedOrder)] = ["AssociatedOrder"],
        [typeof(WireOrderFulfillment)] = ["OrderFulfillment"],
        [typeof(WireWindow)] = ["DateTimeRange"],
        [typeof(WireOrderProceeds)] = ["OrderProceeds"],
        [typeof(WireBreakdown)] = ["OrderProceedsBreakdown", "ItemProceedsBreakdown"],
        [typeof(WirePayment)] = ["OrderPayment"],
        [typeof(WirePaymentExecution)] = ["PaymentExecution"],
        [typeof(WirePackage)] = ["OrderPackage"],
        [typeof(WireBuyer)] = ["Buyer"],
        [typeof(WireRecipient)] = ["Recipient"],
        [typeof(WireAddress)] = ["CustomerAddress"],
        [typeof(WireDeliveryPreference)] = ["DeliveryPreference"],
        [typeof(WireOrderTax)] = ["OrderTax"],
        [typeof(WireTaxRegistration)] = ["OrderTaxRegistration"],
        [typeof(WireOrderItem)] = ["OrderItem"],
        [typeof(WireProduct)] = ["ItemProduct"],
        [typeof(WirePrice)] = ["ItemPrice"],
        [typeof(WireCustomization)] = ["ItemCustomization"],
        [typeof(WireItemProceeds)] = ["ItemProceeds"],
        [typeof(WireCancellation)] = ["ItemCancellation"],
        [typeof(WireCancellationRequest)] = ["ItemCancellationRequest"],
        [typeof(WireItemFulfillment)] = ["ItemFulfillment"],
        [typeof(WirePacking)] = ["ItemPacking"],
        [typeof(WireGiftOption)] = ["GiftOption"],
        [typeof(WireMoney)] = ["Money"],
    };

    [Fact]
    public void Every_property_of_Amazons_order_has_a_class()
    {
        var published = PropertiesOf(PublishedModel.Orders.Definitions, "Order");

        Assert.Equal(published.Order(StringComparer.Ordinal), OrderFieldRegister.Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_client_reads_what_the_register_says_and_nothing_else()
    {
        var read = _definitions
            .SelectMany(pair => pair.Value.SelectMany(definition => MembersOf(pair.Key).Select(member => $"{definition}.{member}")))
            .Order(StringComparer.Ordinal);
        var used = OrderFieldRegister.Fields.Where(field => field.Value != FieldClass.Unused).Select(field => field.Key);

        Assert.Equal(used.Order(StringComparer.Ordinal), read);
    }

    [Fact]
    public void A_record_that_holds_something_personal_shows_nothing_when_printed()
    {
        // These hold personal records, which hide themselves, and nothing personal of their own.
        Type[] containers = [typeof(WireProduct), typeof(WirePacking), typeof(WireItemFulfillment)];
        var personal = _definitions
            .Where(pair => !containers.Contains(pair.Key))
            .Where(pair => pair.Value.Any(definition => OrderFieldRegister.Fields.Any(
                field => field.Value == FieldClass.Personal && field.Key.StartsWith(definition + ".", StringComparison.Ordinal))))
            .Select(pair => pair.Key);

        Assert.All(personal, type =>
        {
            var printed = Activator.CreateInstance(type)!.ToString()!;
            Assert.StartsWith("[", printed, StringComparison.Ordinal);
            Assert.DoesNotContain("=", printed, StringComparison.Ordinal);
        });
    }

    [Fact]
    [Trait("Row", "X1")]
    public void What_is_personal_reaches_the_contact_and_nothing_else()
    {
        var json = AnOrder.Json();
        json["buyer"] = Canaries("Buyer");
        json["recipient"] = new JsonObject
        {
            ["deliveryAddress"] = Canaries("CustomerAddress"),
            ["deliveryPreference"] = Canaries("DeliveryPreference"),
        };
        var registration = Canaries("OrderTaxRegistration");
        registration["entityType"] = "BUYER";
        json["tax"] = new JsonObject { ["taxRegistrations"] = new JsonArray(registration) };
        var item = json["orderItems"]![0]!;
        item["product"]!["customization"] = Canaries("ItemCustomization");
        item["fulfillment"]!["packing"] = new JsonObject { ["giftOption"] = Canaries("GiftOption") };

        var order = new OrderReader("INR", new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero), complete: true)
            .Read(JsonSerializer.SerializeToUtf8Bytes(json), 0).Value!;

        // A municipality stands in for a district that is not there.
        var contact = JsonSerializer.Serialize(order.Contact);
        Assert.All(
            PersonalTexts().Where(name => name != "CustomerAddress.municipality"),
            name => Assert.Contains($"canary {name}", contact, StringComparison.Ordinal));
        var rest = JsonSerializer.Serialize(order with { Contact = null });
        Assert.Contains(order.OrderId, rest, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", rest, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_property_that_Amazon_adds_is_noticed()
    {
        using var grown = JsonDocument.Parse(
            """{"Order":{"properties":{"orderId":{"type":"string"},"selfie":{"$ref":"#/definitions/Selfie"}}},"Selfie":{"properties":{"url":{"type":"string"}}}}""");

        var published = PropertiesOf(grown.RootElement, "Order");

        Assert.Equal(["Order.orderId", "Order.selfie", "Selfie.url"], published.Order(StringComparer.Ordinal));
        Assert.False(OrderFieldRegister.Fields.ContainsKey("Order.selfie"));
    }

    private static JsonObject Canaries(string definition) => new(PersonalTexts()
        .Where(name => name.StartsWith(definition + ".", StringComparison.Ordinal))
        .Select(name => KeyValuePair.Create(name[(definition.Length + 1)..], (JsonNode?)$"canary {name}")));

    private static IEnumerable<string> PersonalTexts() => _definitions
        .SelectMany(pair => pair.Value.SelectMany(definition => MembersOf(pair.Key, typeof(string)).Select(member => $"{definition}.{member}")))
        .Where(name => OrderFieldRegister.Fields[name] == FieldClass.Personal);

    private static IEnumerable<string> MembersOf(Type type, Type? kind = null) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => kind is null || property.PropertyType == kind)
        .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    private static HashSet<string> PropertiesOf(JsonElement definitions, string root)
    {
        HashSet<string> properties = [];
        HashSet<string> visited = [];
        Stack<string> open = new([root]);
        while (open.TryPop(out var definition))
        {
            if (!visited.Add(definition) || !definitions.GetProperty(definition).TryGetProperty("properties", out var members))
            {
                continue;
            }

            foreach (var member in members.EnumerateObject())
            {
                properties.Add($"{definition}.{member.Name}");
                foreach (var reference in ReferencesIn(member.Value))
                {
                    open.Push(reference);
                }
            }
        }

        return properties;
    }

    private static IEnumerable<string> ReferencesIn(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(member =>
            member.Name == "$ref" ? [member.Value.GetString()!.Split('/')[^1]] : ReferencesIn(member.Value)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(ReferencesIn),
        _ => [],
    };
}
