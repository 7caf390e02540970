namespace AmazonIn.Portal.Security;

/// <summary>Leads people whose password is too old to the page where they change it. They have no permission meanwhile.</summary>
internal static class PasswordExpiry
{
    private const string Page = "/account/password";

    public static IApplicationBuilder UsePasswordExpiry(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null;
        if (isPage
            && HttpMethods.IsGet(context.Request.Method)
            && !context.Request.Path.StartsWithSegments("/account")
            && context.User.HasClaim(claim => claim.Type == PortalClaims.PasswordExpired))
        {
            context.Response.Redirect(Page);
            return Task.CompletedTask;
        }

        return next(context);
    });
}
