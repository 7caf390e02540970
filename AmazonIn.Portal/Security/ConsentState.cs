using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace AmazonIn.Portal.Security;

/// <summary>
/// The <c>state</c> that goes to Amazon's consent page and comes back: signed and encrypted, good for ten minutes, for
/// the person who began and the browser they began in, and once. A foreign page can neither make nor reuse one.
/// </summary>
internal sealed class ConsentState(IDataProtectionProvider protection, ICurrentActor current)
{
    private const string CookieName = "AmazonIn.Consent";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("AmazonIn.Channels.ConsentState").ToTimeLimitedDataProtector();

    /// <summary>A new state for the marketplace; the browser is told half of it.</summary>
    public async Task<string> CreateAsync(HttpContext http, string marketplaceId)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        http.Response.Cookies.Append(CookieName, nonce, Cookie(http));
        var actor = await current.GetAsync();
        return _protector.Protect(JsonSerializer.Serialize(new Content(actor.Id, marketplaceId, nonce)), Lifetime);
    }

    /// <summary>The marketplace for which this very person began, or null where the state is not theirs, old or spent.</summary>
    public async Task<string?> SpendAsync(HttpContext http, string? state)
    {
        var nonce = http.Request.Cookies[CookieName];
        http.Response.Cookies.Delete(CookieName, Cookie(http));
        if (state is null || nonce is null)
        {
            return null;
        }

        try
        {
            var content = JsonSerializer.Deserialize<Content>(_protector.Unprotect(state));
            var actor = await current.GetAsync();
            return content is not null && content.ActorId == actor.Id && content.Nonce == nonce ? content.MarketplaceId : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // Lax: Amazon's page leads back here from another site.
    private static CookieOptions Cookie(HttpContext http) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = Lifetime,
        Path = Features.Integrations.IntegrationLinks.Ecommerce,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    };

    private sealed record Content(string ActorId, string MarketplaceId, string Nonce);
}
