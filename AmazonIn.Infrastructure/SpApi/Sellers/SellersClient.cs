using System.Text.Json;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Auth;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Quotas;

namespace AmazonIn.Infrastructure.SpApi.Sellers;

/// <summary>The Sellers API.</summary>
internal sealed class SellersClient(SpApiSender sender, SpApiEndpoints endpoints)
{
    private const string Path = "/sellers/v1/marketplaceParticipations";

    /// <summary>The marketplaces of an account, with the account's store name in each.</summary>
    public Task<IReadOnlyList<(MarketplaceParticipation Participation, string? StoreName)>> GetParticipationsAsync(
        Marketplace marketplace,
        string sellerId,
        AccessToken token,
        CancellationToken cancellationToken) => sender.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Get, new Uri(endpoints.Of(marketplace), Path)),
            new SpApiCall
            {
                Operation = UsagePlans.GetMarketplaceParticipations.Operation,
                Subject = "the seller account",
                Plan = UsagePlans.GetMarketplaceParticipations,
                Seller = sellerId,
                Tokens = new GivenTokenSource(token),
                // A person waits for the answer in a dialog.
                Budget = TimeSpan.FromMinutes(1),
            },
            Read,
            cancellationToken);

    public static IReadOnlyList<(MarketplaceParticipation Participation, string? StoreName)> Read(
        ReadOnlyMemory<byte> body)
    {
        var answer = JsonSerializer.Deserialize(body.Span, SellersJsonContext.Default.WireParticipations);
        if (answer?.Payload is not { } payload)
        {
            throw new JsonException("“payload” is missing.");
        }

        List<(MarketplaceParticipation, string?)> participations = [];
        foreach (var one in payload)
        {
            if (one?.Marketplace is { Id: { } id } marketplace)
            {
                var participation = new MarketplaceParticipation(
                    id,
                    marketplace.Name ?? id,
                    marketplace.DefaultCurrencyCode ?? string.Empty,
                    one.Participation?.IsParticipating ?? false,
                    one.Participation?.HasSuspendedListings ?? false);
                participations.Add((participation, one.StoreName));
            }
        }

        return participations;
    }
}
