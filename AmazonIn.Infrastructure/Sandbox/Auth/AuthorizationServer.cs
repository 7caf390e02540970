using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Auth;

/// <summary>
/// Login with Amazon for the demo sellers. Access tokens are signed with a key of this process, so a restart makes
/// them worthless, as an expiry would. Refresh tokens outlive a restart, as the portal's copy of them does.
/// </summary>
internal sealed class AuthorizationServer(MarketplaceClock clock, TimeSpan accessTokenLifetime)
{
    public static readonly IReadOnlySet<string> Scopes = new HashSet<string>(StringComparer.Ordinal)
    {
        "sellingpartnerapi::notifications",
        "sellingpartnerapi::client_credential:rotation",
        "sellingpartnerapi::migration",
    };

    private const string AccessPurpose = "access";
    private const string RefreshPurpose = "refresh";
    private const string AccessPrefix = "Atza|";
    private const string RefreshPrefix = "Atzr|";
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);

    private static readonly Dictionary<string, string> KnownRefreshTokens = new(StringComparer.Ordinal)
    {
        [DemoIdentities.FirstRefreshToken] = DemoIdentities.FirstSeller,
        [DemoIdentities.SecondRefreshToken] = DemoIdentities.SecondSeller,
    };

    private readonly Signer accessSigner = Signer.ForThisProcess();
    private readonly Signer refreshSigner = new(Encoding.UTF8.GetBytes("demo refresh tokens protect demo data only"));
    private readonly ConcurrentDictionary<string, (string SellerId, string RedirectUri, DateTimeOffset Expires)> codes =
        new(StringComparer.Ordinal);

    // A revoked authorisation ends every token of its generation; the next consent starts a new one.
    private readonly ConcurrentDictionary<string, int> generations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> revoked = new(StringComparer.Ordinal);

    public TimeSpan AccessTokenLifetime => accessTokenLifetime;

    public string IssueAccessToken(Grant grant)
    {
        var expires = (clock.Now + accessTokenLifetime).ToUnixTimeMilliseconds();
        var content = string.Create(
            CultureInfo.InvariantCulture,
            $"{grant.SellerId}\n{grant.Scope}\n{expires}\n{GenerationOf(grant.SellerId)}");
        return AccessPrefix + accessSigner.Sign(AccessPurpose, content);
    }

    /// <exception cref="ApiException">Missing, malformed, revoked or expired; the words are Amazon's.</exception>
    public Grant Authenticate(string? accessToken)
    {
        if (string.IsNullOrEmpty(accessToken))
        {
            throw new ApiException(ApiError.Denied("Access token is missing in the request header."));
        }

        if (!accessToken.StartsWith(AccessPrefix, StringComparison.Ordinal)
            || !accessSigner.TryOpen(AccessPurpose, accessToken[AccessPrefix.Length..], out var content))
        {
            throw RevokedOrMalformed();
        }

        var parts = content.Split('\n');
        var grant = new Grant(NullIfEmpty(parts[0]), NullIfEmpty(parts[1]));
        if (clock.Now.ToUnixTimeMilliseconds() >= long.Parse(parts[2], CultureInfo.InvariantCulture))
        {
            throw new ApiException(ApiError.Denied("The access token you provided has expired"));
        }

        return int.Parse(parts[3], CultureInfo.InvariantCulture) == GenerationOf(grant.SellerId)
            ? grant
            : throw RevokedOrMalformed();
    }

    /// <summary>The seller whose authorisation a refresh token is, or null where it is unknown or revoked.</summary>
    public string? SellerOf(string refreshToken)
    {
        if (KnownRefreshTokens.TryGetValue(refreshToken, out var known))
        {
            return revoked.ContainsKey(known) ? null : known;
        }

        if (!refreshToken.StartsWith(RefreshPrefix, StringComparison.Ordinal)
            || !refreshSigner.TryOpen(RefreshPurpose, refreshToken[RefreshPrefix.Length..], out var content))
        {
            return null;
        }

        // After a restart generations count from zero again, so a later one than ours is a survivor, not a forgery.
        var parts = content.Split('\n');
        return int.Parse(parts[1], CultureInfo.InvariantCulture) >= GenerationOf(parts[0]) ? parts[0] : null;
    }

    /// <summary>Every consent makes a new refresh token; older ones stay valid until the seller revokes.</summary>
    public string IssueRefreshToken(string sellerId)
    {
        var content = string.Create(
            CultureInfo.InvariantCulture,
            $"{sellerId}\n{GenerationOf(sellerId)}\n{RandomNumberGenerator.GetHexString(12)}");
        return RefreshPrefix + refreshSigner.Sign(RefreshPurpose, content);
    }

    public string IssueCode(string sellerId, string redirectUri)
    {
        var code = RandomNumberGenerator.GetHexString(20, lowercase: true);
        codes[code] = (sellerId, redirectUri, clock.Now + CodeLifetime);
        return code;
    }

    /// <summary>
    /// Redeems a code once; null where it is unknown, used, older than five minutes or for another address.
    /// </summary>
    public string? RedeemCode(string code, string? redirectUri) =>
        codes.TryRemove(code, out var issued)
        && clock.Now < issued.Expires
        && (redirectUri is null || redirectUri == issued.RedirectUri)
            ? issued.SellerId
            : null;

    /// <summary>The seller withdraws the authorisation: refresh and access tokens given so far end at once.</summary>
    public void Revoke(string sellerId)
    {
        generations.AddOrUpdate(sellerId, 1, (_, generation) => generation + 1);
        revoked[sellerId] = true;
    }

    /// <summary>Makes the well-known refresh token of a demo seller work again.</summary>
    public void Restore(string sellerId) => revoked.TryRemove(sellerId, out _);

    private static ApiException RevokedOrMalformed() =>
        new(ApiError.Denied("The access token you provided is revoked, malformed or invalid."));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private int GenerationOf(string? sellerId) =>
        sellerId is not null && generations.TryGetValue(sellerId, out var generation) ? generation : 0;
}
