using System.Net;
using System.Text.Json;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Errors;
using AmazonIn.Infrastructure.SpApi.Http;
using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.SpApi.Auth;

/// <summary>
/// Login with Amazon: exchanges refresh tokens for access tokens. Safe to repeat; each answer is another token.
/// </summary>
internal sealed class LwaClient(SpApiSender sender, IOptionsMonitor<SpApiOptions> options, TimeProvider time)
{
    private static readonly TimeSpan _defaultLifetime = TimeSpan.FromHours(1);

    private static readonly SpApiCall _call = new()
    {
        Operation = "lwaToken",
        Subject = "an access token",
        // Callers hold up their own retries meanwhile.
        Budget = TimeSpan.FromMinutes(2),
    };

    private static readonly SpApiCall _redemption = new()
    {
        Operation = "lwaCode",
        Subject = "the authorisation",
        Repeatable = false,
        Budget = TimeSpan.FromMinutes(1),
    };

    /// <exception cref="MarketplaceException">
    /// Refused or unavailable; the message names the cause and never the token.
    /// </exception>
    public Task<AccessToken> ExchangeAsync(string refreshToken, CancellationToken cancellationToken) =>
        sender.SendAsync(() => RequestFor(refreshToken), _call, Read, cancellationToken, Refuse);

    /// <summary>Exchanges the code of a consent for a refresh token. A code works once: it is not sent again.</summary>
    /// <exception cref="MarketplaceException">Refused or unavailable; the message never names the code.</exception>
    public Task<string> RedeemAsync(string code, Uri redirectUri, CancellationToken cancellationToken) => sender.SendAsync(
        () => RequestFor(
            new("grant_type", "authorization_code"),
            new("code", code),
            new("redirect_uri", redirectUri.ToString())),
        _redemption,
        ReadRefreshToken,
        cancellationToken,
        RefuseCode);

    private HttpRequestMessage RequestFor(string refreshToken) =>
        RequestFor(new("grant_type", "refresh_token"), new("refresh_token", refreshToken));

    private HttpRequestMessage RequestFor(params IEnumerable<KeyValuePair<string, string>> fields)
    {
        var current = options.CurrentValue;
        return new HttpRequestMessage(HttpMethod.Post, current.TokenUrl)
        {
            Content = new FormUrlEncodedContent(
                fields.Append(new("client_id", current.ClientId)).Append(new("client_secret", current.ClientSecret))),
        };
    }

    private static string ReadRefreshToken(ReadOnlyMemory<byte> body) =>
        JsonSerializer.Deserialize(body.Span, LwaJsonContext.Default.LwaAnswer)?.RefreshToken is { Length: > 0 } token
            ? token
            : throw new JsonException("The answer holds no refresh token.");

    private static MarketplaceException? RefuseCode(HttpResponseMessage response) =>
        Parse(response).Error is "invalid_grant"
            ? new MarketplaceRejectedException(
                "amazon.consent-expired",
                "Amazon does not accept the answer of its consent page any more: it holds for five minutes and for one use. "
                + "Start again with Set Up Now.",
                RequestId.Of(response))
            : Refuse(response);

    private AccessToken Read(ReadOnlyMemory<byte> body)
    {
        var answer = JsonSerializer.Deserialize(body.Span, LwaJsonContext.Default.LwaAnswer);
        if (string.IsNullOrWhiteSpace(answer?.AccessToken))
        {
            throw new JsonException("The answer holds no access token.");
        }

        var lifetime = answer.ExpiresIn is > 0 and <= 86_400 and { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : _defaultLifetime;
        return new AccessToken(answer.AccessToken, time.GetTimestamp(), lifetime);
    }

    private static MarketplaceException? Refuse(HttpResponseMessage response)
    {
        var id = RequestId.Of(response);
        var answer = Parse(response);
        return answer.Error switch
        {
            "invalid_grant" or "access_denied" => new MarketplaceUnauthorizedException(
                SpApiErrors.Reauthorize,
                "Amazon does not accept the authorisation token: it is mistyped, was revoked by the seller, has expired, "
                + "or was issued for another application. Authorise the account again in Seller Central and enter the "
                + "new token.",
                id),
            "invalid_client" or "unauthorized_client" => new MarketplaceUnauthorizedException(
                SpApiErrors.ClientSecret,
                "Amazon does not accept the application's client id or client secret. A secret expires 180 days after it "
                + "was made: rotate the LWA secret in Amazon's Solution Provider Portal and set Amazon:ClientId and "
                + "Amazon:ClientSecret anew. The seller need not authorise again.",
                id),
            "server_error" or "temporarily_unavailable" =>
                SpApiErrors.Unavailable(_call, "has trouble with its login service", id, null),
            { } other => new MarketplaceRejectedException(
                "amazon.login-rejected",
                $"Amazon's login service refused the request "
                + $"(“{SafeText.Of(other)} {SafeText.Of(answer.ErrorDescription)}”).",
                id),
            null when response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound =>
                SpApiErrors.Unavailable(_call, "has trouble with its login service", id, null),
            null => null,
        };
    }

    private static LwaAnswer Parse(HttpResponseMessage response)
    {
        try
        {
            return response.Content is BufferedBody body
                ? JsonSerializer.Deserialize(body.Bytes.Span, LwaJsonContext.Default.LwaAnswer) ?? new LwaAnswer()
                : new LwaAnswer();
        }
        catch (JsonException)
        {
            // A gateway's HTML page: the status has to speak.
            return new LwaAnswer();
        }
    }
}
