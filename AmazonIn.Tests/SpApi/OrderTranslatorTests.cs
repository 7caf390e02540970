using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Orders;
using AmazonIn.Tests.SpApi.TestKit;

namespace AmazonIn.Tests.SpApi;

public sealed class OrderTranslatorTests
{
    private static readonly DateTimeOffset _now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Row", "O3")]
    public void An_order_is_read_with_all_its_amounts()
    {
        var order = Read(AnOrder.Json());

        Assert.Equal("403-1234567-1234567", order.OrderId);
        Assert.Equal(new DateTimeOffset(2026, 8, 31, 6, 30, 0, 123, TimeSpan.Zero), order.UpdatedAt);
        Assert.Equal(MarketplaceOrderStatus.Unshipped, order.Status);
        Assert.Equal("UNSHIPPED", order.StatusText);
        Assert.Equal(FulfilledBy.Merchant, order.FulfilledBy);
        Assert.True(order.EasyShip);
        Assert.Equal("Cash on delivery", order.PaymentMethod);
        Assert.Equal("INR", order.Currency);
        Assert.Equal(1098.00m, order.GrandTotal);
        Assert.Equal(0m, order.OrderCharges);
        Assert.Equal(new DateTimeOffset(2026, 9, 2, 18, 29, 59, TimeSpan.Zero), order.ShipBy);
        Assert.Equal("KARNATAKA", order.ShipToState);
        Assert.Equal("IN", order.ShipToCountry);
        var line = Assert.Single(order.Lines);
        Assert.Equal("0501585115", line.OrderItemId);
        Assert.Equal(
            (2, 499.00m, 998.00m, 40.00m, 0m, 0m, 0m, 60.00m, 1098.00m),
            (line.Quantity, line.UnitPrice, line.ItemAmount, line.Shipping, line.GiftWrap, line.OtherCharges, line.Discount, line.Tax, line.Total));
        Assert.Empty(OrderReconciliation.Flags(order, "INR"));
    }

