using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;

namespace AmazonIn.Portal.Security;

/// <summary>
/// Keeps sessions that must first enrol a second factor, or change a password that is too old, on the page where they do
/// it. They have no role meanwhile, so that nothing else would serve them anyway; this leads them there, and closes what
/// asks for a person but for no permission.
/// </summary>
internal static class RestrictedSessions
{
    private const string EnrolmentPage = "/account/second-factor";
    private const string PasswordPage = "/account/password";

    public static IApplicationBuilder UseRestrictedSessions(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (PageOf(context) is not { } page || context.Request.Path.StartsWithSegments(page, StringComparison.OrdinalIgnoreCase)
            || context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return next(context);
        }

        if (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect(page);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    });

    // The second factor comes first: whoever only knows an old password shall not be able to replace it.
    private static string? PageOf(HttpContext context) =>
        context.User.HasClaim(claim => claim.Type == PortalClaims.SecondFactorMissing) ? EnrolmentPage
        : context.User.HasClaim(claim => claim.Type == PortalClaims.PasswordExpired) ? PasswordPage
        : null;
}
