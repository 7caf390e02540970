using System.Text.Json;
using System.Text.Json.Nodes;

using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Listings;

/// <summary>Writes a listing as an item of the Listings Items API 2021-08-01.</summary>
internal static class ListingJson
{
    public static void Write(Utf8JsonWriter writer, Listing listing, IReadOnlyCollection<string> datasets)
    {
        writer.WriteStartObject();
        writer.WriteString("sku", listing.Sku);
        if (datasets.Contains(ListingDatasets.Summaries))
        {
            WriteSummaries(writer, listing);
        }

        if (datasets.Contains(ListingDatasets.Attributes))
        {
            writer.WritePropertyName("attributes");
            AttributesOf(listing).WriteTo(writer, JsonText.Options);
        }

        if (datasets.Contains(ListingDatasets.Issues))
        {
            WriteIssues(writer, listing.Issues);
        }

        if (datasets.Contains(ListingDatasets.Offers))
        {
            WriteOffers(writer, listing);
        }

        if (datasets.Contains(ListingDatasets.FulfillmentAvailability))
        {
            WriteAvailability(writer, listing);
        }

        if (datasets.Contains(ListingDatasets.Relationships))
        {
            WriteRelationships(writer, listing);
        }

        if (datasets.Contains(ListingDatasets.ProductTypes))
        {
            WriteMarketplaceEntry(writer, "productTypes", () => writer.WriteString("productType", listing.ProductType));
        }

        writer.WriteEndObject();
    }

