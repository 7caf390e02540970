using AmazonIn.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AmazonIn.Portal.Components.Account;

/// <summary>Signing out, which sets a cookie and is therefore no circuit's business.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/account/logout", async (SignInManager<PortalUser> manager, [FromForm] string? reason) =>
        {
            // The form field makes the framework check the antiforgery token: nobody is signed out by a foreign page.
            _ = reason;
            await manager.SignOutAsync();
            return TypedResults.LocalRedirect("/account/login");
        })
        .AllowAnonymous()
        .ExcludeFromDescription();
}
