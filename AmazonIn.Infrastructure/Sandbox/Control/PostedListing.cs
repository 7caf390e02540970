using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

using AmazonIn.Infrastructure.Sandbox.Listings;
using AmazonIn.Infrastructure.Sandbox.Seed;
using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Control;

/// <summary>Reads a listing in Amazon's shape; what is missing gets a plain value.</summary>
internal static class PostedListing
{
    /// <exception cref="ApiException">Not an object with a SKU.</exception>
    public static Listing Read(JsonElement item, DateTimeOffset now)
    {
        if (item.Text("sku") is not { Length: > 0 } sku)
        {
            throw ApiException.InvalidInput("A listing must be an object with a sku.");
        }

        var summary = First(item, "summaries");
        var status = Texts(summary, "status");
        var relationship = First(First(item, "relationships"), "relationships");
        var theme = Texts(relationship.Member("variationTheme"), "attributes");
        var attributes = item.Member("attributes");
        var listing = new Listing
        {
            Sku = sku,
            Asin = summary.Text("asin") is { Length: 10 } asin ? asin : ListingSeeder.AsinOf(sku),
            ProductType = summary.Text("productType") ?? "PRODUCT",
            Title = summary.Text("itemName"),
            Price = Price(First(item, "offers")),
            Created = Iso8601.TryParse(summary.Text("createdDate"), out var created) ? created : now,
            LastUpdated = Iso8601.TryParse(summary.Text("lastUpdatedDate"), out var updated) ? updated : now,
            Buyable = summary.ValueKind == JsonValueKind.Undefined || status.Contains("BUYABLE"),
            Discoverable = summary.ValueKind == JsonValueKind.Undefined || status.Contains("DISCOVERABLE"),
            ParentSku = Texts(relationship, "parentSkus").FirstOrDefault(),
            Theme = theme.Length > 0 ? new VariationTheme(theme) : null,
            Channels = Channels(item),
            Refusal = Refusal(item.Member("refusal")),
            Submitted = attributes.ValueKind == JsonValueKind.Object ? JsonObject.Create(attributes.Clone()) : null,
        };
        listing.ChildSkus.AddRange(Texts(relationship, "childSkus"));
        if (listing.Submitted?[ListingEditor.Availability] is JsonArray availability)
        {
            listing.Submitted.Remove(ListingEditor.Availability);
            listing.SubmittedAvailability = availability;
        }

        return listing;
    }

    private static decimal? Price(JsonElement offer) =>
        decimal.TryParse(
            offer.Member("price").Text("amount"),
            NumberStyles.Number,
            CultureInfo.InvariantCulture,
            out var price)
            ? price
            : null;

    private static List<ListingChannel> Channels(JsonElement item) =>
        [
            .. item.Items("fulfillmentAvailability").Select(channel => new ListingChannel(
                channel.Text("fulfillmentChannelCode") ?? ListingChannel.Merchant,
                channel.Number("quantity"))),
        ];

    // Not a part of Amazon's shape: lets a test have a quantity refused.
    private static ListingIssue? Refusal(JsonElement refusal) => refusal.Text("message") is { } message
        ? ListingIssue.Error(
            refusal.Text("code") ?? "18742", message, "QUALIFICATION_REQUIRED", ListingEditor.Availability)
        : null;

    private static JsonElement First(JsonElement parent, string name) =>
        parent.Items(name) is [var first, ..] ? first : default;

    private static string[] Texts(JsonElement parent, string name) =>
        [.. parent.Items(name).Select(text => text.ToString())];
}
