using System.Globalization;
using System.Security.Claims;
using AmazonIn.Domain.Ports.Stores;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;

namespace AmazonIn.Portal.Security;

/// <summary>Ties the sign-in cookie to a session that the database knows, and so to its idle and absolute ends.</summary>
internal static class SessionCookie
{
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Events.OnSigningIn = StartAsync;
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    public static string? IdOf(ClaimsPrincipal principal) => principal.FindFirstValue(PortalClaims.Session);

    private static async Task StartAsync(CookieSigningInContext context)
    {
        if (context.Principal?.Identity is not ClaimsIdentity identity
            || !long.TryParse(identity.FindFirst(ClaimTypes.NameIdentifier)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var user))
        {
            return;
        }

        // A cookie that is renewed after a change to the person's own account goes on with its session.
        var present = context.HttpContext.User;
        var id = present.FindFirstValue(ClaimTypes.NameIdentifier) == identity.FindFirst(ClaimTypes.NameIdentifier)?.Value
            ? IdOf(present)
            : null;
        var sessions = context.HttpContext.RequestServices.GetRequiredService<ISessions>();
        if (id is null || await sessions.IdleTimeAsync(id, context.HttpContext.RequestAborted) is null)
        {
            id = await sessions.StartAsync(user, context.HttpContext.RequestAborted);
        }

        Set(identity, id);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var id = context.Principal is null ? null : IdOf(context.Principal);
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return;
        }

        if (id is null || !await IsOpenAsync(context.HttpContext, id))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
        if (context.Principal?.Identity is ClaimsIdentity identity && IdOf(context.Principal) is null)
        {
            Set(identity, id);
        }
    }

    // A circuit's own requests are the browser's doing, not the person's (security.md B-18).
    private static async Task<bool> IsOpenAsync(HttpContext http, string id)
    {
        var sessions = http.RequestServices.GetRequiredService<ISessions>();
        return http.Request.Path.StartsWithSegments("/_blazor")
            ? await sessions.IdleTimeAsync(id, http.RequestAborted) is not null
            : await sessions.TouchAsync(id, http.RequestAborted);
    }

    private static void Set(ClaimsIdentity identity, string id)
    {
        if (identity.FindFirst(PortalClaims.Session) is { } old)
        {
            identity.RemoveClaim(old);
        }

        identity.AddClaim(new Claim(PortalClaims.Session, id));
    }
}
