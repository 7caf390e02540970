using AmazonIn.Domain.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AmazonIn.Portal.Security;

/// <summary>The sign-in cookie (security.md B-22).</summary>
internal static class PortalCookie
{
    /// <summary>No longer than the session that it carries.</summary>
    public static readonly TimeSpan Lifetime = SessionLimits.Absolute;

    /// <param name="secure">
    /// True wherever browsers come over https. Such a cookie is bound to this very host by its <c>__Host-</c> name; over
    /// plain http, as on a developer's machine, browsers refuse that name.
    /// </param>
    public static void Configure(CookieAuthenticationOptions options, bool secure)
    {
        Configure(options.Cookie, "AmazonIn", secure);
        // Lax, not Strict: Amazon's consent page leads back here from another site.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = false;
        options.LoginPath = "/account/login";
        options.LogoutPath = "/account/logout";
        options.AccessDeniedPath = "/account/access-denied";
        SessionCookie.Configure(options);
        options.Events.OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => AnswerAsync(context, StatusCodes.Status403Forbidden);
    }

    /// <summary>The cookie between password and code: a few minutes, and good for nothing but the second step.</summary>
    public static void ConfigureSecondStep(CookieAuthenticationOptions options, bool secure)
    {
        Configure(options.Cookie, "AmazonIn.Step", secure);
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        options.SlidingExpiration = false;
    }

    public static void Configure(AntiforgeryOptions options, bool secure)
    {
        Configure(options.Cookie, "AmazonIn.Form", secure);
        options.Cookie.SameSite = SameSiteMode.Strict;
        // Frames are refused by the Content-Security-Policy of every answer.
        options.SuppressXFrameOptionsHeader = true;
    }

    private static void Configure(CookieBuilder cookie, string name, bool secure)
    {
        cookie.Name = secure ? $"__Host-{name}" : name;
        cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
        cookie.Path = "/";
        cookie.IsEssential = true;
    }

    // A program wants the status, a person the page.
    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (Endpoints.ApiGroup.IsCall(context.Request.Path))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
