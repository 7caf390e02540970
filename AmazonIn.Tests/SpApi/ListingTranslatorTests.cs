using System.Text;
using System.Text.Json.Nodes;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Listings;
using AmazonIn.Tests.SpApi.TestKit;

namespace AmazonIn.Tests.SpApi;

public sealed class ListingTranslatorTests
{
    private static readonly DateTimeOffset _now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Row", "I1")]
    public void A_listing_is_read_as_the_channels_marketplace_sees_it()
    {
        var listing = Read(AListing.Json());

        Assert.Equal("KURTA-M", listing.Sku);
        Assert.False(listing.IsParent);
        Assert.Equal(
            new ListingFacts(
                "B08DFPV54V", "Cotton kurta, कुर्ता", ListingState.Active, FulfilledBy.Merchant, "DEFAULT", 12, 499.00m, null,
                new DateTimeOffset(2026, 8, 20, 10, 0, 0, TimeSpan.Zero)),
            listing.Facts);
    }

    [Fact]
    [Trait("Row", "I2")]
    public void A_member_of_a_family_names_its_parent_and_its_values()
    {
        var listing = Read(AListing.Json(parent: "KURTA"));

        Assert.Equal("KURTA", listing.ParentSku);
        Assert.Equal("KURTA", listing.Facts.ParentSku);
        Assert.Equal(["color", "size"], listing.FamilyAttributes);
        Assert.Equal(["Indigo", "M"], listing.AttributeValues);
    }

    [Fact]
    [Trait("Row", "I2")]
    public void A_parent_is_known_by_its_children_and_sells_nothing()
    {
        var listing = Read(AListing.Parent("KURTA", "KURTA-M"));

        Assert.True(listing.IsParent);
        Assert.Equal(ListingState.Inactive, listing.Facts.State);
        Assert.Equal(["color", "size"], listing.FamilyAttributes);
        Assert.Empty(listing.AttributeValues);
        Assert.Null(listing.Facts.Quantity);
    }

    [Theory]
    [InlineData("item_weight", "1.5 kilograms")]
    [InlineData("apparel_size", "L")]
    [InlineData("absent", null)]
    public void Values_are_found_in_whatever_shape_the_product_type_gives_them(string attribute, string? value)
    {
        var json = AListing.Json(parent: "KURTA");
        json["relationships"]![0]!["relationships"]![1]!["variationTheme"]!["attributes"] = new JsonArray(attribute);

        Assert.Equal([value], Read(json).AttributeValues);
    }

    [Theory]
    [InlineData("""[{"fulfillmentChannelCode":"AMAZON_IN"}]""", FulfilledBy.Amazon, "AMAZON_IN", null)]
    [InlineData("""[{"fulfillmentChannelCode":"DEFAULT","quantity":3},{"fulfillmentChannelCode":"AMAZON_EU","quantity":9}]""", FulfilledBy.Amazon, "AMAZON_EU", 9)]
    [InlineData("""[{"fulfillmentChannelCode":"DEFAULT","quantity":0}]""", FulfilledBy.Merchant, "DEFAULT", 0)]
    [InlineData("[]", FulfilledBy.Merchant, null, null)]
    [InlineData("null", FulfilledBy.Merchant, null, null)]
    [Trait("Row", "I4")]
    public void Stock_that_Amazon_keeps_is_told_from_the_sellers(string availability, FulfilledBy by, string? code, int? quantity)
    {
        var json = AListing.Json();
        json["fulfillmentAvailability"] = JsonNode.Parse(availability);

        var facts = Read(json).Facts;

        Assert.Equal((by, code, quantity), (facts.FulfilledBy, facts.FulfilmentChannelCode, facts.Quantity));
    }

    [Theory]
    [InlineData("sku", "null", "listing.incomplete")]
    [InlineData("summaries", "7", "listing.malformed")]
    public void What_makes_no_sense_is_a_reason(string member, string value, string code)
    {
        var json = AListing.Json();
        json[member] = JsonNode.Parse(value);

        var record = ReadRecord(json);

        Assert.Null(record.Value);
        Assert.Equal(code, record.ReasonCode);
        Assert.Equal(member == "sku" ? "record 4" : "KURTA-M", record.Key);
    }

    [Fact]
    public void A_listing_without_a_summary_is_inactive()
    {
        var facts = Read(new JsonObject { ["sku"] = " trailing " }).Facts;

        Assert.Equal(ListingState.Inactive, facts.State);
        Assert.Null(facts.Title);
        Assert.Equal(_now, facts.UpdatedAt);
    }

    private static MarketplaceListing Read(JsonObject json)
    {
        var record = ReadRecord(json);
        Assert.Null(record.Reason);
        return record.Value!;
    }

    private static MarketplaceRecord<MarketplaceListing> ReadRecord(JsonObject json) =>
        new ListingReader("A21TJRUUN4KGV", _now).Read(Encoding.UTF8.GetBytes(json.ToJsonString()), 4);
}