    public static void WriteIssues(Utf8JsonWriter writer, IEnumerable<ListingIssue> issues)
    {
        writer.WriteStartArray("issues");
        foreach (var issue in issues)
        {
            writer.WriteStartObject();
            writer.WriteString("code", issue.Code);
            writer.WriteString("message", issue.Message);
            writer.WriteString("severity", issue.Severity);
            if (issue.AttributeNames.Length > 0)
            {
                writer.WriteTexts("attributeNames", issue.AttributeNames);
            }

            writer.WriteTexts("categories", [issue.Category]);
            if (issue.Enforcement is not null)
            {
                writer.WriteStartObject("enforcements");
                writer.WriteStartArray("actions");
                writer.WriteStartObject();
                writer.WriteString("action", issue.Enforcement);
                writer.WriteEndObject();
                writer.WriteEndArray();
                writer.WriteStartObject("exemption");
                writer.WriteString("status", "NOT_EXEMPT");
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteTexts("marketplaceIds", [Marketplaces.India.Id]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The availability attribute as submitted, or as it would have been to reach the present state.</summary>
    public static JsonArray AvailabilityAttribute(Listing listing)
    {
        if (listing.SubmittedAvailability is { } submitted)
        {
            return (JsonArray)submitted.DeepClone();
        }

        var attribute = new JsonArray();
        foreach (var channel in listing.Channels)
        {
            var entry = new JsonObject { ["fulfillment_channel_code"] = channel.Code };
            if (channel.Quantity is { } quantity)
            {
                entry["quantity"] = quantity;
            }

            if (listing.LeadTimeDays is { } days)
            {
                entry["lead_time_to_ship_max_days"] = days;
            }

            attribute.Add((JsonNode)entry);
        }

        return attribute;
    }

    private static void WriteSummaries(Utf8JsonWriter writer, Listing listing) =>
        WriteMarketplaceEntry(writer, "summaries", () =>
        {
            writer.WriteString("asin", listing.Asin);
            writer.WriteString("productType", listing.ProductType);
            writer.WriteString("conditionType", "new_new");
            writer.WriteStartArray("status");
            if (listing.Buyable)
            {
                writer.WriteStringValue("BUYABLE");
            }

            if (listing.Discoverable)
            {
                writer.WriteStringValue("DISCOVERABLE");
            }

            writer.WriteEndArray();
            if (listing.FulfilledByAmazon)
            {
                writer.WriteString("fnSku", "X00" + listing.Asin[3..]);
            }

            if (listing.Title is not null)
            {
                writer.WriteString("itemName", listing.Title);
            }

            Iso8601.Write(writer, "createdDate", listing.Created);
            Iso8601.Write(writer, "lastUpdatedDate", listing.LastUpdated);
        });

    private static void WriteOffers(Utf8JsonWriter writer, Listing listing)
    {
        if (listing.Price is not { } price)
        {
            writer.WriteStartArray("offers");
            writer.WriteEndArray();
            return;
        }

        WriteMarketplaceEntry(writer, "offers", () =>
        {
            writer.WriteString("offerType", "B2C");
            Orders.OrderJson.WriteMoney(writer, "price", price, Marketplaces.India.Currency);
            writer.WriteStartObject("audience");
            writer.WriteString("value", "ALL");
            writer.WriteString("displayName", "Sell on Amazon");
            writer.WriteEndObject();
        });
    }

    private static void WriteAvailability(Utf8JsonWriter writer, Listing listing)
    {
        writer.WriteStartArray("fulfillmentAvailability");
        foreach (var channel in listing.Channels)
        {
            writer.WriteStartObject();
            writer.WriteString("fulfillmentChannelCode", channel.Code);
            if (channel.Quantity is { } quantity)
            {
                writer.WriteNumber("quantity", quantity);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRelationships(Utf8JsonWriter writer, Listing listing) =>
        WriteMarketplaceEntry(writer, "relationships", () =>
        {
            writer.WriteStartArray("relationships");
            if (listing.Theme is { } theme)
            {
                writer.WriteStartObject();
                if (listing.IsParent)
                {
                    writer.WriteTexts("childSkus", listing.ChildSkus);
                }

                if (listing.ParentSku is { } parentSku)
                {
                    writer.WriteTexts("parentSkus", [parentSku]);
                }

                writer.WriteStartObject("variationTheme");
                writer.WriteTexts("attributes", theme.Attributes);
                writer.WriteString("theme", theme.Name);
                writer.WriteEndObject();
                writer.WriteString("type", "VARIATION");
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });

    private static JsonObject AttributesOf(Listing listing)
    {
        var attributes = new JsonObject { ["condition_type"] = Value("new_new") };
        if (listing.Title is not null)
        {
            attributes["item_name"] = Localized(listing.Title);
        }

        if (listing.Brand is not null)
        {
            attributes["brand"] = Localized(listing.Brand);
        }

        if (listing.Theme is { } theme)
        {
            for (var i = 0; i < listing.VariationValues.Length; i++)
            {
                attributes[theme.Attributes[i]] = Localized(listing.VariationValues[i]);
            }
        }

        attributes["country_of_origin"] = Value("IN");
        if (listing.Price is { } price)
        {
            attributes["purchasable_offer"] = new JsonArray(new JsonObject
            {
                ["currency"] = Marketplaces.India.Currency,
                ["our_price"] = new JsonArray(new JsonObject
                {
                    ["schedule"] = new JsonArray(new JsonObject { ["value_with_tax"] = price }),
                }),
                ["marketplace_id"] = Marketplaces.India.Id,
            });
        }

        if (AvailabilityAttribute(listing) is { Count: > 0 } availability)
        {
            attributes["fulfillment_availability"] = availability;
        }

        foreach (var (name, value) in listing.Submitted ?? [])
        {
            attributes[name] = value?.DeepClone();
        }

        return attributes;
    }

    private static JsonArray Value(string value) =>
        new(new JsonObject { ["value"] = value, ["marketplace_id"] = Marketplaces.India.Id });

    private static JsonArray Localized(string value) => new(new JsonObject
    {
        ["value"] = value,
        ["language_tag"] = "en_IN",
        ["marketplace_id"] = Marketplaces.India.Id,
    });

    private static void WriteMarketplaceEntry(Utf8JsonWriter writer, string name, Action members)
    {
        writer.WriteStartArray(name);
        writer.WriteStartObject();
        writer.WriteString("marketplaceId", Marketplaces.India.Id);
        members();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
