using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AmazonIn.Portal.Components.Account;

/// <summary>Signing out, which sets a cookie and is therefore no circuit's business.</summary>
internal static class AccountEndpoints
{
    private const string SignInPage = "/account/login";

    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        // The form field makes the framework check the antiforgery token: nobody is signed out by a foreign page.
        routes.MapPost(
            "/account/logout",
            async (HttpContext http, SignInManager<PortalUser> manager, ISessions sessions, [FromForm] string? reason) =>
            {
                _ = reason;
                if (SessionCookie.IdOf(http.User) is { } session)
                {
                    await sessions.EndAsync(session, CancellationToken.None);
                }

                await manager.SignOutAsync();
                return TypedResults.LocalRedirect(SignInPage);
            })
            .AllowAnonymous()
            .ExcludeFromDescription();
        routes.MapPost(
            "/account/logout-everywhere",
            async (HttpContext http, SignInManager<PortalUser> manager, ISessions sessions, [FromForm] string? reason) =>
            {
                _ = reason;
                if (await manager.UserManager.GetUserAsync(http.User) is { } user)
                {
                    await sessions.EndAllAsync(user.Id, CancellationToken.None);
                    await manager.UserManager.UpdateSecurityStampAsync(user);
                }

                await manager.SignOutAsync();
                return TypedResults.LocalRedirect(SignInPage);
            })
            .RequireAuthorization()
            .ExcludeFromDescription();
    }
}
