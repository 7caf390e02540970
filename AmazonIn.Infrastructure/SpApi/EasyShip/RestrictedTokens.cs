using System.Net.Http.Headers;
using System.Text.Json;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Auth;
using AmazonIn.Infrastructure.SpApi.EasyShip.Wire;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Quotas;

namespace AmazonIn.Infrastructure.SpApi.EasyShip;

/// <summary>createRestrictedDataToken of Tokens API 2021-03-01: a token for one call that answers personal data.</summary>
internal sealed class RestrictedTokens(SpApiSender sender, SpApiCalls calls, SpApiEndpoints endpoints, TimeProvider time)
{
    // Amazon's; the token is used at once and never kept.
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(1);

    public async Task<ITokenSource> ForAsync(ChannelConnection channel, string path, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new WireRestriction([new WireRestrictedResource("GET", path)]), EasyShipJsonContext.Default.WireRestriction);
        var token = await sender.SendAsync(
            () =>
            {
                var content = new ByteArrayContent(body);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                return new HttpRequestMessage(
                    HttpMethod.Post,
                    new Uri(endpoints.Of(channel.Marketplace), "/tokens/2021-03-01/restrictedDataToken")) { Content = content };
            },
            calls.Of(channel, UsagePlans.CreateRestrictedDataToken, "the papers of a parcel", NoWaits.Instance),
            answer => JsonSerializer.Deserialize(answer.Span, EasyShipJsonContext.Default.WireRestrictedToken),
            cancellationToken);
        return token?.RestrictedDataToken is { Length: > 0 } value
            ? new GivenTokenSource(new AccessToken(value, time.GetTimestamp(), _lifetime))
            : throw new MarketplaceUnavailableException("Amazon gave no token for the papers of a parcel.", null);
    }
}
