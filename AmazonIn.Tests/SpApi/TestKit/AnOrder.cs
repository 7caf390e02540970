using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmazonIn.Tests.SpApi.TestKit;

/// <summary>Orders in Amazon's wire format, with good defaults.</summary>
internal static class AnOrder
{
    public static JsonObject Json(string orderId = "403-1234567-1234567", string status = "UNSHIPPED") => JsonNode.Parse(
        $$$$"""
        {
          "orderId": "{{{{orderId}}}}",
          "createdTime": "2026-08-30T06:00:00Z",
          "lastUpdatedTime": "2026-08-31T06:30:00.123Z",
          "programs": ["AMAZON_EASY_SHIP"],
          "salesChannel": {"channelName": "AMAZON", "marketplaceId": "A21TJRUUN4KGV", "marketplaceName": "Amazon.in"},
          "buyer": {"buyerName": "Canary Buyer", "buyerEmail": "canary-relay@marketplace.amazon.in"},
          "recipient": {"deliveryAddress": {"name": "Canary Recipient", "addressLine1": "Canary Street 1",
            "addressLine2": "", "city": "Bengaluru", "stateOrRegion": "KARNATAKA", "postalCode": "560001",
            "countryCode": "IN", "phone": "+91 98765 00000"}},
          "proceeds": {"grandTotal": {"amount": "1098.00", "currencyCode": "INR"},
            "breakdowns": [{"type": "ITEM", "subtotal": {"amount": "998.00", "currencyCode": "INR"}},
              {"type": "SHIPPING", "subtotal": {"amount": "40.00", "currencyCode": "INR"}},
              {"type": "TAX", "subtotal": {"amount": "60.00", "currencyCode": "INR"}}]},
          "payment": {"paymentExecutions": [{"paymentMethod": "CashOnDelivery"}]},
          "fulfillment": {"fulfillmentStatus": "{{{{status}}}}", "fulfilledBy": "MERCHANT",
            "shipByWindow": {"earliestDateTime": "2026-09-01T00:00:00Z", "latestDateTime": "2026-09-02T18:29:59Z"}},
          "orderItems": [{"orderItemId": "0501585115", "quantityOrdered": 2,
            "product": {"asin": "B08DFPV54V", "title": "Kurta", "sellerSku": "KURTA-M",
              "price": {"unitPrice": {"amount": "499.00", "currencyCode": "INR"}}},
            "proceeds": {"proceedsTotal": {"amount": "1098.00", "currencyCode": "INR"},
              "breakdowns": [{"type": "ITEM", "subtotal": {"amount": "998.00", "currencyCode": "INR"}},
                {"type": "SHIPPING", "subtotal": {"amount": "40.00", "currencyCode": "INR"}},
                {"type": "TAX", "subtotal": {"amount": "60.00", "currencyCode": "INR"}}]},
            "fulfillment": {"quantityFulfilled": 0, "quantityUnfulfilled": 2}}]
        }
        """)!.AsObject();

    public static JsonObject With(Action<JsonObject> change)
    {
        var order = Json();
        change(order);
        return order;
    }

    /// <summary>A search answer of these orders.</summary>
    public static string Page(IEnumerable<string> orders, string? nextToken = null, string? upTo = "2026-09-01T11:58:00Z")
    {
        var pagination = nextToken is null ? string.Empty : $$""","pagination":{"nextToken":{{JsonSerializer.Serialize(nextToken)}}}""";
        var bound = upTo is null ? string.Empty : $",\"lastUpdatedBefore\":\"{upTo}\"";
        return $$"""{"orders":[{{string.Join(',', orders)}}]{{pagination}}{{bound}}}""";
    }

    public static string Page(int first, int count, string? nextToken = null) =>
        Page(Enumerable.Range(first, count).Select(number => Json(Id(number)).ToJsonString()), nextToken);

    public static string Id(int number) => $"403-{number:D7}-0000001";
}
