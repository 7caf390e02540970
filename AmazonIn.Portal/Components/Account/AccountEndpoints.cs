using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Mvc;

namespace AmazonIn.Portal.Components.Account;

/// <summary>Signing out, and the questions for passkeys: both set a cookie and are therefore no circuit's business.</summary>
internal static class AccountEndpoints
{
    // Each takes a form field, which makes the framework check the antiforgery token: no foreign page signs anybody out.
    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        MapSignOut(routes, "/account/logout", signIn => signIn.OutAsync()).AllowAnonymous();
        MapSignOut(routes, "/account/logout-everywhere", signIn => signIn.OutEverywhereAsync()).RequireAuthorization();
        MapOptions(routes, "/account/passkeys/request-options", passkeys => passkeys.RequestOptionsAsync())
            .AllowAnonymous();
        MapOptions(routes, "/account/second-factor/creation-options", passkeys => passkeys.CreationOptionsAsync())
            .RequireAuthorization();
    }

    private static RouteHandlerBuilder MapSignOut(IEndpointRouteBuilder routes, string path, Func<SignIn, Task> signOut) =>
        routes.MapPost(path, async (SignIn signIn, [FromForm] string? reason) =>
        {
            _ = reason;
            await signOut(signIn);
            return TypedResults.LocalRedirect("/account/login");
        })
        .ExcludeFromDescription();

    private static RouteHandlerBuilder MapOptions(
        IEndpointRouteBuilder routes, string path, Func<Passkeys, Task<string>> options) =>
        routes.MapPost(path, async (Passkeys passkeys, [FromForm] string? reason) =>
        {
            _ = reason;
            return TypedResults.Content(await options(passkeys), "application/json");
        })
        .RequireRateLimiting(RateLimits.SignIn)
        .ExcludeFromDescription();
}
