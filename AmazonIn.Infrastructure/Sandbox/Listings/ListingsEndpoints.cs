using System.Globalization;

using AmazonIn.Infrastructure.Sandbox.Control;
using AmazonIn.Infrastructure.Sandbox.Quotas;
using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Listings;

/// <summary>The Listings Items API 2021-08-01: searching and reading.</summary>
internal sealed class ListingsEndpoints(MarketplaceClock clock, Signer signer)
{
    private const string PagePurpose = "listings page";

    private long repeats;

    public void Map(ApiRoutes routes)
    {
        routes.Map("GET", "/listings/2021-08-01/items/{sellerId}", UsagePlan.SearchListingsItems, SearchAsync);
        routes.Map("GET", "/listings/2021-08-01/items/{sellerId}/{sku}", UsagePlan.GetListingsItem, GetAsync);
    }

    private Task SearchAsync(ApiCall call)
    {
        RequireOwnSeller(call);
        var search = ListingSearch.Read(call);
        var offset = Offset(call, search);
        return call.AnswerAsync(200, writer => call.Seller.Listings.Use(catalog =>
        {
            var found = search.Run(catalog);
            var reachable = Math.Min(found.Count, ListingSearch.Reach);
            var page = found[Math.Min(offset, reachable)..Math.Min(offset + search.PageSize, reachable)];
            if (call.Fault == FaultKind.OutOfOrder)
            {
                page.Reverse();
            }

            writer.WriteStartObject();
            writer.WriteNumber("numberOfResults", found.Count);
            var repeat = call.Fault == FaultKind.DuplicatePage;
            var next = repeat ? offset : offset + search.PageSize;
            if (repeat || next < reachable || offset > 0)
            {
                writer.WriteStartObject("pagination");
                if (repeat || next < reachable)
                {
                    writer.WriteString("nextToken", Token(call, search, next));
                }

                if (offset > 0)
                {
                    writer.WriteString("previousToken", Token(call, search, Math.Max(0, offset - search.PageSize)));
                }

                writer.WriteEndObject();
            }

            writer.WriteStartArray("items");
            foreach (var listing in page)
            {
                listing.Settle(clock.Now);
                ListingJson.Write(writer, listing, search.Datasets);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
    }

    private Task GetAsync(ApiCall call)
    {
        RequireOwnSeller(call);
        MarketplaceFilter.Read(call, required: true, most: int.MaxValue);
        var datasets = ListingDatasets.OrSummaries(call.Query.List("includedData", ListingDatasets.All));
        var sku = ListingPath.Sku(call.Http);
        return call.AnswerAsync(200, writer => call.Seller.Listings.Use(catalog =>
        {
            var listing = catalog.Find(sku)
                ?? throw new ApiException(ApiError.NotFound("The requested SKU was not found for this seller."));
            listing.Settle(clock.Now);
            ListingJson.Write(writer, listing, datasets);
        }));
    }

    internal static void RequireOwnSeller(ApiCall call)
    {
        if (call.RouteValue("sellerId") != call.Seller.Id)
        {
            throw new ApiException(ApiError.Denied("The access token was not granted by the seller in the path."));
        }
    }

    private int Offset(ApiCall call, ListingSearch search)
    {
        if (call.Query.Text("pageToken") is not { } text)
        {
            return 0;
        }

        if (signer.TryOpen(PagePurpose, text, out var content)
            && content.Split('\n') is [var sellerId, var fingerprint, var offset, _]
            && sellerId == call.Seller.Id
            && fingerprint == search.Fingerprint)
        {
            return int.Parse(offset, CultureInfo.InvariantCulture);
        }

        throw ApiException.InvalidInput(
            "pageToken is invalid, or came with other parameters than those it was made for.");
    }

    private string Token(ApiCall call, ListingSearch search, int offset)
    {
        var nonce = call.Fault == FaultKind.DuplicatePage ? Interlocked.Increment(ref repeats) : 0;
        return signer.Sign(
            PagePurpose,
            string.Create(CultureInfo.InvariantCulture, $"{call.Seller.Id}\n{search.Fingerprint}\n{offset}\n{nonce}"));
    }
}
