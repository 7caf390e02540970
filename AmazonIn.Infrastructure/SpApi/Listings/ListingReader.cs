using System.Text.Json;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Errors;
using AmazonIn.Infrastructure.SpApi.Json;
using AmazonIn.Infrastructure.SpApi.Listings.Wire;

namespace AmazonIn.Infrastructure.SpApi.Listings;

/// <summary>
/// Reads answers about listings. What is wrong with one listing becomes its reason and stops nothing else.
/// </summary>
internal sealed class ListingReader(string marketplaceId, DateTimeOffset now)
{
    /// <exception cref="JsonException">The page as a whole cannot be read.</exception>
    public ListingPage ReadPage(ReadOnlyMemory<byte> body)
    {
        List<MarketplaceRecord<MarketplaceListing>> records = new(20);
        string? token = null;
        var total = 0;
        JsonSlices.Cut(
            body,
            "items",
            item => records.Add(Read(item, records.Count + 1)),
            (name, value) =>
            {
                switch (name)
                {
                    case "pagination":
                        token = JsonSerializer.Deserialize(
                            value.Span, ListingsJsonContext.Default.WireListingPagination)?.NextToken;
                        break;
                    case "numberOfResults":
                        total = JsonSerializer.Deserialize(value.Span, ListingsJsonContext.Default.Int32);
                        break;
                }
            });
        return new ListingPage(records, WireText.OrNull(token), total);
    }

    public MarketplaceRecord<MarketplaceListing> Read(ReadOnlyMemory<byte> json, int position)
    {
        try
        {
            json = JsonTextRepair.Repair(json, out _);
            var wire = JsonSerializer.Deserialize(json.Span, ListingsJsonContext.Default.WireListing)
                ?? throw new UnreadableRecordException("listing.incomplete", "Amazon sent an empty listing.");
            var listing = ListingTranslator.Translate(wire, marketplaceId, now);
            return new MarketplaceRecord<MarketplaceListing>(listing.Sku, listing);
        }
        catch (UnreadableRecordException unreadable)
        {
            return Unreadable(json, position, unreadable.Code, unreadable.Message);
        }
        catch (JsonException malformed)
        {
            return Unreadable(
                json,
                position,
                "listing.malformed",
                $"Amazon sent this listing with a value of the wrong kind at “{SafeText.Of(malformed.Path, 100)}”.");
        }
    }

    private static MarketplaceRecord<MarketplaceListing> Unreadable(
        ReadOnlyMemory<byte> json,
        int position,
        string code,
        string reason) =>
        new(JsonSlices.FindText(json, "sku"u8) ?? $"record {position}", null, code, reason);
}
