using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Quotas;
using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Sellers;

/// <summary>The Sellers API: what proves that an authorisation works, and for which marketplaces.</summary>
internal static class SellersEndpoints
{
    public static void Map(ApiRoutes routes)
    {
        routes.Map(
            "GET",
            "/sellers/v1/marketplaceParticipations",
            UsagePlan.GetMarketplaceParticipations,
            call => call.AnswerAsync(200, writer =>
            {
                writer.WriteStartObject();
                WriteParticipations(writer, "payload", call.Seller);
                writer.WriteEndObject();
            }));
        routes.Map("GET", "/sellers/v1/account", UsagePlan.GetAccount, call => call.AnswerAsync(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("payload");
            WriteParticipations(writer, "marketplaceParticipationList", call.Seller);
            writer.WriteString("businessType", "PRIVATE_LIMITED");
            writer.WriteString("sellingPlan", "PROFESSIONAL");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }));
    }

    private static void WriteParticipations(Utf8JsonWriter writer, string name, SellerAccount seller)
    {
        writer.WriteStartArray(name);
        foreach (var marketplace in seller.Marketplaces)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("marketplace");
            writer.WriteString("id", marketplace.Id);
            writer.WriteString("countryCode", marketplace.CountryCode);
            writer.WriteString("name", marketplace.Name);
            writer.WriteString("defaultCurrencyCode", marketplace.Currency);
            writer.WriteString("defaultLanguageCode", marketplace.Language);
            writer.WriteString("domainName", marketplace.Domain);
            writer.WriteEndObject();
            writer.WriteString("storeName", seller.StoreName);
            writer.WriteStartObject("participation");
            writer.WriteBoolean("isParticipating", true);
            writer.WriteBoolean("hasSuspendedListings", false);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
