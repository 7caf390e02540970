using System.Globalization;
using System.Text.Json.Nodes;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>Orders in Amazon's shape whose every personal detail carries <see cref="ACanary.Mark"/>.</summary>
internal static class CanaryOrders
{
    public const string PostalCode = $"{ACanary.Mark}-pin";
    public const string Customization = $"https://example.com/{ACanary.Mark}-customization";

    private static int _last;

    public static string NewId()
    {
        var number = Interlocked.Increment(ref _last).ToString("D7", CultureInfo.InvariantCulture);
        return $"997-{number}-{number}";
    }

    public static JsonObject Order(string id, string status = "UNSHIPPED")
    {
        var contact = ACanary.Contact;
        var address = contact.DeliveryAddress!;
        var order = StrangeOrders.Order(id, 1, "KURTA");
        order["fulfillment"]!["fulfillmentStatus"] = status;
        order["buyer"] = new JsonObject
        {
            ["buyerName"] = contact.BuyerName,
            ["buyerEmail"] = contact.BuyerEmail,
            ["buyerCompanyName"] = contact.BuyerCompanyName,
            ["buyerPurchaseOrderNumber"] = contact.BuyerPurchaseOrderNumber,
        };
        order["recipient"] = new JsonObject
        {
            ["deliveryAddress"] = new JsonObject
            {
                ["name"] = address.Name,
                ["companyName"] = address.CompanyName,
                ["addressLine1"] = address.Line1,
                ["addressLine2"] = address.Line2,
                ["addressLine3"] = address.Line3,
                ["city"] = address.City,
                ["districtOrCounty"] = address.District,
                ["stateOrRegion"] = address.StateOrRegion,
                ["postalCode"] = PostalCode,
                ["countryCode"] = address.CountryCode,
                ["phone"] = address.Phone,
            },
            ["deliveryPreference"] = new JsonObject
            {
                ["dropOffLocation"] = $"{ACanary.Mark}-drop-off",
                ["addressInstruction"] = contact.DeliveryInstructions,
            },
        };
        order["tax"] = new JsonObject
        {
            ["taxRegistrations"] = new JsonArray(new JsonObject
            {
                ["entityType"] = "BUYER",
                ["legalName"] = contact.TaxLegalName,
                ["taxRegistrationNumber"] = contact.TaxRegistrationNumber,
            }),
        };
        var line = order["orderItems"]![0]!;
        line["product"]!["customization"] = new JsonObject { ["customizedUrl"] = Customization };
        line["fulfillment"] = new JsonObject
        {
            ["packing"] = new JsonObject
            {
                ["giftOption"] = new JsonObject { ["giftMessage"] = $"{ACanary.Mark}-gift" },
            },
        };
        return order;
    }

    /// <summary>One that cannot be read for its time, and one whose phone is of a kind that nobody expects.</summary>
    public static IEnumerable<JsonObject> Unreadable()
    {
        var untimely = Order(NewId());
        untimely["createdTime"] = "1005-01-01T00:00:00Z";
        var manyPhones = Order(NewId());
        manyPhones["recipient"]!["deliveryAddress"]!["phone"] = new JsonArray($"{ACanary.Mark}-phone");
        return [untimely, manyPhones];
    }

    public static Task PlaceAsync(Shop shop, params IEnumerable<JsonObject> orders) =>
        Shop.PostAsync(shop.Amazon, "/control/orders", new JsonObject { ["orders"] = new JsonArray([.. orders]) });
}