    [Fact]
    public void Personal_data_is_in_the_contact_and_nowhere_else()
    {
        var order = Read(AnOrder.With(json =>
        {
            json["orderItems"]![0]!["fulfillment"]!["packing"] =
                JsonNode.Parse("""{"giftOption":{"giftMessage":"Canary gift"}}""");
            json["orderItems"]![0]!["product"]!["customization"] =
                JsonNode.Parse("""{"customizedUrl":"https://canary.example/x"}""");
            json["recipient"]!["deliveryPreference"] =
                JsonNode.Parse("""{"addressInstruction":"Canary gate","dropOffLocation":"Canary porch"}""");
            json["tax"] = JsonNode.Parse(
                """{"taxRegistrations":[{"entityType":"MERCHANT","taxRegistrationNumber":"SELLER"},{"entityType":"BUYER","legalName":"Canary Ltd","taxRegistrationNumber":"29AAACC1206D1ZM"}]}""");
        }));

        var contact = order.Contact!;
        Assert.Equal("Canary Buyer", contact.BuyerName);
        Assert.Equal("Canary Recipient", contact.DeliveryAddress!.Name);
        Assert.Null(contact.DeliveryAddress.Line2);
        Assert.Equal("Canary gate\nDrop off: Canary porch", contact.DeliveryInstructions);
        Assert.Equal("29AAACC1206D1ZM", contact.TaxRegistrationNumber);
        Assert.Equal("Canary Ltd", contact.TaxLegalName);
        Assert.Equal("Canary gift\nhttps://canary.example/x", contact.LineNotes!["0501585115"]);
        var bare = JsonSerializer.Serialize(order with { Contact = null });
        Assert.Contains(order.OrderId, bare, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", bare, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_order_whose_personal_data_Amazon_withholds_has_no_contact()
    {
        var order = Read(AnOrder.With(json =>
        {
            json.Remove("buyer");
            json["recipient"] = JsonNode.Parse("""{"deliveryAddress":{"name":"","addressLine1":"  "}}""");
        }));

        Assert.Null(order.Contact);
    }

    [Fact]
    public void Without_proceeds_amounts_are_unknown_and_not_zero()
    {
        var order = Read(AnOrder.With(json =>
        {
            json.Remove("proceeds");
            json["orderItems"]![0]!.AsObject().Remove("proceeds");
        }));

        Assert.Null(order.GrandTotal);
        Assert.Equal("INR", order.Currency);
        Assert.Equal((null, null, null), (order.Lines[0].ItemAmount, order.Lines[0].Tax, order.Lines[0].Total));
    }

    [Fact]
    public void Proceeds_without_a_tax_say_that_there_is_none()
    {
        var order = Read(AnOrder.With(json => json["orderItems"]![0]!["proceeds"] = JsonNode.Parse(
            """{"proceedsTotal":{"amount":"10","currencyCode":"INR"},"breakdowns":[{"type":"ITEM","subtotal":{"amount":10.0,"currencyCode":"INR"}}]}""")));

        Assert.Equal(0m, order.Lines[0].Tax);
        Assert.Equal(10.0m, order.Lines[0].ItemAmount);
    }

    [Theory]
    [InlineData("-15.00", "95.00", 15)]
    [InlineData("15.00", "95.00", 15)]
    [InlineData("15.00", "777.00", 15)]
    [InlineData("-15.00", null, 15)]
    public void A_discount_is_what_is_taken_off_whatever_its_sign(string discount, string? total, int expected)
    {
        var proceeds = new JsonObject
        {
            ["breakdowns"] = JsonNode.Parse(
                $$$"""[{"type":"ITEM","subtotal":{"amount":"100.00"}},{"type":"TAX","subtotal":{"amount":"10.00"}},{"type":"DISCOUNT","subtotal":{"amount":"{{{discount}}}"}}]"""),
        };
        if (total is not null)
        {
            proceeds["proceedsTotal"] = JsonNode.Parse($$"""{"amount":"{{total}}","currencyCode":"INR"}""");
        }

        var line = Read(AnOrder.With(json => json["orderItems"]![0]!["proceeds"] = proceeds)).Lines[0];

        Assert.Equal(expected, line.Discount);
    }

    [Fact]
    public void A_charge_that_is_on_no_line_belongs_to_the_order()
    {
        var order = Read(AnOrder.With(json =>
        {
            json["proceeds"]!["breakdowns"]!.AsArray().Add(
                JsonNode.Parse("""{"type":"DELIVERY_TIP","status":"PENDING","subtotal":{"amount":"20.00","currencyCode":"INR"}}"""));
            json["proceeds"]!["grandTotal"]!["amount"] = "1118.00";
        }));

        Assert.Equal(20.00m, order.OrderCharges);
        Assert.Empty(OrderReconciliation.Flags(order, "INR"));
    }

    [Fact]
    public void Cod_fees_and_kinds_that_Amazon_invents_are_other_charges()
    {
        var line = Read(AnOrder.With(json => json["orderItems"]![0]!["proceeds"]!["breakdowns"] = JsonNode.Parse(
            """[{"type":"COD_FEE","subtotal":{"amount":"25"}},{"type":"OTHER","subtotal":{"amount":"1.5"}},{"type":"TELEPORT_FEE","subtotal":{"amount":"3"}},{"type":"gift_wrap","subtotal":{"amount":"7"}}]"""))).Lines[0];

        Assert.Equal(29.5m, line.OtherCharges);
        Assert.Equal(7m, line.GiftWrap);
        Assert.Null(line.ItemAmount);
    }

    [Theory]
    [InlineData("TELEPORTED", MarketplaceOrderStatus.Unknown)]
    [InlineData("Shipped", MarketplaceOrderStatus.Shipped)]
    [InlineData("PartiallyShipped", MarketplaceOrderStatus.PartiallyShipped)]
    [InlineData("Canceled", MarketplaceOrderStatus.Cancelled)]
    [InlineData("PENDING_AVAILABILITY", MarketplaceOrderStatus.PendingAvailability)]
    [InlineData("INVOICE_UNCONFIRMED", MarketplaceOrderStatus.Unknown)]
    [Trait("Row", "F-35")]
    public void Statuses_are_read_whatever_their_casing_and_new_ones_are_kept_as_text(string text, MarketplaceOrderStatus status)
    {
        var order = Read(AnOrder.Json(status: text));

        Assert.Equal(status, order.Status);
        Assert.Equal(text, order.StatusText);
    }

    [Fact]
    public void Without_its_fulfilment_an_order_has_an_unknown_status_and_no_text()
    {
        var order = Read(AnOrder.With(json => json.Remove("fulfillment")));

        Assert.Equal(MarketplaceOrderStatus.Unknown, order.Status);
        Assert.Null(order.StatusText);
    }

    [Theory]
    [InlineData("createdTime", "\"0001-01-01T00:00:00Z\"", "order.impossible-date")]
    [InlineData("lastUpdatedTime", "\"2026-09-04T00:00:00Z\"", "order.impossible-date")]
    [InlineData("createdTime", "\"yesterday\"", "order.malformed")]
    [InlineData("createdTime", "null", "order.incomplete")]
    [InlineData("orderId", "null", "order.incomplete")]
    [InlineData("orderId", "\" \"", "order.incomplete")]
    [InlineData("orderItems", "null", "order.incomplete")]
    [InlineData("orderItems", "[null]", "order.incomplete")]
    [InlineData("orderItems", "{}", "order.malformed")]
    [InlineData("buyer", "\"Canary\"", "order.malformed")]
    [InlineData("proceeds", "{\"grandTotal\":{\"amount\":\"Canary\"}}", "order.malformed")]
    public void What_makes_no_sense_is_a_reason_and_quotes_nothing(string member, string value, string code)
    {
        var record = ReadRecord(AnOrder.With(json => json[member] = JsonNode.Parse(value)));

        Assert.Null(record.Value);
        Assert.Equal(code, record.ReasonCode);
        Assert.DoesNotContain("Canary", record.Reason!, StringComparison.Ordinal);
        Assert.Equal(member == "orderId" ? "record 3" : "403-1234567-1234567", record.Key);
    }

    [Fact]
    public void An_optional_date_of_the_year_1_is_no_date()
    {
        var order = Read(AnOrder.With(json =>
        {
            json["fulfillment"]!["shipByWindow"]!["latestDateTime"] = "0001-01-01T00:00:00Z";
            json["packages"] = JsonNode.Parse(
                """[{"packageReferenceId":"1","shipTime":"2026-08-31T10:00:00Z"},{"packageReferenceId":"2","shipTime":"2026-08-31T12:00:00Z"},{"packageReferenceId":"3","shipTime":""}]""");
        }));

        Assert.Null(order.ShipBy);
        Assert.Equal(new DateTimeOffset(2026, 8, 31, 12, 0, 0, TimeSpan.Zero), order.ShippedAt);
    }

    [Fact]
    [Trait("Row", "F-32")]
    public void Texts_that_cannot_be_stored_are_repaired_and_the_order_says_so()
    {
        var raw = AnOrder.Json().ToJsonString().Replace("Kurta", @"K\u0000u\ud83dr\uD83D\uDE00ta \\u0000", StringComparison.Ordinal);

        var order = ReadRecord(Encoding.UTF8.GetBytes(raw)).Value!;

        Assert.True(order.TextRepaired);
        Assert.Equal("K\uFFFDu\uFFFDr😀ta \\u0000", order.Lines[0].Title);
    }

    [Fact]
    [Trait("Row", "F-32")]
    public void Bytes_that_are_no_text_are_repaired()
    {
        var raw = Encoding.UTF8.GetBytes(AnOrder.Json().ToJsonString());
        raw[Encoding.UTF8.GetString(raw).IndexOf("Kurta", StringComparison.Ordinal)] = 0xFF;

        var order = ReadRecord(raw).Value!;

        Assert.True(order.TextRepaired);
        Assert.Equal("\uFFFDurta", order.Lines[0].Title);
    }

    [Fact]
    [Trait("Row", "F-32")]
    public void Scripts_of_India_and_emoji_come_through_unchanged()
    {
        const string Title = "कुर्ता पुरुष தமிழ் 👨‍👩‍👧 ‏עברית";
        var order = Read(AnOrder.With(json => json["orderItems"]![0]!["product"]!["title"] = Title));

        Assert.False(order.TextRepaired);
        Assert.Equal(Title, order.Lines[0].Title);
    }

    [Theory]
    [InlineData("40/+%\"'#😀-characters-and-no-more-than-fo")]
    [InlineData(" blanks at both ends ")]
    [InlineData("कुर्ता/क")]
    [Trait("Row", "I5")]
    public void A_sku_comes_through_to_the_last_character(string sku) => Assert.Equal(
        sku, Read(AnOrder.With(json => json["orderItems"]![0]!["product"]!["sellerSku"] = sku)).Lines[0].Sku);

    [Fact]
    public void A_line_without_a_sku_is_named_by_its_asin()
    {
        var order = Read(AnOrder.With(json =>
        {
            json["orderItems"]![0]!["product"]!.AsObject().Remove("sellerSku");
            json["orderItems"]!.AsArray().Add(JsonNode.Parse("""{"orderItemId":"2","quantityOrdered":1,"product":{}}"""));
        }));

        Assert.Equal(["ASIN:B08DFPV54V", "(no SKU)"], order.Lines.Select(line => line.Sku));
    }

    [Fact]
    public void Five_hundred_lines_and_unknown_members_are_no_trouble()
    {
        var order = Read(AnOrder.With(json =>
        {
            json["teleport"] = JsonNode.Parse("""{"a":[1,{"b":null}]}""");
            var items = json["orderItems"]!.AsArray();
            for (var number = 1; number < 500; number++)
            {
                var item = items[0]!.DeepClone();
                item["orderItemId"] = $"item-{number}";
                items.Add(item);
            }
        }));

        Assert.Equal(500, order.Lines.Count);
    }

    [Fact]
    [Trait("Row", "O2")]
    public void A_buyers_request_to_cancel_is_seen()
    {
        var order = Read(AnOrder.With(json => json["orderItems"]![0]!["cancellation"] =
            JsonNode.Parse("""{"cancellationRequest":{"requester":"BUYER","cancelReason":"Canary"}}""")));

        Assert.True(order.CancelRequestedByBuyer);
    }

    [Fact]
    public void A_replacement_names_the_order_it_replaces()
    {
        var order = Read(AnOrder.With(json => json["associatedOrders"] =
            JsonNode.Parse("""[{"orderId":"111-1","associationType":"REPLACEMENT_ORIGINAL_ID"}]""")));

        Assert.Equal("111-1", order.ReplacesOrderId);
    }

    [Theory]
    [InlineData("CashOnDelivery", "Cash on delivery")]
    [InlineData("COD", "Cash on delivery")]
    [InlineData("CreditCard", "Credit card")]
    [InlineData("UPI", "UPI")]
    [InlineData("GIFT_CARD", "Gift card")]
    [InlineData("Invoice", "Invoice")]
    public void Payment_methods_are_words(string method, string words) =>
        Assert.Equal(words, PaymentWords.Of([method, null, " ", method]));

    private static MarketplaceOrder Read(JsonObject json)
    {
        var record = ReadRecord(json);
        Assert.Null(record.Reason);
        return record.Value!;
    }

    private static MarketplaceRecord<MarketplaceOrder> ReadRecord(JsonObject json) =>
        ReadRecord(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static MarketplaceRecord<MarketplaceOrder> ReadRecord(byte[] json) =>
        new OrderReader("INR", _now, complete: true).Read(json, 3);
}
