using AmazonIn.Infrastructure.Sandbox.Listings;
using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Http;

namespace AmazonIn.Infrastructure.Sandbox.Control;

/// <summary>Shows every listing as shoppers see it, takes new ones, and removes those there are.</summary>
internal sealed class ListingControlEndpoints(MarketplaceClock clock)
{
    public void Map(ControlRoutes routes)
    {
        routes.Map("GET", "/control/listings", http => ListAsync(http, routes.Seller(http)));
        routes.Map("POST", "/control/listings", http => AddAsync(http, routes.Seller(http)));
        routes.Map("DELETE", "/control/listings", http => RemoveAsync(http, routes.Seller(http)));
    }

    private Task ListAsync(HttpContext http, SellerAccount seller) =>
        ControlRoutes.AnswerAsync(http, writer =>
        {
            writer.WriteStartArray("data");
            seller.Listings.Use(catalog =>
            {
                foreach (var listing in catalog.All)
                {
                    listing.Settle(clock.Now);
                    ListingJson.Write(
                        writer,
                        listing,
                        [ListingDatasets.Summaries, ListingDatasets.FulfillmentAvailability]);
                }
            });
            writer.WriteEndArray();
        });

    /// <summary>
    /// Takes one listing, an array of listings or <c>{"items": […]}</c>, each in the shape that searchListingsItems
    /// gives: <c>sku</c> with as much of <c>summaries</c>, <c>offers</c>, <c>fulfillmentAvailability</c>,
    /// <c>relationships</c> and <c>attributes</c> as matters. A listing whose SKU is known replaces the one there.
    /// </summary>
    private async Task AddAsync(HttpContext http, SellerAccount seller)
    {
        var body = await ControlRoutes.ReadJsonAsync(http);
        var listings = body.OneOrMany("items").Select(item => PostedListing.Read(item, clock.Now)).ToList();
        seller.Listings.Use(catalog => listings.ForEach(catalog.Put));
        await AnswerAsync(http, listings.Select(listing => listing.Sku), 201);
    }

    private static Task RemoveAsync(HttpContext http, SellerAccount seller)
    {
        var sku = new QueryReader(http.Request.Query).Text("sku")
            ?? throw ApiException.InvalidInput("sku is required.");
        seller.Listings.Use(catalog => catalog.Remove(
            catalog.Find(sku) ?? throw new ApiException(ApiError.NotFound("There is no such listing."))));
        return AnswerAsync(http, [sku], 200);
    }

    private static Task AnswerAsync(HttpContext http, IEnumerable<string> skus, int status) =>
        ControlRoutes.AnswerAsync(
            http,
            writer =>
            {
                writer.WriteStartArray("data");
                foreach (var sku in skus)
                {
                    writer.WriteStartObject();
                    writer.WriteString("sku", sku);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            },
            status);
}
