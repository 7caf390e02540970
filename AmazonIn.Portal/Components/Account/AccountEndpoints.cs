using Microsoft.AspNetCore.Mvc;

namespace AmazonIn.Portal.Components.Account;

/// <summary>Signing out, which sets a cookie and is therefore no circuit's business.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/account/logout", async (SignIn signIn, [FromForm] string? reason) =>
        {
            // The form field makes the framework check the antiforgery token: nobody is signed out by a foreign page.
            _ = reason;
            await signIn.OutAsync();
            return TypedResults.LocalRedirect("/account/login");
        })
        .AllowAnonymous()
        .ExcludeFromDescription();
}
