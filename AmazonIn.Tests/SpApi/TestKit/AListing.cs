using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmazonIn.Tests.SpApi.TestKit;

/// <summary>Listings in Amazon's wire format, with good defaults.</summary>
internal static class AListing
{
    public static JsonObject Json(string sku = "KURTA-M", string? parent = null) => new()
    {
        ["sku"] = sku,
        ["summaries"] = JsonNode.Parse(
            """
            [{"marketplaceId":"A1F83G8C2ARO7P","asin":"B000000UK0","productType":"KURTA","status":[],"itemName":"UK",
              "createdDate":"2026-01-01T00:00:00Z","lastUpdatedDate":"2026-01-02T00:00:00Z"},
             {"marketplaceId":"A21TJRUUN4KGV","asin":"B08DFPV54V","productType":"KURTA","status":["BUYABLE","DISCOVERABLE"],
              "itemName":"Cotton kurta, कुर्ता","createdDate":"2026-08-01T00:00:00Z","lastUpdatedDate":"2026-08-20T10:00:00Z"}]
            """),
        ["attributes"] = JsonNode.Parse(
            """
            {"color":[{"language_tag":"en_IN","value":"Indigo","marketplace_id":"A21TJRUUN4KGV"}],
             "size":[{"value":"XL","marketplace_id":"A1F83G8C2ARO7P"},{"value":"M","marketplace_id":"A21TJRUUN4KGV"}],
             "item_weight":[{"unit":"kilograms","value":1.5,"marketplace_id":"A21TJRUUN4KGV"}],
             "apparel_size":[{"size":{"value":{"value":"L"}}}]}
            """),
        ["offers"] = JsonNode.Parse(
            """
            [{"marketplaceId":"A21TJRUUN4KGV","offerType":"B2B","price":{"currencyCode":"INR","amount":"450.00"}},
             {"marketplaceId":"A21TJRUUN4KGV","offerType":"B2C","price":{"currencyCode":"INR","amount":"499.00"}}]
            """),
        ["fulfillmentAvailability"] = JsonNode.Parse("""[{"fulfillmentChannelCode":"DEFAULT","quantity":12}]"""),
        ["relationships"] = parent is null ? new JsonArray() : JsonNode.Parse(
            $$$"""
            [{"marketplaceId":"A21TJRUUN4KGV","relationships":[{"type":"PACKAGE_HIERARCHY","childSkus":["BOX"]},
              {"type":"VARIATION","parentSkus":[{{{JsonSerializer.Serialize(parent)}}}],
               "variationTheme":{"attributes":["color","size"],"theme":"COLOR/SIZE"}}]}]
            """),
    };

    public static JsonObject Parent(string sku, params string[] children)
    {
        var listing = Json(sku);
        listing["offers"] = new JsonArray();
        listing["fulfillmentAvailability"] = new JsonArray();
        listing["summaries"]![1]!["status"] = new JsonArray();
        listing["relationships"] = JsonNode.Parse(
            $$$"""
            [{"marketplaceId":"A21TJRUUN4KGV","relationships":[{"type":"VARIATION","childSkus":{{{JsonSerializer.Serialize(children)}}},
              "variationTheme":{"attributes":["color","size"],"theme":"COLOR/SIZE"}}]}]
            """);
        return listing;
    }

    public static string Page(IEnumerable<JsonObject> listings, int total, string? nextToken = null)
    {
        var pagination = nextToken is null ? "{}" : $$"""{"nextToken":{{JsonSerializer.Serialize(nextToken)}}}""";
        return $$"""{"numberOfResults":{{total}},"pagination":{{pagination}},"items":[{{string.Join(',', listings.Select(one => one.ToJsonString()))}}]}""";
    }
}
