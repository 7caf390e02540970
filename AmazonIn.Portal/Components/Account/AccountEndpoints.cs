using Microsoft.AspNetCore.Mvc;

namespace AmazonIn.Portal.Components.Account;

/// <summary>Signing out, which sets a cookie and is therefore no circuit's business.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/account/logout", signIn => signIn.OutAsync()).AllowAnonymous();
        Map(routes, "/account/logout-everywhere", signIn => signIn.OutEverywhereAsync()).RequireAuthorization();
    }

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, string path, Func<SignIn, Task> signOut) =>
        routes.MapPost(path, async (SignIn signIn, [FromForm] string? reason) =>
        {
            // The form field makes the framework check the antiforgery token: nobody is signed out by a foreign page.
            _ = reason;
            await signOut(signIn);
            return TypedResults.LocalRedirect("/account/login");
        })
        .ExcludeFromDescription();
}
