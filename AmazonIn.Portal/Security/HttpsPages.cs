using AmazonIn.Portal.Endpoints;

namespace AmazonIn.Portal.Security;

/// <summary>Outside Development, pages are served over https only: their cookies would not survive anything else.</summary>
internal static class HttpsPages
{
    /// <summary>A year, as ASVS 3.4.1 asks, subdomains included.</summary>
    public static readonly TimeSpan StrictTransport = TimeSpan.FromDays(365);

    public static IApplicationBuilder UsePagesOverHttpsOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        if (context.Request.IsHttps || ApiGroup.IsCall(path) || path.StartsWithSegments("/health"))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            "The portal is served over https only. Open it through its TLS proxy, which must pass X-Forwarded-Proto on and, "
            + "unless it runs on this machine, stand in Proxy:Addresses; or give the portal an https address of its own.",
            context.RequestAborted);
    });
}
