using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Control;
using AmazonIn.Infrastructure.Sandbox.Quotas;
using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Listings;

/// <summary>patchListingsItem. A refusal travels with status 200; only what cannot be read is a 400.</summary>
internal sealed class ListingPatchEndpoint(MarketplaceClock clock, ListingEditor editor, ReceivedLog received)
{
    private const string Identifiers = "identifiers";

    private static readonly HashSet<string> Datasets = new(StringComparer.Ordinal) { Identifiers, "issues" };
    private static readonly HashSet<string> Modes = new(StringComparer.Ordinal) { "VALIDATION_PREVIEW" };

    public void Map(ApiRoutes routes) =>
        routes.Map("PATCH", "/listings/2021-08-01/items/{sellerId}/{sku}", UsagePlan.PatchListingsItem, PatchAsync);

    private async Task PatchAsync(ApiCall call)
    {
        ListingsEndpoints.RequireOwnSeller(call);
        MarketplaceFilter.Read(call, required: true, most: int.MaxValue);
        var sku = ListingPath.Sku(call.Http);
        var preview = call.Query.OneOf("mode", Modes) is not null;
        var datasets = call.Query.List("includedData", Datasets);
        if (datasets.Contains(Identifiers) && !preview)
        {
            throw ApiException.InvalidInput("identifiers can only be asked for when mode is VALIDATION_PREVIEW.");
        }

        var body = await call.ReadObjectAsync();
        if (string.IsNullOrEmpty(body.Text("productType")))
        {
            throw ApiException.InvalidInput("productType is required.");
        }

        var patches = ListingPatch.ReadAll(body);
        var (issues, asin) = call.Seller.Listings.Use(catalog =>
        {
            var listing = catalog.Find(sku);
            var found = ListingEditor.Judge(listing, patches);
            if (found.Count == 0 && !preview && listing is not null)
            {
                editor.Apply(catalog, listing, patches, clock.Now);
            }

            return (found, listing?.Asin);
        });
        var status = issues.Count > 0 ? "INVALID" : preview ? "VALID" : "ACCEPTED";
        if (!preview)
        {
            Record(call, sku, patches, status, body);
        }

        await call.AnswerAsync(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("sku", sku);
            writer.WriteString("status", status);
            writer.WriteString("submissionId", Guid.NewGuid().ToString("N"));
            ListingJson.WriteIssues(writer, issues);
            if (datasets.Contains(Identifiers) && asin is not null)
            {
                writer.WriteStartArray(Identifiers);
                writer.WriteStartObject();
                writer.WriteString("marketplaceId", Marketplaces.India.Id);
                writer.WriteString("asin", asin);
                writer.WriteEndObject();
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        });
    }

    private void Record(ApiCall call, string sku, IReadOnlyList<ListingPatch> patches, string status, JsonElement body)
    {
        var (quantity, channelCode) = ListingEditor.PushedQuantity(patches);
        received.Add(new ReceivedPush
        {
            Kind = quantity is null ? ReceivedPush.Listing : ReceivedPush.Stock,
            At = clock.Now,
            SellerId = call.Seller.Id,
            Sku = sku,
            Quantity = quantity,
            ChannelCode = channelCode,
            Status = status,
            Body = body,
        });
    }
}
